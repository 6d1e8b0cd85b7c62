package org.sayso.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Likeness of two texts by their runs of four words, as score/extraction.py measures it (after the
 * article-extraction-benchmark).
 */
public final class Shingles {
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int LENGTH = 4;

    private Shingles() {}

    /**
     * Shares of shingles in both, in the prediction only and in gold only; they add up to 1, or are all 0 where both are
     * empty.
     *
     * @param same whether both have the same words in the same order
     */
    public record Agreement(double both, double wrong, double missed, boolean same) {
        public double f1() {
            return both + wrong + missed == 0 ? 1 : 2 * both / (2 * both + wrong + missed);
        }

        public double precision() {
            return wrong == 0 && missed == 0 ? 1 : ratio(both, wrong);
        }

        public double recall() {
            return wrong == 0 && missed == 0 ? 1 : ratio(both, missed);
        }

        private static double ratio(double a, double b) {
            return a + b == 0 ? 0 : a / (a + b);
        }
    }

    /**
     * Means over pages. A page for which nothing is predicted lowers recall only; {@code meanPageF1} has no such hole.
     *
     * @param accuracy share of pages with exactly the gold's words
     */
    public record Scores(double f1, double precision, double recall, double meanPageF1, double accuracy, int empty) {
        public static Scores of(List<Agreement> pages) {
            double precision = mean(pages.stream()
                    .filter(p -> p.both() + p.wrong() > 0)
                    .mapToDouble(Agreement::precision)
                    .toArray());
            double recall = mean(pages.stream()
                    .filter(p -> p.both() + p.missed() > 0)
                    .mapToDouble(Agreement::recall)
                    .toArray());
            return new Scores(
                    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                    precision,
                    recall,
                    mean(pages.stream().mapToDouble(Agreement::f1).toArray()),
                    mean(pages.stream().mapToDouble(p -> p.same() ? 1 : 0).toArray()),
                    (int) pages.stream().filter(p -> p.both() + p.wrong() == 0).count());
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return values.length == 0 ? 0 : sum / values.length;
        }
    }

    public static Agreement compare(String gold, String predicted) {
        List<String> wanted = words(gold);
        List<String> found = words(predicted);
        Map<List<String>, Integer> left = counts(wanted);
        int total = left.values().stream().mapToInt(Integer::intValue).sum();
        int both = 0;
        int wrong = 0;
        for (List<String> shingle : shingles(found)) {
            int remaining = left.getOrDefault(shingle, 0);
            if (remaining > 0) {
                left.put(shingle, remaining - 1);
                both++;
            } else {
                wrong++;
            }
        }
        double sum = total + wrong;
        return sum == 0
                ? new Agreement(0, 0, 0, true)
                : new Agreement(both / sum, wrong / sum, (total - both) / sum, wanted.equals(found));
    }

    private static List<String> words(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Map<List<String>, Integer> counts(List<String> words) {
        Map<List<String>, Integer> counts = new HashMap<>();
        shingles(words).forEach(shingle -> counts.merge(shingle, 1, Integer::sum));
        return counts;
    }

    /** A text shorter than four words is one shingle. */
    private static List<List<String>> shingles(List<String> words) {
        List<List<String>> shingles = new ArrayList<>();
        if (!words.isEmpty()) {
            int last = Math.max(0, words.size() - LENGTH);
            for (int i = 0; i <= last; i++) {
                shingles.add(words.subList(i, Math.min(words.size(), i + LENGTH)));
            }
        }
        return shingles;
    }
}
