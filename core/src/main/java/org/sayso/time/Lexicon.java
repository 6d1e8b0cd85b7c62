package org.sayso.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sayso.pattern.Grammar;
import org.sayso.pattern.Word;
import org.sayso.table.Table;

/** The words of time and what they are worth, from words.tsv; and the classes that numbers fall into. */
final class Lexicon implements Grammar.Classifier {
    private final Map<String, List<String>> classes = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        for (List<String> row : Table.rows(Lexicon.class, "words.tsv", 4)) {
            lexicon.classes.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(row.get(1));
            lexicon.values.put(row.get(1) + " " + row.get(0), row.get(2));
        }
        return lexicon;
    }

    Map<String, List<String>> classes() {
        return classes;
    }

    /** What a word of a class is worth; empty for none. */
    String value(String wordClass, Word word) {
        return value(wordClass, word.key());
    }

    String value(String wordClass, String key) {
        return values.getOrDefault(wordClass + " " + key, "");
    }

    int number(String wordClass, Word word) {
        return Integer.parseInt(value(wordClass, word));
    }

    /** 1 to 12, by full name or abbreviation. */
    int month(Word word) {
        String full = value("MONTH", word);
        return full.isEmpty() ? number("MABBR", word) : Integer.parseInt(full);
    }

    int weekday(Word word) {
        String full = value("WEEKDAY", word);
        return full.isEmpty() ? number("WABBR", word) : Integer.parseInt(full);
    }

    /** Letter of the unit in TIMEX3 durations (TH for hours), with a factor before it where it has none of its own. */
    String unit(Word word) {
        return Stream.of("UNIT", "UNITS", "QUARTERS")
                .map(c -> value(c, word))
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> classesOf(Word word) {
        return switch (word.kind()) {
            case NUMBER -> number(word);
            case SPELLED ->
                !word.isInt() ? List.of() : word.asInt() < 10_000 ? List.of("NUM", "SMALL") : List.of("NUM");
            case ORDINAL -> word.isInt() && word.asInt() <= 31 ? List.of("DAYTH", "ORDINAL") : List.of("ORDINAL");
            case DECADE -> word.key().length() == 3 ? List.of("DECADE", "AGES") : List.of("DECADE");
            case SHORT_YEAR -> List.of("SYEAR");
            case CLOCK -> List.of("CLOCK");
            case DATE -> List.of(word.key().indexOf('-') > 0 ? "ISO" : "SLASHED");
            case FRACTION -> List.of("FRAC");
            case LETTERS, MARK, BREAK -> List.of();
        };
    }

    private static List<String> number(Word word) {
        String digits = word.key();
        List<String> all = new ArrayList<>(5);
        all.add("NUM");
        if (digits.indexOf('.') > 0) {
            boolean clock = digits.matches("\\d{1,2}\\.\\d{2}");
            return clock ? List.of("NUM", "DOTTED") : List.of("NUM");
        }
        if (digits.indexOf(',') > 0 || digits.length() > 4) {
            return all;
        }
        all.add("SMALL");
        int value = Integer.parseInt(digits);
        if (digits.length() <= 2) {
            if (value >= 1 && value <= 31) {
                all.add("DAY");
            }
            if (value <= 24) {
                all.add("HOUR");
            }
            if (digits.length() == 2) {
                all.add("YY");
            }
        } else if (digits.length() == 3) {
            all.add("YEAR3");
        } else {
            if (value >= 1000 && value <= 2100) {
                all.add("YEAR");
            }
            if (value / 100 <= 24 && value % 100 < 60) {
                all.add("HHMM");
            }
        }
        return all;
    }
}
