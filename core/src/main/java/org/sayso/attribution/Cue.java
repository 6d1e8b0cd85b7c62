package org.sayso.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sayso.model.Attribution.Stance;

/**
 * Words that attribute, as {@code cues.tsv} gives them.
 *
 * @param lemmas in order; the first is the head
 * @param frames what may stand as content: clause, quote, np, inf, as, acc, cite, hedge, according, prep:p
 */
record Cue(List<String> lemmas, Kind kind, Stance stance, Set<String> frames, String example) {
    enum Kind {
        VERB,
        NOUN,
        ADVERB,
        PHRASE
    }

    Cue {
        lemmas = List.copyOf(lemmas);
        frames = Set.copyOf(frames);
    }

    static Cue of(List<String> row) {
        return new Cue(
                List.of(row.get(0).split(" ")),
                Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                Stance.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                Set.of(row.get(3).split(",")),
                row.get(4));
    }

    boolean takes(String frame) {
        return frames.contains(frame);
    }

    /** Prepositions whose object is the content. */
    List<String> prepositions() {
        return frames.stream()
                .filter(f -> f.startsWith("prep:"))
                .map(f -> f.substring(5))
                .sorted()
                .toList();
    }
}
