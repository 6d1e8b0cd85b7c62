package org.sayso.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is said of one story of the gold. Filled by one evaluation, then only read. */
final class StoryPrediction {
    /** Outlets that each document cites. */
    final Map<String, Set<String>> cites = new TreeMap<>();

    /** Independent vouchers of each claim asked about; empty: no number is given. */
    final Map<String, Optional<Integer>> independent = new TreeMap<>();

    final Map<String, List<Dispute>> disputes = new TreeMap<>();

    /** Pairs of documents. */
    final Set<Set<String>> copies = new java.util.LinkedHashSet<>();

    /** @param kind "denial", "no_comment", … */
    record Dispute(String by, String kind) {}

    void cites(String doc, String outlet) {
        cites.computeIfAbsent(doc, d -> new TreeSet<>()).add(outlet);
    }

    void disputes(String claim, String by, String kind) {
        disputes.computeIfAbsent(claim, c -> new ArrayList<>()).add(new Dispute(by, kind));
    }

    void copies(String one, String other) {
        copies.add(Set.of(one, other));
    }
}
