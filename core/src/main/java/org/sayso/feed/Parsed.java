package org.sayso.feed;

import java.util.List;

/** What stood where a feed was expected. */
public sealed interface Parsed permits Feed, Parsed.NoFeed {
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
