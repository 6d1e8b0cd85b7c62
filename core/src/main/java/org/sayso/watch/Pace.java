package org.sayso.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * How often feeds and pages are asked. Immutable.
 *
 * @param least no feed is asked twice within this time, whatever it says itself
 * @param usual between two polls of a feed that says nothing itself, and before a page is first looked at again
 * @param most no back-off and no word of a server puts off the next poll for longer: nothing is given up for good
 * @param tries how often a page that cannot be had is asked before it is left out
 * @param gap between two requests to one host that names no delay in its robots.txt
 * @param atOnce requests at one time, each to another host
 */
public record Pace(Duration least, Duration usual, Duration most, int tries, Duration gap, int atOnce) {
    public Pace {
        if (!least.isPositive() || usual.compareTo(least) < 0 || most.compareTo(usual) < 0) {
            throw new IllegalArgumentException(
                    "no pace: at least " + least + ", usually " + usual + ", at most " + most);
        }
    }

    /** 5 minutes at least, two days at most, ten tries, a second between requests, 16 at once; the usual time is given. */
    public static Pace every(Duration usual) {
        Duration least = Duration.ofMinutes(5);
        return new Pace(
                usual.compareTo(least) < 0 ? usual : least, usual, Duration.ofDays(2), 10, Duration.ofSeconds(1), 16);
    }

    /**
     * From one successful poll to the next: what the server's headers and the feed itself ask for, the longer of the two.
     *
     * @param ttl what the feed itself asks for
     */
    Duration afterSuccess(Optional<Duration> fresh, Optional<Duration> ttl) {
        Duration asked = fresh.filter(f -> ttl.isEmpty() || f.compareTo(ttl.get()) > 0)
                .or(() -> ttl)
                .orElse(usual);
        return bounded(asked);
    }

    /**
     * From a failure to the next try: doubled with each failure, or as the server asks where that is longer.
     *
     * @param failures in a row, this one included; at least 1
     */
    Duration afterFailure(int failures, Optional<Duration> retryAfter) {
        Duration doubled = least;
        for (int i = 1; i < failures && doubled.compareTo(most) < 0; i++) {
            doubled = doubled.multipliedBy(2);
        }
        Duration backOff = doubled;
        return bounded(retryAfter.filter(r -> r.compareTo(backOff) > 0).orElse(backOff));
    }

    /**
     * When a page that was read is looked at again, for its article may have been changed without a word: after the usual time,
     * then each time when it is twice as old; no more when it would be older than {@link #most}.
     *
     * @param age since it was first listed
     */
    Optional<Duration> untilRevisit(Duration age) {
        Duration next = age.compareTo(usual) < 0 ? usual.minus(age) : age;
        return age.plus(next).compareTo(most) > 0 ? Optional.empty() : Optional.of(bounded(next));
    }

    private Duration bounded(Duration asked) {
        return asked.compareTo(least) < 0 ? least : asked.compareTo(most) > 0 ? most : asked;
    }
}
