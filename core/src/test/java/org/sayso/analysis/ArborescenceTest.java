package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArborescenceTest {
    @Test
    void aWordAloneHangsFromTheRoot() {
        assertThat(Arborescence.heads(new double[2][2])).containsExactly(-1, 0);
    }

    @Test
    void aCycleIsBrokenWhereItCostsLeast() {
        double[][] scores = {{0, 0, 0}, {5, 0, 9}, {1, 9, 0}};
        assertThat(Arborescence.heads(scores)).containsExactly(-1, 0, 1);
    }

    /** Both words would hang from the root. */
    @Test
    void onlyOneWordHangsFromTheRoot() {
        double[][] scores = {{0, 0, 0}, {9, 0, 1}, {8, 2, 0}};
        assertThat(Arborescence.heads(scores)).containsExactly(-1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void isAsGoodAsTheBestOfAllTrees(int size) {
        SplittableRandom random = new SplittableRandom(size);
        for (int round = 0; round < 300; round++) {
            double[][] scores = new double[size][size];
            for (double[] row : scores) {
                // few distinct values, so that ties and cycles are common
                Arrays.setAll(row, j -> random.nextInt(7) - 3 + (size % 2 == 0 ? 0 : random.nextDouble()));
            }
            int[] heads = Arborescence.heads(scores);
            int root = root(heads);
            assertThat(isSingleRooted(heads)).isTrue();
            assertThat(isSpanned(heads)).isFalse();
            assertThat(best(scores, h -> root(h) == root)).isEqualTo(best(scores, h -> true), within(1e-6));
            assertThat(weight(scores, heads))
                    .isEqualTo(best(scores, h -> root(h) == root && !isSpanned(h)), within(1e-6));
        }
    }

    @Test
    void longSentencesTakeNoTime() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] scores = new double[500][500];
        for (double[] row : scores) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        assertThat(isSingleRooted(Arborescence.heads(scores))).isTrue();
        for (double[] row : scores) {
            Arrays.fill(row, 0);
        }
        assertThat(isSingleRooted(Arborescence.heads(scores))).isTrue();
    }

    private static int root(int[] heads) {
        int root = 1;
        while (heads[root] != 0) {
            root++;
        }
        return root;
    }

    /** Whether an arc passes over the root. */
    private static boolean isSpanned(int[] heads) {
        int root = root(heads);
        return IntStream.range(1, heads.length).anyMatch(i -> heads[i] > 0 && (i - root) * (heads[i] - root) < 0);
    }

    /** The weight of the best of all single-rooted trees that are wanted. */
    private static double best(double[][] scores, Predicate<int[]> wanted) {
        int[] heads = new int[scores.length];
        heads[0] = -1;
        return best(scores, heads, 1, wanted);
    }

    private static double best(double[][] scores, int[] heads, int i, Predicate<int[]> wanted) {
        if (i == heads.length) {
            return isSingleRooted(heads) && wanted.test(heads) ? weight(scores, heads) : Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < heads.length; h++) {
            if (h != i) {
                heads[i] = h;
                best = Math.max(best, best(scores, heads, i + 1, wanted));
            }
        }
        return best;
    }

    private static double weight(double[][] scores, int[] heads) {
        double sum = 0;
        for (int i = 1; i < heads.length; i++) {
            sum += scores[i][heads[i]];
        }
        return sum;
    }

    private static boolean isSingleRooted(int[] heads) {
        int roots = 0;
        for (int i = 1; i < heads.length; i++) {
            roots += heads[i] == 0 ? 1 : 0;
            int at = i;
            for (int steps = 0; at > 0; steps++) {
                if (steps > heads.length) {
                    return false;
                }
                at = heads[at];
            }
        }
        return roots == 1;
    }
}
