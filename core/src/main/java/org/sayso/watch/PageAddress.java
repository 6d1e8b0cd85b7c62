package org.sayso.watch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sayso.ingest.WebAddress;
import org.sayso.table.Table;

/**
 * The address of an article, freed of what does not tell which article it is (RFC 3986, 6.2.2 and 6.2.3): case of scheme and
 * host, the scheme's own port, dots in the path, needless percent signs, fragment, and parameters that only tell who led there
 * ({@code tracking.tsv}).
 *
 * @param address where it can be asked
 * @param key the same for http and https, with and without {@code www.}
 */
record PageAddress(String address, String key) {
    private static final List<Pattern> TRACKING = Table.rows(PageAddress.class, "tracking.tsv", 2).stream()
            .map(row -> Pattern.compile("(?i)" + Pattern.quote(row.getFirst().replace("*", ""))
                    + (row.getFirst().endsWith("*") ? ".*" : "")))
            .toList();
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** @return empty where it is no address of the web */
    static Optional<PageAddress> of(String written) {
        try {
            URI uri = WebAddress.parse(written, StandardCharsets.UTF_8).normalize();
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            int usual = scheme.equals("http") ? 80 : 443;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
            String path =
                    uri.getRawPath().isEmpty() ? "/" : plain(uri.getRawPath().replaceFirst("^(?:/\\.\\.)+(?=/|$)", ""));
            String rest = host.replaceFirst("^www\\.", "") + port + path + query(uri.getRawQuery());
            return Optional.of(new PageAddress(
                    scheme + "://" + user + host + port + path + query(uri.getRawQuery()), user + rest));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(p -> !p.isEmpty() && !isTracking(p.replaceFirst("=.*", "")))
                .map(PageAddress::plain)
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        return TRACKING.stream().anyMatch(t -> t.matcher(parameter).matches());
    }

    /** Escapes of characters that need none are undone, the others written in capitals. */
    private static String plain(String part) {
        return ESCAPE.matcher(part).replaceAll(m -> {
            char c = (char) Integer.parseInt(m.group(1), 16);
            boolean unreserved = c < 0x7F && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return unreserved
                    ? Matcher.quoteReplacement(String.valueOf(c))
                    : m.group().toUpperCase(Locale.ROOT);
        });
    }
}
