package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sayso.analysis.Labelling.Segment;

class LabellingTest {
    /** O, B-x, I-x, B-y, I-y. */
    private static final int[] BEGINS = {-1, -1, 1, -1, 3};

    @Test
    void thePathIsTheBestOfAllAllowed() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            double[][] scores = matrix(random, 1 + random.nextInt(5), BEGINS.length);
            int[] path = Labelling.path(scores.length, BEGINS, (k, l) -> scores[k][l]);
            double sum = 0;
            for (int k = 0; k < path.length; k++) {
                int begin = BEGINS[path[k]];
                assertThat(begin < 0 || (k > 0 && (path[k - 1] == begin || path[k - 1] == path[k])))
                        .isTrue();
                sum += scores[k][path[k]];
            }
            assertThat(sum).isEqualTo(bestPath(scores, 0, -1), Offset.offset(1e-9));
        }
    }

    private static double bestPath(double[][] scores, int k, int before) {
        if (k == scores.length) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int l = 0; l < BEGINS.length; l++) {
            if (BEGINS[l] < 0 || before == l || before == BEGINS[l]) {
                best = Math.max(best, scores[k][l] + bestPath(scores, k + 1, l));
            }
        }
        return best;
    }

    @Test
    void segmentsAreRunsOfOneKind() {
        assertThat(Labelling.segments(new int[] {1, 2, 2, 0, 3, 3, 4, 1}, BEGINS))
                .containsExactly(
                        new Segment(0, 3, 1), new Segment(4, 5, 3), new Segment(5, 7, 3), new Segment(7, 8, 1));
    }

    @Test
    void theSegmentsChosenAreTheBestOfAllSets() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 500; round++) {
            double[][] s = matrix(random, 3, 1 + random.nextInt(7));
            List<Segment> chosen = Labelling.bestSegments(s[0], s[1], s[2]);
            int at = 0;
            double sum = 0;
            for (Segment segment : chosen) {
                assertThat(segment.start()).isGreaterThanOrEqualTo(at);
                at = segment.end();
                sum += weight(s, segment.start(), segment.end());
            }
            assertThat(sum).isEqualTo(bestSet(s, 0), Offset.offset(1e-9));
        }
    }

    private static double bestSet(double[][] s, int from) {
        double best = 0;
        for (int start = from; start < s[0].length; start++) {
            for (int end = start + 1; end <= s[0].length; end++) {
                best = Math.max(best, weight(s, start, end) + bestSet(s, end));
            }
        }
        return best;
    }

    private static double weight(double[][] s, int start, int end) {
        double sum = s[1][start] + s[2][end - 1];
        for (int k = start; k < end; k++) {
            sum += s[0][k];
        }
        return sum;
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns) {
        double[][] m = new double[rows][columns];
        for (double[] row : m) {
            java.util.Arrays.setAll(row, j -> random.nextDouble() * 4 - 2);
        }
        return m;
    }
}
