package org.sayso.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sayso.store.Hit;

/** What a search found, with facets to narrow it. */
public record SearchPage(
        String words,
        String kind,
        String publisher,
        Map<String, Integer> kinds,
        Map<String, Integer> publishers,
        List<Found> hits) {
    /** @param excerpt pieces in turn outside and inside of what was searched for */
    public record Found(String kind, String publisher, String title, String link, List<String> excerpt) {}

    /** @param claims summaries by id */
    static SearchPage of(
            String words, String kind, String publisher, List<Hit> hits, Map<String, String> claims, Readings readings)
            throws IOException {
        List<Found> all = new ArrayList<>();
        for (Hit hit : hits) {
            List<String> excerpt = List.of(hit.excerpt().split("[\\[\\]]", -1));
            all.add(
                    switch (hit) {
                        case Hit.InText t ->
                            new Found(
                                    "report",
                                    readings.publisher(t.docId()),
                                    readings.of(t.docId())
                                            .map(r -> Headline.of(r.article()))
                                            .orElse(t.docId()),
                                    Quote.link(t.docId()),
                                    excerpt);
                        case Hit.InClaim c ->
                            new Found(
                                    "claim",
                                    "",
                                    claims.getOrDefault(c.claim(), c.claim()),
                                    "/story/" + c.story() + "#" + c.claim(),
                                    excerpt);
                    });
        }
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, Integer> publishers = new TreeMap<>();
        all.forEach(f -> {
            kinds.merge(f.kind(), 1, Integer::sum);
            if (!f.publisher().isEmpty()) {
                publishers.merge(f.publisher(), 1, Integer::sum);
            }
        });
        List<Found> shown = all.stream()
                .filter(f -> kind.isEmpty() || f.kind().equals(kind))
                .filter(f -> publisher.isEmpty() || f.publisher().equals(publisher))
                .toList();
        return new SearchPage(words, kind, publisher, kinds, publishers, shown);
    }
}
