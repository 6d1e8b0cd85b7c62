package org.sayso.analysis;

import java.util.List;

/** The best relation between two words, if the second were the head of the first. Slots are those of {@link Window#first()}. */
interface Relations {
    /** Outputs of {@link Graph#lean} from which {@link #scored} chooses, in the order of its arguments. */
    List<String> PARTS = List.of("/rel/Add_output_0", "/rel_head/LeakyRelu_output_0", "/rel_bias/Add_output_0");

    int best(int dependant, int head);

    /** Chosen for every pair already: [n, n]. */
    static Relations table(long[] relations, int n) {
        return (dependant, head) -> (int) relations[dependant * n + head];
    }

    /**
     * Chosen when asked for: the highest score of a bilinear form.
     *
     * @param dependants [n, relations, size]
     * @param heads [n, size]
     * @param bias [n, relations], of heads
     */
    static Relations scored(float[] dependants, float[] heads, float[] bias, int n) {
        int size = heads.length / n;
        int relations = bias.length / n;
        return (dependant, head) -> {
            int best = 0;
            float highest = Float.NEGATIVE_INFINITY;
            for (int r = 0; r < relations; r++) {
                float score = dot(dependants, (dependant * relations + r) * size, heads, head * size, size)
                        + bias[head * relations + r];
                if (score > highest) {
                    highest = score;
                    best = r;
                }
            }
            return best;
        };
    }

    private static float dot(float[] a, int from, float[] b, int at, int size) {
        float even = 0;
        float odd = 0;
        int k = 0;
        for (; k + 1 < size; k += 2) {
            even = Math.fma(a[from + k], b[at + k], even);
            odd = Math.fma(a[from + k + 1], b[at + k + 1], odd);
        }
        return k < size ? Math.fma(a[from + k], b[at + k], even) + odd : even + odd;
    }
}
