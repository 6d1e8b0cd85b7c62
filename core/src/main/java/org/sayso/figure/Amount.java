package org.sayso.figure;

import java.math.BigDecimal;
import java.util.Optional;
import org.sayso.model.Span;

/**
 * A number as written, with its bounds; what it counts is not known yet.
 *
 * @param span all its words, "at least 12"
 * @param core the number without bounds, "12"
 * @param unit "percent" or a currency's ISO 4217 code, where written with the number
 * @param from first word of {@code span}
 * @param to place after its last word
 */
record Amount(
        Span span,
        Span core,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        boolean approximate,
        Optional<String> unit,
        int from,
        int to) {

    /** The one number that it is, or its larger bound. */
    BigDecimal value() {
        return high.or(() -> low).orElseThrow();
    }

    boolean isSingular() {
        return value().compareTo(BigDecimal.ONE) == 0;
    }

    boolean isMoney() {
        return unit.isPresent() && !unit.get().equals(Lexicon.PERCENT);
    }
}
