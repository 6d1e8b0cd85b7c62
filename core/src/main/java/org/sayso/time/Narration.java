package org.sayso.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.pattern.Grammar.Match;

/**
 * Tells history from news: a text with many years long before its publication and few words that point from today
 * (no weekdays, or three times fewer) is reckoned from its own dates. Without a day of publication every text is.
 */
final class Narration {
    private static final Set<String> POINTING =
            Set.of("WEEKDAY", "RELDAY", "OVERNIGHT", "REL_UNIT", "AGO", "FROM_WEEKDAY");

    private Narration() {}

    static boolean isNarrative(List<Match> matches, Optional<LocalDate> published) {
        if (published.isEmpty()) {
            return true;
        }
        int year = published.get().getYear();
        long old = matches.stream()
                .filter(m -> m.word("year")
                        .filter(w -> w.isInt() && w.asInt() < year - 1)
                        .isPresent())
                .count();
        long pointing = matches.stream()
                .filter(m -> POINTING.contains(m.rule().meaning()))
                .count();
        boolean weekdays = matches.stream()
                .anyMatch(m -> m.rule().meaning().equals("WEEKDAY")
                        || m.rule().meaning().equals("FROM_WEEKDAY"));
        return old >= 6 && (old > 3 * pointing || (!weekdays && old > pointing));
    }
}
