package org.sayso.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sayso.eval.TimeGold.Document;
import org.sayso.eval.TimeGold.Expression;

/**
 * Time expressions as TempEval-3 counts them (gold/score/timex.py): strict is the same span, relaxed any overlap, value the
 * same value string on a relaxed match; beside it, the same value where {@link TimeNotation} writes both alike. Each prediction is matched to at most one gold expression, same spans first, then the
 * largest overlap. Not thread-safe.
 */
public final class TimeScore {
    private int gold;
    private int predicted;
    private int strict;
    private int relaxed;
    private int value;
    private int valueEqual;
    private long characters;
    private long nanos;

    private record Pair(int exact, int overlap, int gold, int predicted) {}

    /** The heading over {@link #line}. */
    public static String heading() {
        return String.format(
                Locale.ROOT,
                "%-24s %5s %5s  %-22s %-22s %-22s %-22s %12s",
                "corpus",
                "gold",
                "pred",
                "strict P/R/F1",
                "relaxed P/R/F1",
                "value P/R/F1",
                "notation made equal",
                "characters/s");
    }

    /**
     * @param found what was found in the whole text, in any order
     * @param took nanoseconds that finding took
     */
    public void add(Document document, List<Expression> found, long took) {
        List<Expression> counted = document.counted(found);
        gold += document.expressions().size();
        predicted += counted.size();
        characters += document.text().length();
        nanos += took;
        match(document.expressions(), counted);
    }

    private void match(List<Expression> all, List<Expression> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                Expression g = all.get(i);
                Expression p = found.get(j);
                int overlap = Math.min(g.span().end(), p.span().end())
                        - Math.max(g.span().start(), p.span().start());
                if (overlap > 0) {
                    pairs.add(new Pair(g.span().equals(p.span()) ? 0 : 1, -overlap, i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::exact)
                .thenComparingInt(Pair::overlap)
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::predicted));
        boolean[] goldTaken = new boolean[all.size()];
        boolean[] foundTaken = new boolean[found.size()];
        for (Pair pair : pairs) {
            if (!goldTaken[pair.gold()] && !foundTaken[pair.predicted()]) {
                goldTaken[pair.gold()] = true;
                foundTaken[pair.predicted()] = true;
                relaxed++;
                strict += pair.exact() == 0 ? 1 : 0;
                String wanted = all.get(pair.gold()).value();
                String given = found.get(pair.predicted()).value();
                value += wanted.strip().equalsIgnoreCase(given.strip()) ? 1 : 0;
                valueEqual += TimeNotation.equal(wanted).equals(TimeNotation.equal(given)) ? 1 : 0;
            }
        }
    }

    /** Characters read in a second of the time that finding took. */
    public long speed() {
        return nanos == 0 ? 0 : characters * 1_000_000_000L / nanos;
    }

    public ObjectNode figures() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("gold", gold).put("predicted", predicted);
        result.set("strict", scores(strict));
        result.set("relaxed", scores(relaxed));
        result.set("value", scores(value));
        result.set("valueNotationEqual", scores(valueEqual));
        return result.put("charactersPerSecond", speed());
    }

    private ObjectNode scores(int hits) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("p", round(precision(hits)))
                .put("r", round(recall(hits)))
                .put("f1", round(f1(hits)));
    }

    private double precision(int hits) {
        return predicted == 0 ? 0 : (double) hits / predicted;
    }

    private double recall(int hits) {
        return gold == 0 ? 0 : (double) hits / gold;
    }

    private double f1(int hits) {
        return gold + predicted == 0 ? 0 : 2.0 * hits / (gold + predicted);
    }

    private static double round(double x) {
        return Math.round(10_000 * x) / 10_000.0;
    }

    /** The figures of one corpus under {@link #heading}. */
    public String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-24s %5d %5d  %-22s %-22s %-22s %-22s %12d",
                name,
                gold,
                predicted,
                column(strict),
                column(relaxed),
                column(value),
                column(valueEqual),
                speed());
    }

    private String column(int hits) {
        return String.format(
                Locale.ROOT, "%.1f / %.1f / %.1f", 100 * precision(hits), 100 * recall(hits), 100 * f1(hits));
    }
}
