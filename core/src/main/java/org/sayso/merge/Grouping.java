package org.sayso.merge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sayso.model.Reading;

/**
 * Puts reports of the same happenings together: TF-IDF over words, average link, and a gate of dates, without which this
 * month's call would join last month's.
 *
 * <p>Settings measured on ECB+ topics 1–35 (772 texts in 66 sub-topics; B³ .89, where capital words and the first sixty
 * words count double) together with four stories of 12 to 15 reports, each of which stays whole, alone or among the rest.
 */
final class Grouping {
    private static final double THRESHOLD = 0.20;
    /** Documents imagined to hold none of our words, so that word weights hardly depend on how many reports there are. */
    private static final int BACKGROUND = 500;

    private static final int LEAD_WORDS = 60;
    /** Reports so far apart belong together only if both name the same day. */
    private static final int DAYS_APART = 14;
    /** A day named longer ago than this ties nothing together: every report of a war names the day it began. */
    private static final int DAYS_BACK = 60;

    private static final int FRESH = 3;

    private final Words words;

    Grouping(Words words) {
        this.words = words;
    }

    /** @param readings in a stable order; groups come in the order of their first reading */
    List<List<Reading>> group(List<Reading> readings) {
        List<Map<String, Double>> vectors = vectors(readings);
        List<Set<LocalDate>> days = readings.stream().map(Grouping::daysNamed).toList();
        int n = readings.size();
        double[][] similar = products(vectors);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (similar[i][j] > 0 && !datesAllow(readings.get(i), readings.get(j), days.get(i), days.get(j))) {
                    similar[i][j] = 0;
                }
            }
        }
        return link(n, similar).stream()
                .map(members -> members.stream().map(readings::get).toList())
                .toList();
    }

    private List<Map<String, Double>> vectors(List<Reading> readings) {
        List<Map<String, Double>> counts = readings.stream()
                .map(r -> counts(r.article().title().map(t -> t + "\n").orElse("")
                        + r.article().text()))
                .toList();
        Map<String, Integer> documents = new HashMap<>();
        counts.forEach(c -> c.keySet().forEach(w -> documents.merge(w, 1, Integer::sum)));
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (Map<String, Double> count : counts) {
            Map<String, Double> vector = new TreeMap<>();
            double square = 0;
            for (Map.Entry<String, Double> e : count.entrySet()) {
                double rarity =
                        Math.log((BACKGROUND + readings.size()) / (documents.getOrDefault(e.getKey(), 0) + 1.0));
                double weight = (1 + Math.log(e.getValue())) * rarity;
                vector.put(e.getKey(), weight);
                square += weight * weight;
            }
            double length = Math.sqrt(square);
            if (length > 0) {
                vector.replaceAll((w, weight) -> weight / length);
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private Map<String, Double> counts(String text) {
        Map<String, Double> counts = new TreeMap<>();
        int place = 0;
        for (Words.Word w : words.telling(text)) {
            double weight = (w.capitalized() ? 2 : 1) * (place++ < LEAD_WORDS ? 2 : 1);
            counts.merge(w.stem(), weight, Double::sum);
        }
        return counts;
    }

    /** Of each with those before it. */
    private static double[][] products(List<Map<String, Double>> vectors) {
        double[][] products = new double[vectors.size()][];
        Map<String, List<Weighed>> holding = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            double[] sums = new double[i];
            int at = i;
            vectors.get(i).forEach((word, weight) -> {
                List<Weighed> all = holding.computeIfAbsent(word, w -> new ArrayList<>());
                all.forEach(h -> sums[h.document()] += h.weight() * weight);
                all.add(new Weighed(at, weight));
            });
            products[i] = sums;
        }
        return products;
    }

    private record Weighed(int document, double weight) {}

    private static boolean datesAllow(Reading a, Reading b, Set<LocalDate> daysA, Set<LocalDate> daysB) {
        if (a.article().published().isEmpty() || b.article().published().isEmpty()) {
            return true;
        }
        LocalDate one = a.article().published().get();
        LocalDate other = b.article().published().get();
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= DAYS_APART
                || daysA.stream().anyMatch(daysB::contains)
                || daysA.stream().anyMatch(d -> isFresh(other, d))
                || daysB.stream().anyMatch(d -> isFresh(one, d));
    }

    /** Whether a report of that day would be news of it: "the explosion on Oct. 17", and a report of the 18th. */
    private static boolean isFresh(LocalDate published, LocalDate named) {
        long after = ChronoUnit.DAYS.between(named, published);
        return after >= 0 && after <= FRESH;
    }

    /** Days that a report names, up to two months before it appeared. */
    private static Set<LocalDate> daysNamed(Reading r) {
        LocalDate published = r.article().published().orElse(LocalDate.MAX);
        return r.timexes().stream()
                .filter(t -> t.earliest().isPresent() && t.earliest().equals(t.latest()))
                .map(t -> t.earliest().orElseThrow())
                .filter(d -> !d.isAfter(published) && ChronoUnit.DAYS.between(d, published) <= DAYS_BACK)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Pair(double similarity, int a, int b) {}

    /** Average-link clustering of 0…n-1; members and clusters in ascending order. */
    private static List<List<Integer>> link(int n, double[][] similar) {
        Clusters clusters = new Clusters(similar);
        PriorityQueue<Pair> queue = new PriorityQueue<>(Comparator.comparingDouble(Pair::similarity)
                .reversed()
                .thenComparingInt(Pair::a)
                .thenComparingInt(Pair::b));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (similar[i][j] >= THRESHOLD) {
                    queue.add(new Pair(similar[i][j], j, i));
                }
            }
        }
        while (!queue.isEmpty()) {
            Pair best = queue.remove();
            if (clusters.isAlive(best.a()) && clusters.isAlive(best.b())) {
                queue.addAll(clusters.join(best.a(), best.b()));
            }
        }
        return clusters.all();
    }

    /** Clusters by number: 0…n-1 are single readings, each join makes the next one. The sums of similarities are kept in place. */
    private static final class Clusters {
        private final double[][] sums;
        private final List<List<Integer>> members = new ArrayList<>();
        /** Row of the sums that a cluster uses; -1 once it is part of another. */
        private final List<Integer> rows = new ArrayList<>();
        /** Number of the living cluster that uses a row; -1 where none does. */
        private final int[] living;

        Clusters(double[][] similar) {
            sums = similar;
            living = new int[similar.length];
            for (int i = 0; i < similar.length; i++) {
                members.add(List.of(i));
                rows.add(i);
                living[i] = i;
            }
        }

        boolean isAlive(int cluster) {
            return rows.get(cluster) >= 0;
        }

        /** Pairs of the new cluster with those similar enough. */
        List<Pair> join(int a, int b) {
            int into = rows.get(a);
            int from = rows.get(b);
            int id = members.size();
            List<Integer> all = new ArrayList<>(members.get(a));
            all.addAll(members.get(b));
            members.add(List.copyOf(all));
            rows.set(a, -1);
            rows.set(b, -1);
            rows.add(into);
            living[from] = -1;
            living[into] = id;
            List<Pair> pairs = new ArrayList<>();
            for (int row = 0; row < living.length; row++) {
                if (living[row] >= 0 && row != into) {
                    double sum = sum(into, row) + sum(from, row);
                    sums[Math.max(into, row)][Math.min(into, row)] = sum;
                    double average = sum
                            / ((double) all.size() * members.get(living[row]).size());
                    if (average >= THRESHOLD) {
                        pairs.add(new Pair(average, living[row], id));
                    }
                }
            }
            return pairs;
        }

        private double sum(int one, int other) {
            return sums[Math.max(one, other)][Math.min(one, other)];
        }

        List<List<Integer>> all() {
            return Arrays.stream(living)
                    .filter(c -> c >= 0)
                    .mapToObj(c -> members.get(c).stream().sorted().toList())
                    .sorted(Comparator.comparing(List::getFirst))
                    .toList();
        }
    }
}
