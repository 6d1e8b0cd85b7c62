package org.sayso.merge;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Span;

/**
 * Who stands behind some words of one report, outermost first.
 *
 * @param words the sources in words; empty: the publisher's own words
 * @param outlets outlets on the way, outermost first, those included that were told ("told Reuters")
 * @param end who stands at the end; absent where it is the publisher, or nobody is named
 * @param endKind what stands at the end
 * @param hearsay the first unnamed source on the way, where somebody else stands at the end: it vouches that he said so
 * @param stance of the innermost attribution
 * @param at the words of the innermost source or cue; absent for the publisher's own words
 * @param when id of the time expression that dates the innermost statement
 */
record Chain(
        List<String> words,
        List<String> outlets,
        Optional<Party> end,
        Source.Kind endKind,
        Optional<String> hearsay,
        Stance stance,
        Optional<Span> at,
        Optional<String> when) {
    Chain {
        words = List.copyOf(words);
        outlets = List.copyOf(outlets);
    }

    /** The publisher says it in its own words. */
    boolean isOwnWords() {
        return words.isEmpty();
    }

    Optional<String> lastOutlet() {
        return outlets.isEmpty() ? Optional.empty() : Optional.of(outlets.getLast());
    }
}
