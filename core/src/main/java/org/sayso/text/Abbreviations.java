package org.sayso.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sayso.table.Table;

/** What keeps its period, and whether a sentence may end with it. Immutable. */
final class Abbreviations {
    /** See the head of {@code abbreviations.tsv}. */
    enum Kind {
        TITLE,
        NUMBER,
        OPEN
    }

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Set<String> starters = new HashSet<>();

    static Abbreviations load() {
        return new Abbreviations();
    }

    private Abbreviations() {
        Table.rows(Abbreviations.class, "abbreviations.tsv", 3)
                .forEach(r -> kinds.put(r.get(0), Kind.valueOf(r.get(1).toUpperCase(Locale.ROOT))));
        Table.rows(Abbreviations.class, "starters.tsv", 2).forEach(r -> starters.add(r.get(0)));
    }

    /** Whether the word {@code [start, period)} takes the period that follows it into itself. */
    boolean takesPeriod(String text, int start, int period, int to) {
        if (period >= to || text.charAt(period) != '.') {
            return false;
        }
        Kind kind = kinds.get(text.substring(start, period + 1));
        int next = Characters.skipGaps(text, period + 1, to);
        if (kind == null) {
            return isInitial(text, start, period)
                    && next < to
                    && Character.isUpperCase(text.codePointAt(next))
                    && !startsSentence(text, next, to);
        }
        return kind != Kind.NUMBER || (next < to && Character.isDigit(text.codePointAt(next)));
    }

    /** A single capital before a name: J. Weiss. "I." is taken for the pronoun. */
    private static boolean isInitial(String text, int start, int period) {
        return period == start + 1 && text.charAt(start) != 'I' && Character.isUpperCase(text.charAt(start));
    }

    /** Whether a sentence can end with this word, which ends in a period of its own. */
    boolean mayEnd(String word) {
        Kind kind = kinds.get(word);
        return kind == null ? word.length() > 2 : kind == Kind.OPEN;
    }

    /** Whether a capitalised word that commonly opens sentences stands at {@code i}. */
    boolean startsSentence(String text, int i, int to) {
        int end = Characters.skipWord(text, i, to);
        return end > i
                && Character.isUpperCase(text.codePointAt(i))
                && end - i <= 12
                && starters.contains(text.substring(i, end).toLowerCase(Locale.ROOT));
    }
}
