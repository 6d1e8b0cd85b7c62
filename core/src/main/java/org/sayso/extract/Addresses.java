package org.sayso.extract;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an address says, leniently: the web is full of addresses that no grammar takes. */
final class Addresses {
    /** An address as most are, of which the host can be read without reading the rest. */
    private static final Pattern PLAIN =
            Pattern.compile("https?://([a-zA-Z0-9][a-zA-Z0-9-]*+(?:\\.[a-zA-Z0-9-]++)*\\.[a-zA-Z]++)(?:[/?#]|$)");

    private Addresses() {}

    /** The host in lower case without "www.", or "" where there is none. */
    static String host(String url) {
        Matcher plain = PLAIN.matcher(url);
        if (plain.lookingAt()) {
            return bare(plain.group(1));
        }
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
