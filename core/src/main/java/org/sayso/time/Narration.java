package org.sayso.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.pattern.Grammar.Match;

/**
 * Tells history from news: a text with many years long before its publication and few words that point from today
 * (no weekdays, or five times fewer; none in its first sentences) is reckoned from its own dates. Without a day of publication every text is.
 */
final class Narration {
    private static final Set<String> POINTING =
            Set.of("WEEKDAY", "RELDAY", "OVERNIGHT", "REL_UNIT", "AGO", "FROM_WEEKDAY");

    /** Sentences in which news says when. */
    private static final int LEAD = 4;

    private Narration() {}

    /** Whether an expression is told from today. */
    static boolean points(Match match) {
        return POINTING.contains(match.rule().meaning());
    }

    static boolean isNarrative(List<Match> matches, AnalyzedText text, Optional<LocalDate> published) {
        if (published.isEmpty()) {
            return true;
        }
        int lead = text.sentences()
                .get(Math.min(LEAD, text.sentences().size()) - 1)
                .span()
                .end();
        boolean opensWithToday = matches.stream()
                .filter(m -> m.span().end() <= lead)
                .anyMatch(m -> points(m) && !m.rule().meaning().equals("AGO"));
        if (opensWithToday) {
            return false;
        }
        int year = published.get().getYear();
        long old = matches.stream()
                .filter(m -> m.word("year")
                        .filter(w -> w.isInt() && w.asInt() < year - 1)
                        .isPresent())
                .count();
        long pointing = matches.stream().filter(Narration::points).count();
        boolean weekdays = matches.stream()
                .anyMatch(m -> m.rule().meaning().equals("WEEKDAY")
                        || m.rule().meaning().equals("FROM_WEEKDAY"));
        return old >= 6 && (old > 5 * pointing || (!weekdays && old > pointing));
    }
}
