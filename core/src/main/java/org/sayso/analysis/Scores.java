package org.sayso.analysis;

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
        float[] fact) {
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

    /** Log-odds. */
    double link(int cue, int row, int slot) {
        return links.score(cue, slot, row, cue);
    }
}
