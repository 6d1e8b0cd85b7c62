package org.sayso.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed that is watched.
 *
 * @param url as its reader named it
 * @param address where it is asked; a permanent redirect changes it
 * @param etag what to ask with whether it has changed
 * @param ttl how long it may be kept, by its own word
 * @param due when it is to be asked next
 * @param failures in a row
 * @param problem what was wrong the last time
 * @param ended why it is asked no more
 * @param listedBy url of the list of feeds that names it; empty where its reader did
 */
public record WatchedFeed(
        String url,
        String address,
        Optional<String> title,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<Duration> ttl,
        Instant due,
        int failures,
        Optional<String> problem,
        Optional<String> ended,
        Optional<String> listedBy) {
    /** One that was never asked. */
    public static WatchedFeed named(String url, Instant due) {
        return new WatchedFeed(
                url,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                due,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Asked without success. */
    public WatchedFeed failed(String why, Instant again) {
        return failed(why, again, Optional.empty());
    }

    private WatchedFeed failed(String why, Instant again, Optional<String> end) {
        return new WatchedFeed(
                url, address, title, etag, lastModified, ttl, again, failures + 1, Optional.of(why), end, listedBy);
    }

    /** Not asked after all. */
    public WatchedFeed postponed(Instant until) {
        return new WatchedFeed(url, address, title, etag, lastModified, ttl, until, failures, problem, ended, listedBy);
    }

    /** To be asked no more. */
    public WatchedFeed ended(String why) {
        return failed(why, due, Optional.of(why));
    }
}
