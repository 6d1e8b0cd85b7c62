package org.sayso.analysis;

/**
 * What the network says of one window. Arrays are flat, row-major; n counts slot 0, the root. Slots are those of {@link
 * Window#first()}.
 *
 * @param upos [n]
 * @param xpos [n]
 * @param arc [n, n]: score of the second as head of the first, neither normalised nor masked
 * @param relations best one, if the second were the head of the first
 * @param ner [n, names' labels]: log-probabilities
 * @param bio [n, 3 roles, O B I]: log-probabilities
 * @param link [n, rows, n]: if the first is the first word of a cue, probability that the last has the part in its
 *     attribution that the row is for, {@link Labels#link()}
 * @param fact [n]: from about -3 to 3
 */
record Scores(
        int n,
        int nerLabels,
        int linkRows,
        long[] upos,
        long[] xpos,
        float[] arc,
        Relations relations,
        float[] ner,
        float[] bio,
        float[] link,
        float[] fact) {
    private static final int ROLES = 3;

    double arc(int dependant, int head) {
        return arc[dependant * n + head];
    }

    int rel(int dependant, int head) {
        return relations.best(dependant, head);
    }

    double ner(int slot, int label) {
        return ner[slot * nerLabels + label];
    }

    double bio(int slot, int role, int tag) {
        return bio[(slot * ROLES + role) * 3 + tag];
    }

    double link(int cue, int row, int slot) {
        return link[(cue * linkRows + row) * n + slot];
    }
}
