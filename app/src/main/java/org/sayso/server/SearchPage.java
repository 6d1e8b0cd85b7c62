package org.sayso.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sayso.store.Hit;
import org.sayso.wording.Kept;

/**
 * What a search found, with facets to narrow it.
 *
 * @param found how many there are; the first {@value #SHOWN} are shown
 */
public record SearchPage(
        String words,
        String kind,
        String publisher,
        Map<String, Integer> kinds,
        Map<String, Integer> publishers,
        int found,
        List<Found> hits) {
    /** Among so many of each kind the facets are counted. */
    static final int SEARCHED = 1000;

    private static final int SHOWN = 50;

    /** @param excerpt pieces in turn outside and inside of what was searched for */
    public record Found(String kind, String publisher, String title, String link, List<String> excerpt) {}

    /** @param claims summaries by id */
    static SearchPage of(String words, String kind, String publisher, List<Hit> hits, Map<String, String> claims) {
        List<Found> all = hits.stream().map(h -> found(h, claims)).toList();
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, Integer> publishers = new TreeMap<>();
        List<Found> wanted = new ArrayList<>();
        for (Found f : all) {
            boolean ofKind = kind.isEmpty() || f.kind().equals(kind);
            boolean ofPublisher = publisher.isEmpty() || f.publisher().equals(publisher);
            if (ofPublisher) {
                kinds.merge(f.kind(), 1, Integer::sum);
            }
            if (ofKind && !f.publisher().isEmpty()) {
                publishers.merge(f.publisher(), 1, Integer::sum);
            }
            if (ofKind && ofPublisher) {
                wanted.add(f);
            }
        }
        return new SearchPage(
                words,
                kind,
                publisher,
                kinds,
                publishers,
                wanted.size(),
                wanted.stream().limit(SHOWN).toList());
    }

    private static Found found(Hit hit, Map<String, String> claims) {
        return switch (hit) {
            case Hit.InText t ->
                new Found("report", t.publisher(), Kept.beginning(t.title()), Quote.link(t.docId()), t.excerpt());
            case Hit.InClaim c ->
                new Found(
                        "claim",
                        "",
                        claims.getOrDefault(c.claim(), c.claim()),
                        "/story/" + c.story() + "#" + c.claim(),
                        c.excerpt());
        };
    }
}
