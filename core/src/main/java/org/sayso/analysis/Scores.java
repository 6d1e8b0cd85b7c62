package org.sayso.analysis;

import java.util.Arrays;

/**
 * What the network says of one window. Arrays are flat, row-major; n counts slot 0, the root. Slots are those of {@link
 * Window#first()}.
 *
 * @param upos [n]
 * @param xpos [n]
 * @param arc [n, n]: score of the second as head of the first, neither normalised nor masked
 * @param relations of the first word, if the second were its head; the bias is the second's
 * @param ner [n, names' labels]: log-probabilities
 * @param bio [n, 3 roles, O B I]: log-probabilities
 * @param links if the first word is the first of a cue: the log-odds that the second has the part in its attribution that the
 *     label is for, {@link Labels#link()}; the bias is the first's
 * @param fact [n]: from about -3 to 3
 * @param refer [n, size]: vectors by which {@link Antecedents} scores pairs; empty where the weights give none
 * @param classes [n, classes of events twice]: logits, in the eyes of the innermost voucher, then in the author's; empty likewise
 */
record Scores(
        int n,
        int nerLabels,
        long[] upos,
        long[] xpos,
        float[] arc,
        Pairs relations,
        float[] ner,
        float[] bio,
        Pairs links,
        float[] fact,
        float[] refer,
        float[] classes) {
    private static final int ROLES = 3;

    double arc(int dependant, int head) {
        return arc[dependant * n + head];
    }

    /** The best relation between a word and its head. */
    int rel(int dependant, int head) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < relations.labels(); r++) {
            double score = relations.score(dependant, head, r, head);
            if (score > highest) {
                highest = score;
                best = r;
            }
        }
        return best;
    }

    double ner(int slot, int label) {
        return ner[slot * nerLabels + label];
    }

    double bio(int slot, int role, int tag) {
        return bio[(slot * ROLES + role) * 3 + tag];
    }

    /** Of one word; empty where the weights give none. */
    float[] refer(int slot) {
        return row(refer, slot);
    }

    /** Of one word; empty where the weights give none. */
    float[] classes(int slot) {
        return row(classes, slot);
    }

    private float[] row(float[] rows, int slot) {
        int size = rows.length / n;
        return Arrays.copyOfRange(rows, slot * size, (slot + 1) * size);
    }

    /** Log-odds. */
    double link(int cue, int row, int slot) {
        return links.score(cue, slot, row, cue);
    }
}
