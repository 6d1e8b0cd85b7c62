package org.sayso.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sayso.pattern.Word.Kind;
import org.sayso.table.Table;

/**
 * Reads spelled numbers: folds "twenty-two", "two hundred and five", "a million", "2.5 million", "$1.2bn" into one word of
 * kind SPELLED with its number. Digits alone stay as they are. Thread-safe.
 */
public final class Numerals {
    private enum Part {
        UNIT,
        TENS,
        HUNDRED,
        SCALE,
        GLUED
    }

    private record Entry(Part part, BigDecimal value) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, Entry> entries;

    private Numerals(Map<String, Entry> entries) {
        this.entries = entries;
    }

    public static Numerals load() {
        Map<String, Entry> entries = new HashMap<>();
        for (List<String> row : Table.rows(Numerals.class, "numerals.tsv", 4)) {
            Part part = Part.valueOf(row.get(1).toUpperCase(java.util.Locale.ROOT));
            entries.put(row.get(0), new Entry(part, new BigDecimal(row.get(2))));
        }
        return new Numerals(Map.copyOf(entries));
    }

    /** The words of a text with its spelled numbers folded. */
    public List<Word> fold(String text) {
        List<Word> words = Words.of(text);
        List<Word> folded = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); ) {
            Reader reader = new Reader(words, i);
            int end = reader.read();
            if (end > i && (end > i + 1 || words.get(i).kind() == Kind.LETTERS)) {
                var span = words.get(i).span().union(words.get(end - 1).span());
                String form = span.of(text);
                folded.add(new Word(
                        span,
                        form,
                        form.toLowerCase(java.util.Locale.ROOT),
                        Kind.SPELLED,
                        Optional.of(reader.total.add(reader.group))));
                i = end;
            } else {
                folded.add(words.get(i++));
            }
        }
        return folded;
    }

    /** One number: groups below a thousand, each closed by its scale. */
    private final class Reader {
        private final List<Word> words;
        private final int start;
        private int at;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal group = BigDecimal.ZERO;

        Reader(List<Word> words, int start) {
            this.words = words;
            this.start = start;
            this.at = start;
        }

        /** The place after the number; the start where there is none. */
        int read() {
            if (!first()) {
                return start;
            }
            int end = at;
            while (next()) {
                end = at;
            }
            return end;
        }

        private boolean first() {
            Word word = words.get(at);
            if (word.kind() == Kind.NUMBER) {
                group = word.number().orElseThrow();
                at++;
                return scaleFollows();
            }
            Optional<Entry> entry = entry(at);
            if (entry.isPresent()) {
                Part part = entry.get().part();
                if (part == Part.UNIT || part == Part.TENS) {
                    group = entry.get().value();
                    at++;
                    return true;
                }
                return false;
            }
            boolean article = word.key().equals("a") || word.key().equals("an");
            Optional<Entry> after = article ? entry(at + 1) : Optional.empty();
            if (after.isPresent()
                    && (after.get().part() == Part.HUNDRED || after.get().part() == Part.SCALE)) {
                group = BigDecimal.ONE;
                at++;
                return true;
            }
            return false;
        }

        private boolean scaleFollows() {
            Optional<Entry> entry = entry(at);
            return entry.isPresent()
                    && (entry.get().part() == Part.SCALE
                            || entry.get().part() == Part.HUNDRED
                            || (entry.get().part() == Part.GLUED && isGlued(at)));
        }

        private boolean next() {
            int from = at;
            int joint = isMark(at, "-") || isMark(at, "and") ? 1 : 0;
            boolean and = joint == 1 && isMark(at, "and");
            Optional<Entry> entry = entry(at + joint);
            if (entry.isEmpty() || (joint == 1 && !and && !isGlued(at))) {
                return false;
            }
            at += joint + 1;
            BigDecimal value = entry.get().value();
            boolean fits = switch (entry.get().part()) {
                case UNIT ->
                    (and
                                    ? endsHundred()
                                    : group.signum() > 0
                                            ? endsTens() && value.compareTo(BigDecimal.TEN) < 0 || endsHundred()
                                            : total.signum() > 0)
                            && value.signum() > 0;
                case TENS -> endsHundred() || (group.signum() == 0 && total.signum() > 0);
                case HUNDRED -> !and && group.signum() > 0 && group.compareTo(HUNDRED) < 0;
                case SCALE -> !and && group.signum() > 0;
                case GLUED -> joint == 0 && group.signum() > 0 && isGlued(at - 1);
            };
            if (!fits) {
                at = from;
                return false;
            }
            take(entry.get());
            return true;
        }

        private void take(Entry entry) {
            switch (entry.part()) {
                case UNIT, TENS -> group = group.add(entry.value());
                case HUNDRED -> group = group.multiply(HUNDRED);
                case SCALE, GLUED -> {
                    total = total.add(group.multiply(entry.value()));
                    group = BigDecimal.ZERO;
                }
            }
        }

        private boolean endsTens() {
            BigDecimal rest = group.remainder(HUNDRED);
            return rest.compareTo(BigDecimal.TEN) > 0
                    && rest.remainder(BigDecimal.TEN).signum() == 0;
        }

        private boolean endsHundred() {
            return group.compareTo(HUNDRED) >= 0 && group.remainder(HUNDRED).signum() == 0;
        }

        private Optional<Entry> entry(int i) {
            if (i >= words.size()) {
                return Optional.empty();
            }
            Word word = words.get(i);
            return word.kind() == Kind.LETTERS ? Optional.ofNullable(entries.get(word.key())) : Optional.empty();
        }

        private boolean isMark(int i, String key) {
            return i < words.size() && words.get(i).key().equals(key);
        }

        private boolean isGlued(int i) {
            return i > 0 && words.get(i - 1).span().end() == words.get(i).span().start();
        }
    }
}
