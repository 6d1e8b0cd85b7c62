package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts one label a text: accuracy, and F1 of each class that occurs in gold, plain and weighted mean. */
final class Labels {
    private final String name;
    private final Map<String, Integer> gold = new TreeMap<>();
    private final Map<String, Integer> predicted = new TreeMap<>();
    private final Map<String, Integer> right = new TreeMap<>();
    private int n;

    Labels(String name) {
        this.name = name;
    }

    void add(String wanted, String given) {
        n++;
        gold.merge(wanted, 1, Integer::sum);
        predicted.merge(given, 1, Integer::sum);
        if (wanted.equals(given)) {
            right.merge(wanted, 1, Integer::sum);
        }
    }

    double accuracy() {
        return n == 0 ? 0 : right.values().stream().mapToInt(i -> i).sum() / (double) n;
    }

    double macro() {
        return gold.keySet().stream().mapToDouble(this::f1).average().orElse(0);
    }

    private double weighted() {
        return n == 0
                ? 0
                : gold.entrySet().stream()
                                .mapToDouble(e -> f1(e.getKey()) * e.getValue())
                                .sum()
                        / n;
    }

    private double precision(String label) {
        int given = predicted.getOrDefault(label, 0);
        return given == 0 ? 0 : right.getOrDefault(label, 0) / (double) given;
    }

    private double recall(String label) {
        int wanted = gold.getOrDefault(label, 0);
        return wanted == 0 ? 0 : right.getOrDefault(label, 0) / (double) wanted;
    }

    private double f1(String label) {
        double p = precision(label);
        double r = recall(label);
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: n %d  accuracy %.3f  macro F1 %.3f  weighted F1 %.3f%n",
                name,
                n,
                accuracy(),
                macro(),
                weighted());
        gold.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> out.printf(
                        Locale.ROOT,
                        "  %-12s gold %4d  P %.2f R %.2f F1 %.2f%n",
                        e.getKey(),
                        e.getValue(),
                        precision(e.getKey()),
                        recall(e.getKey()),
                        f1(e.getKey())));
    }

    ObjectNode figures(ObjectMapper mapper) {
        ObjectNode node = mapper.createObjectNode();
        node.put("n", n);
        node.put("accuracy", rounded(accuracy()));
        node.put("macro_f1", rounded(macro()));
        node.put("weighted_f1", rounded(weighted()));
        return node;
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
