package org.sayso.time;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Span;
import org.sayso.pattern.Grammar.Match;
import org.sayso.pattern.Word;

/**
 * What a rule caught, read with the lexicon.
 *
 * @param lentYear the year of the row of dates that it stands in, where only the last of them names it
 */
record Caught(Match match, Lexicon lexicon, Optional<Integer> lentYear) {
    Caught(Match match, Lexicon lexicon) {
        this(match, lexicon, Optional.empty());
    }

    Caught lending(int year) {
        return new Caught(match, lexicon, Optional.of(year));
    }

    boolean has(String name) {
        return match.has(name);
    }

    Optional<Word> word(String name) {
        return match.word(name);
    }

    /** The keys under a name, parted by blanks; empty where there are none. */
    String keys(String name) {
        return match.keys(name);
    }

    boolean is(String name, String keys) {
        return match.keys(name).equals(keys);
    }

    /** The span of the expression: that of {@code span} where the rule names one, else of the whole match. */
    Span span() {
        return spanOf("span").orElseGet(match::span);
    }

    Optional<Span> spanOf(String name) {
        List<Word> words = match.captures().getOrDefault(name, List.of());
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.getFirst().span().union(words.getLast().span()));
    }

    int month() {
        return lexicon.month(word("month").orElseThrow());
    }

    int number(String name) {
        return word(name).orElseThrow().asInt();
    }

    /** The year that is written, astronomical for years before Christ. */
    Optional<Integer> year() {
        return word("year")
                .map(w -> keys("era").startsWith("b") ? 1 - w.asInt() : w.asInt())
                .or(() -> lentYear);
    }

    /** TIMEX3 code of a part of the day. */
    Optional<String> part() {
        return word("part").map(w -> lexicon.value("PART", w));
    }

    /** By how many units "last", "this" or "next" moves; "past" and "previous" are -1, "coming" and "following" 1. */
    static int step(String direction) {
        return switch (direction) {
            case "last", "past", "this past", "previous", "preceding", "before" -> -1;
            case "next", "coming", "this coming", "following", "succeeding", "after" -> 1;
            default -> 0;
        };
    }
}
