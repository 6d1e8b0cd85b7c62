package org.sayso.eval;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well mentions are put together, summed over documents: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF by
 * entities with φ4 (Luo 2005), whose mean F1 is the score of CoNLL 2012. Entities of one mention count on neither side. Not
 * thread-safe.
 */
final class ClusterScore {
    private final double[] muc = new double[4];
    private final double[] cubed = new double[4];
    private final double[] ceaf = new double[4];

    /**
     * Adds a document.
     *
     * @param key which entity each mention is of
     * @param answer the same as found; a mention left out is nobody's
     */
    <M> void add(Map<M, String> key, Map<M, String> answer) {
        List<Set<M>> right = clusters(key);
        List<Set<M>> found = clusters(answer);
        links(right, found, muc, 0);
        links(found, right, muc, 2);
        shares(right, found, cubed, 0);
        shares(found, right, cubed, 2);
        double[][] alike = new double[right.size()][found.size()];
        for (int i = 0; i < right.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                int both = common(right.get(i), found.get(j));
                alike[i][j] = 2.0 * both / (right.get(i).size() + found.get(j).size());
            }
        }
        double best = best(alike);
        ceaf[0] += best;
        ceaf[1] += right.size();
        ceaf[2] += best;
        ceaf[3] += found.size();
    }

    double muc() {
        return f1(muc);
    }

    double cubed() {
        return f1(cubed);
    }

    double ceaf() {
        return f1(ceaf);
    }

    double conll() {
        return (muc() + cubed() + ceaf()) / 3;
    }

    /** Of recall's numerator and denominator, then precision's. */
    private static double f1(double[] n) {
        double r = n[1] == 0 ? 0 : n[0] / n[1];
        double p = n[3] == 0 ? 0 : n[2] / n[3];
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    private static <M> List<Set<M>> clusters(Map<M, String> of) {
        Map<String, Set<M>> all = new HashMap<>();
        of.forEach((m, id) -> all.computeIfAbsent(id, k -> new HashSet<>()).add(m));
        return all.values().stream().filter(c -> c.size() > 1).toList();
    }

    /** Links that hold a cluster together and stand in the other partition too, of all that it takes. */
    private static <M> void links(List<Set<M>> of, List<Set<M>> in, double[] sums, int at) {
        for (Set<M> cluster : of) {
            int inside = 0;
            int parts = 0;
            for (Set<M> other : in) {
                int both = common(cluster, other);
                inside += both;
                parts += both > 0 ? 1 : 0;
            }
            sums[at] += inside - parts;
            sums[at + 1] += cluster.size() - 1;
        }
    }

    private static <M> void shares(List<Set<M>> of, List<Set<M>> in, double[] sums, int at) {
        for (Set<M> cluster : of) {
            for (Set<M> other : in) {
                double both = common(cluster, other);
                sums[at] += both * both / cluster.size();
            }
            sums[at + 1] += cluster.size();
        }
    }

    private static <M> int common(Collection<M> a, Set<M> b) {
        return (int) a.stream().filter(b::contains).count();
    }

    /** The highest sum of one-to-one pairs: the Hungarian method with potentials, by rows (Kuhn 1955). */
    static double best(double[][] worth) {
        int rows = worth.length;
        int columns = Arrays.stream(worth).findFirst().map(r -> r.length).orElse(0);
        if (rows > columns) {
            double[][] turned = new double[columns][rows];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    turned[j][i] = worth[i][j];
                }
            }
            return columns == 0 ? 0 : best(turned);
        }
        double[] u = new double[rows + 1];
        double[] v = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int i = 1; i <= rows; i++) {
            assign(worth, i, u, v, rowOf);
        }
        double sum = 0;
        for (int j = 1; j <= columns; j++) {
            sum += rowOf[j] == 0 ? 0 : worth[rowOf[j] - 1][j - 1];
        }
        return sum;
    }

    /** Finds row {@code row} a column by the cheapest augmenting path; costs are the worths turned negative. */
    private static void assign(double[][] worth, int row, double[] u, double[] v, int[] rowOf) {
        int columns = v.length - 1;
        int[] way = new int[columns + 1];
        double[] least = new double[columns + 1];
        boolean[] used = new boolean[columns + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int at = 0;
        do {
            used[at] = true;
            int i = rowOf[at];
            int next = 0;
            double delta = Double.POSITIVE_INFINITY;
            for (int j = 1; j <= columns; j++) {
                if (!used[j]) {
                    double cost = -worth[i - 1][j - 1] - u[i] - v[j];
                    if (cost < least[j]) {
                        least[j] = cost;
                        way[j] = at;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j <= columns; j++) {
                if (used[j]) {
                    u[rowOf[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[way[at]];
            at = way[at];
        }
    }
}
