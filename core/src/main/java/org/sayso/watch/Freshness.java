package org.sayso.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of an answer say about asking again.
 *
 * @param fresh for how long the answer is good (RFC 9111, 4.2: {@code max-age} before {@code Expires}, less {@code Age});
 *     absent where it is not good at all, or nothing is said
 * @param retryAfter how long to wait before asking again (RFC 9110, 10.2.3)
 */
record Freshness(Optional<Duration> fresh, Optional<Duration> retryAfter) {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,12})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    /**
     * @param header the value of a header, by its lower-case name
     * @param now where the server names a time and no {@code Date}
     */
    static Freshness of(Function<String, Optional<String>> header, Instant now) {
        Instant date = header.apply("date").flatMap(Freshness::time).orElse(now);
        Optional<String> control = header.apply("cache-control");
        Optional<Duration> age = control.map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1))))
                .map(d ->
                        d.minus(header.apply("age").flatMap(Freshness::seconds).orElse(Duration.ZERO)));
        boolean never = control.filter(
                        c -> c.toLowerCase(java.util.Locale.ROOT).matches(".*\\bno-(?:cache|store)\\b.*"))
                .isPresent();
        Optional<Duration> expires =
                header.apply("expires").flatMap(Freshness::time).map(e -> Duration.between(date, e));
        Optional<Duration> fresh = never ? Optional.empty() : control.isPresent() && age.isPresent() ? age : expires;
        Optional<Duration> retry = header.apply("retry-after")
                .flatMap(r -> seconds(r).or(() -> time(r).map(t -> Duration.between(now, t))));
        return new Freshness(fresh.filter(Duration::isPositive), retry.filter(Duration::isPositive));
    }

    private static Optional<Duration> seconds(String value) {
        return SECONDS.matcher(value.strip()).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())))
                : Optional.empty();
    }

    private static Optional<Instant> time(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
