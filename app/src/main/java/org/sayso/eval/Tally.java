package org.sayso.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** Counts of what was found: right, guessed and in gold. Not thread-safe. */
final class Tally {
    private int right;
    private int guessed;
    private int gold;

    void add(int moreRight, int moreGuessed, int moreGold) {
        right += moreRight;
        guessed += moreGuessed;
        gold += moreGold;
    }

    /** Counts the members of two sets that are equal. */
    <T> void add(Set<T> predictions, Set<T> truth) {
        add((int) predictions.stream().filter(truth::contains).count(), predictions.size(), truth.size());
    }

    double precision() {
        return guessed == 0 ? 0 : (double) right / guessed;
    }

    double recall() {
        return gold == 0 ? 0 : (double) right / gold;
    }

    double f1() {
        return guessed + gold == 0 ? 0 : 2.0 * right / (guessed + gold);
    }

    /** {@code P 90.00  R 80.00  F1 84.71  (n 100)}, in percent. */
    String line() {
        return String.format(
                Locale.ROOT, "P %6.2f  R %6.2f  F1 %6.2f  (n %d)", 100 * precision(), 100 * recall(), 100 * f1(), gold);
    }

    /** Adds an object of p, r, f1, from 0 to 1, and n, the size of the gold. */
    void write(ObjectNode parent, String name) {
        ObjectNode node = parent.putObject(name);
        node.put("p", rounded(precision()));
        node.put("r", rounded(recall()));
        node.put("f1", rounded(f1()));
        node.put("n", gold);
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
