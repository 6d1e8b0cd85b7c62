package org.sayso.pattern;

import java.math.BigDecimal;
import java.util.Optional;
import org.sayso.model.Span;

/**
 * A word, number or mark of a text.
 *
 * @param form the characters at {@code span}
 * @param key what patterns look at: lower case, dots of abbreviations left out ("a.m." is {@code am}), dashes made one
 * @param number its number, where it is one
 */
public record Word(Span span, String form, String key, Kind kind, Optional<BigDecimal> number) {
    /** What the characters look like. BREAK is an empty line; DECADE is "1990s", SHORT_YEAR is "'82". */
    public enum Kind {
        LETTERS,
        NUMBER,
        SPELLED,
        ORDINAL,
        DECADE,
        SHORT_YEAR,
        CLOCK,
        DATE,
        FRACTION,
        MARK,
        BREAK
    }

    /** Whether it begins with an upper-case letter. */
    public boolean isCapital() {
        return Character.isUpperCase(form.charAt(0));
    }

    /** The number as an int; only for words that have a small whole one. */
    public int asInt() {
        return number.orElseThrow(() -> new IllegalStateException(form + " at " + span + " is no number"))
                .intValueExact();
    }

    /** Whether it has a whole number that an int can hold. */
    public boolean isInt() {
        return number.isPresent()
                && number.get().stripTrailingZeros().scale() <= 0
                && number.get().abs().compareTo(BigDecimal.valueOf(1_000_000_000)) < 0;
    }
}
