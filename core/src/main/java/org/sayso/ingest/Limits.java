package org.sayso.ingest;

import java.time.Duration;

/**
 * How much is taken in.
 *
 * @param bytes the largest document, decompressed; the standard 10 MiB is five times the largest page of the public
 *     article-extraction sets, and below what makes a parser slow
 * @param connect how long a connection may take to be made
 * @param total how long one URL may take, with its redirects and its whole body
 * @param redirects how many redirects are followed
 * @param privateAddresses whether loopback, private, link-local and other addresses outside the public Internet may be asked
 */
public record Limits(int bytes, Duration connect, Duration total, int redirects, boolean privateAddresses) {
    /** 10 MiB, 10 s, 30 s, 10 redirects, public addresses only. */
    public static final Limits STANDARD =
            new Limits(10 << 20, Duration.ofSeconds(10), Duration.ofSeconds(30), 10, false);

    public Limits {
        if (bytes < 1 || bytes == Integer.MAX_VALUE || redirects < 0 || connect.isNegative() || total.isNegative()) {
            throw new IllegalArgumentException(
                    "limits out of range: " + bytes + " bytes, " + redirects + " redirects, " + connect + ", " + total);
        }
    }

    /** The same, with private addresses allowed or not. */
    public Limits withPrivateAddresses(boolean allowed) {
        return new Limits(bytes, connect, total, redirects, allowed);
    }
}
