package org.sayso.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.pattern.Grammar.Match;
import org.sayso.pattern.Word;

/**
 * Dates in a row share the year that the last of them names: "in April and June 1955", "from May 15 to August 16, 1988",
 * "the spring and summer of 1979". The year turns within a row that would otherwise run backwards ("December to March 1944").
 */
final class Series {
    private static final Set<String> MEANINGS = Set.of("DATE", "MONTH", "SEASON", "DAY_RANGE", "DAY_PAIR");

    private static final Set<String> JOINTS =
            Set.of("and", "or", "to", "until", "till", "through", "-", "/", ",", "from", "between", "on", "in", "the");

    /** Words between two dates of one row. */
    private static final int REACH = 3;

    private Series() {}

    static List<Caught> caught(List<Match> matches, Lexicon lexicon) {
        List<Caught> all = new ArrayList<>();
        for (int i = matches.size() - 1; i >= 0; i--) {
            Caught caught = new Caught(matches.get(i), lexicon);
            Optional<Integer> lent = all.isEmpty() ? Optional.empty() : lent(caught, all.getFirst());
            all.addFirst(lent.isPresent() ? caught.lending(lent.get()) : caught);
        }
        return all;
    }

    private static Optional<Integer> lent(Caught first, Caught second) {
        boolean incomplete = MEANINGS.contains(meaning(first))
                && MEANINGS.contains(meaning(second))
                && first.year().isEmpty()
                && !first.has("yearrel")
                && !first.has("dir");
        if (!incomplete || !joined(first.match(), second.match())) {
            return Optional.empty();
        }
        boolean turns = month(first) > month(second);
        return second.year().map(y -> turns ? y - 1 : y);
    }

    private static String meaning(Caught caught) {
        return caught.match().rule().meaning();
    }

    private static boolean joined(Match first, Match second) {
        List<Word> between = first.words().subList(first.to(), second.from());
        return !between.isEmpty()
                && between.size() <= REACH
                && between.stream().map(Word::key).allMatch(JOINTS::contains)
                && !between.stream().map(Word::key).allMatch(k -> k.equals("in") || k.equals("on") || k.equals(","));
    }

    private static int month(Caught caught) {
        if (caught.has("month")) {
            return caught.month();
        }
        String season = caught.lexicon().value("SEASON", caught.word("season").orElseThrow());
        return Point.season(2000, season).start().getMonthValue();
    }
}
