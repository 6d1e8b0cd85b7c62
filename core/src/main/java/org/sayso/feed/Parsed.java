package org.sayso.feed;

import java.util.List;

/** What stood where a feed was expected. */
public sealed interface Parsed permits Feed, Parsed.Listing, Parsed.NoNews, Parsed.NoFeed {
    /**
     * A list of feeds (OPML), or an index of site maps.
     *
     * @param feeds their addresses, each once; of site maps the lately changed ones
     * @param older site maps that were not changed of late, or stand behind those that are followed
     * @param cutOff it broke off: there may have been more
     */
    record Listing(List<String> feeds, int older, boolean cutOff) implements Parsed {
        public Listing {
            feeds = List.copyOf(feeds);
        }
    }

    /** A site map, none of whose entries is news. */
    record NoNews() implements Parsed {}

    /**
     * @param what it is instead, for people: "an HTML page, “503 Service Unavailable”"
     * @param feeds addresses of feeds that it names
     */
    record NoFeed(String what, List<String> feeds) implements Parsed {
        public NoFeed {
            feeds = List.copyOf(feeds);
        }
    }
}
