package org.sayso.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A feed as it stands.
 *
 * @param title of the feed
 * @param ttl how long it may be kept before it is asked again: RSS {@code ttl}, or the syndication module's period
 * @param entries in the order of the feed, one an address
 * @param withoutAddress entries that lead nowhere
 * @param cutOff the feed broke off: there may have been more entries
 */
public record Feed(
        Kind kind,
        Optional<String> title,
        Optional<Duration> ttl,
        List<Entry> entries,
        int withoutAddress,
        boolean cutOff)
        implements Parsed {
    public Feed {
        entries = List.copyOf(entries);
    }

    public enum Kind {
        RSS,
        RDF,
        ATOM,
        JSON_FEED,
        NEWS_SITEMAP
    }
}
