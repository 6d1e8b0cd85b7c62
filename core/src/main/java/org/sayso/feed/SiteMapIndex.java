package org.sayso.feed;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * An index of site maps (sitemaps.org). News stands in the site maps that changed last, the others are an archive: those are followed
 * that changed within a week of the newest, or do not say when.
 */
final class SiteMapIndex {
    private static final Duration LATELY = Duration.ofDays(7);
    /** Of an index no more site maps are followed. */
    static final int MOST = 50;

    private SiteMapIndex() {}

    static Parsed.Listing parse(Element root, FeedDates dates, URI at) {
        Map<String, Optional<OffsetDateTime>> changed = new LinkedHashMap<>();
        for (Element map : root.getAllElements()) {
            if (Xml.local(map).equals("sitemap")) {
                child(map, "loc")
                        .flatMap(loc -> FeedParser.address(loc, at))
                        .ifPresent(address -> changed.putIfAbsent(
                                address, child(map, "lastmod").flatMap(m -> dates.read(m, Optional.empty()))));
            }
        }
        Optional<OffsetDateTime> since = changed.values().stream()
                .flatMap(Optional::stream)
                .max(Comparator.comparing(OffsetDateTime::toInstant))
                .map(newest -> newest.minus(LATELY));
        List<String> lately = changed.entrySet().stream()
                .filter(e -> e.getValue().isEmpty() || !e.getValue().get().isBefore(since.orElseThrow()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
        return new Parsed.Listing(lately, changed.size() - lately.size(), !Xml.isWhole(root));
    }

    private static Optional<String> child(Element of, String name) {
        return of.children().stream()
                .filter(e -> Xml.local(e).equals(name))
                .map(Element::text)
                .findFirst();
    }
}
