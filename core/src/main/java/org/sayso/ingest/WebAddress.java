package org.sayso.ingest;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses as people and servers write them. */
public final class WebAddress {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(?=//|[a-z]).*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?i)([a-z]+://)([^/?#@:\\[\\]]+)(.*)", Pattern.DOTALL);

    private WebAddress() {}

    /** The scheme of what is written like an address ("https", "file"), lower case. A drive letter is none. */
    static Optional<String> scheme(String written) {
        Matcher m = SCHEME.matcher(written);
        return m.matches() && m.group(1).length() > 1 && written.startsWith("//", m.end(1) + 1)
                ? Optional.of(m.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /**
     * The address with a host in ASCII and everything else that may not stand in an address percent-encoded, without its
     * fragment.
     *
     * @param charset of the bytes that characters beyond ASCII stand for
     * @throws URISyntaxException where it is no address
     */
    public static URI parse(String written, Charset charset) throws URISyntaxException {
        String address = written.strip();
        int fragment = address.indexOf('#');
        address = fragment < 0 ? address : address.substring(0, fragment);
        Matcher m = HOST.matcher(address);
        if (m.matches()) {
            try {
                address = m.group(1) + IDN.toASCII(m.group(2)) + m.group(3);
            } catch (IllegalArgumentException e) {
                throw new URISyntaxException(written, "no host name: " + m.group(2));
            }
        }
        StringBuilder plain = new StringBuilder();
        for (byte b : address.getBytes(charset)) {
            int c = b & 0xFF;
            if (c <= ' ' || c >= 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                plain.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                plain.append((char) c);
            }
        }
        return new URI(plain.toString());
    }
}
