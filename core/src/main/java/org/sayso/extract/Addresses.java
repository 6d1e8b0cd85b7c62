package org.sayso.extract;

import java.net.URI;
import java.util.Locale;

/** What an address says, leniently: the web is full of addresses that no grammar takes. */
final class Addresses {
    private Addresses() {}

    /** The host in lower case without "www.", or "" where there is none. */
    static String host(String url) {
        try {
            String host = URI.create(url.strip()).getHost();
            return host == null ? "" : bare(host);
        } catch (IllegalArgumentException e) {
            return bare(url.strip().replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/?#:].*$", ""));
        }
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }
}
