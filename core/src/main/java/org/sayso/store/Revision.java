package org.sayso.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of an article under the same docId.
 *
 * @param at when the new version was added to the record
 */
public record Revision(
        String docId,
        Instant at,
        Optional<String> formerTitle,
        Optional<String> title,
        String formerText,
        String text) {
    /** Paragraphs of the new version that the former had not, in their order. */
    public List<String> added() {
        return missing(text, formerText);
    }

    /** Paragraphs of the former version that the new one has no more, in their order. */
    public List<String> removed() {
        return missing(formerText, text);
    }

    private static List<String> missing(String of, String in) {
        Set<String> there = Set.copyOf(paragraphs(in));
        return paragraphs(of).stream().filter(p -> !there.contains(p)).toList();
    }

    private static List<String> paragraphs(String text) {
        return text.lines()
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .distinct()
                .toList();
    }
}
