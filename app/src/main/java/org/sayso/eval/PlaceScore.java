package org.sayso.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sayso.model.Span;

/**
 * Toponym scores by the definitions of gold's {@code score/place.py}: a place is right within 161 km or with the same
 * GeoNames id. Counts one corpus; add documents one by one, then read the figures. Not thread-safe.
 */
final class PlaceScore {
    private static final double LIMIT = 161;
    private static final double FARTHEST = 20039;

    private int questions;
    private int answered;
    private int right;
    private double logError;
    private int gold;
    private int predicted;
    private int exact;
    private int overlapping;
    private int resolved;
    private int goldPlaced;
    private int predictedPlaced;

    /** @param at latitude and longitude, where known */
    record Toponym(Span span, Optional<double[]> at, Optional<Long> geonames) {}

    /** Gold spans put as questions: {@code answers} are in the order of {@code wanted}. */
    void addResolved(List<Toponym> wanted, List<Toponym> answers) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).at().isPresent()) {
                questions++;
                OptionalDouble error = error(wanted.get(i), answers.get(i));
                answered += error.isPresent() ? 1 : 0;
                right += error.isPresent() && error.getAsDouble() <= LIMIT ? 1 : 0;
                logError += Math.log(Math.min(FARTHEST, error.orElse(FARTHEST)) + 1) / Math.log(FARTHEST + 1);
            }
        }
    }

    /** What was found without being told the spans. */
    void addFound(List<Toponym> wanted, List<Toponym> found) {
        gold += wanted.size();
        predicted += found.size();
        goldPlaced += (int) wanted.stream().filter(t -> t.at().isPresent()).count();
        Set<Integer> uncounted = new HashSet<>();
        for (int[] pair : pairs(wanted, found)) {
            Toponym g = wanted.get(pair[0]);
            Toponym p = found.get(pair[1]);
            overlapping++;
            exact += g.span().equals(p.span()) ? 1 : 0;
            if (g.at().isEmpty()) {
                uncounted.add(pair[1]);
            } else {
                OptionalDouble error = error(g, p);
                resolved += error.isPresent() && error.getAsDouble() <= LIMIT ? 1 : 0;
            }
        }
        for (int j = 0; j < found.size(); j++) {
            predictedPlaced += !uncounted.contains(j) && found.get(j).at().isPresent() ? 1 : 0;
        }
    }

    private static List<int[]> pairs(List<Toponym> gold, List<Toponym> found) {
        record Candidate(boolean inexact, int overlap, int g, int p) {}
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                Span a = gold.get(i).span();
                Span b = found.get(j).span();
                int overlap = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
                if (overlap > 0) {
                    all.add(new Candidate(!a.equals(b), -overlap, i, j));
                }
            }
        }
        all.sort(Comparator.comparing(Candidate::inexact)
                .thenComparingInt(Candidate::overlap)
                .thenComparingInt(Candidate::g)
                .thenComparingInt(Candidate::p));
        Set<Integer> usedGold = new HashSet<>();
        Set<Integer> usedFound = new HashSet<>();
        List<int[]> pairs = new ArrayList<>();
        for (Candidate c : all) {
            if (!usedGold.contains(c.g()) && !usedFound.contains(c.p())) {
                usedGold.add(c.g());
                usedFound.add(c.p());
                pairs.add(new int[] {c.g(), c.p()});
            }
        }
        return pairs;
    }

    static OptionalDouble error(Toponym gold, Toponym answer) {
        if (gold.geonames().isPresent() && gold.geonames().equals(answer.geonames())) {
            return OptionalDouble.of(0);
        }
        return gold.at().isPresent() && answer.at().isPresent()
                ? OptionalDouble.of(km(gold.at().get(), answer.at().get()))
                : OptionalDouble.empty();
    }

    private static double km(double[] a, double[] b) {
        double la = Math.toRadians(a[0]);
        double lb = Math.toRadians(b[0]);
        double h = Math.pow(Math.sin((lb - la) / 2), 2)
                + Math.cos(la) * Math.cos(lb) * Math.pow(Math.sin(Math.toRadians(b[1] - a[1]) / 2), 2);
        return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    ObjectNode figures() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("questions", questions).put("answered", answered);
        all.put("acc161", rounded(ratio(right, questions)));
        all.put("acc161_of_answered", rounded(ratio(right, answered)));
        all.put("auc", rounded(ratio(logError, questions)));
        if (predicted > 0) {
            all.set("spans_exact", prf(exact, gold, predicted));
            all.set("spans_overlap", prf(overlapping, gold, predicted));
            all.set("resolved", prf(resolved, goldPlaced, predictedPlaced));
        }
        return all;
    }

    private static ObjectNode prf(int hits, int gold, int predicted) {
        double p = ratio(hits, predicted);
        double r = ratio(hits, gold);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.put("p", rounded(p)).put("r", rounded(r)).put("f1", rounded(p + r == 0 ? 0 : 2 * p * r / (p + r)));
    }

    private static double ratio(double a, double b) {
        return b == 0 ? 0 : a / b;
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }
}
