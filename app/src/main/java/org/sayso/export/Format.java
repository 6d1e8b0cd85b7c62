package org.sayso.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code sayso export} can write. */
public enum Format {
    CSV,
    JSONL,
    PLOVER,
    BRIEF;

    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(f -> f.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
