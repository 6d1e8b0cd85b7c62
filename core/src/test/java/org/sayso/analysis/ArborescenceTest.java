package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
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
            assertThat(isSingleRooted(heads)).isTrue();
            assertThat(weight(scores, heads)).isEqualTo(best(scores), org.assertj.core.data.Offset.offset(1e-6));
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

    private static double best(double[][] scores) {
        int[] heads = new int[scores.length];
        heads[0] = -1;
        return best(scores, heads, 1);
    }

    private static double best(double[][] scores, int[] heads, int i) {
        if (i == heads.length) {
            return isSingleRooted(heads) ? weight(scores, heads) : Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < heads.length; h++) {
            if (h != i) {
                heads[i] = h;
                best = Math.max(best, best(scores, heads, i + 1));
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
