package org.sayso.analysis;

/**
 * What links two words, scored for each of several labels by a bilinear form when asked for: of all pairs hardly any are
 * asked about. Slots are those of {@link Window#first()}.
 *
 * @param left [n, labels, size], of a pair's first word
 * @param right [n, size], of its second
 * @param bias [n, labels], of the first or of the second, as the caller knows
 * @param n slots
 */
record Pairs(float[] left, float[] right, float[] bias, int n) {
    int labels() {
        return bias.length / n;
    }

    double score(int first, int second, int label, int biased) {
        int size = right.length / n;
        int labels = labels();
        return dot(left, (first * labels + label) * size, right, second * size, size) + bias[biased * labels + label];
    }

    /** Eight sums side by side: one alone would wait for each of its additions. */
    private static float dot(float[] a, int from, float[] b, int at, int size) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int k = 0;
        for (; k + 7 < size; k += 8) {
            s0 = Math.fma(a[from + k], b[at + k], s0);
            s1 = Math.fma(a[from + k + 1], b[at + k + 1], s1);
            s2 = Math.fma(a[from + k + 2], b[at + k + 2], s2);
            s3 = Math.fma(a[from + k + 3], b[at + k + 3], s3);
            s4 = Math.fma(a[from + k + 4], b[at + k + 4], s4);
            s5 = Math.fma(a[from + k + 5], b[at + k + 5], s5);
            s6 = Math.fma(a[from + k + 6], b[at + k + 6], s6);
            s7 = Math.fma(a[from + k + 7], b[at + k + 7], s7);
        }
        for (; k < size; k++) {
            s0 = Math.fma(a[from + k], b[at + k], s0);
        }
        return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
    }
}
