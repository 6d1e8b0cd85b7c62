package org.sayso.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Best label sequences (Viterbi 1967) over labels of the kind begin, inside, outside. */
final class Labelling {
    private Labelling() {}

    /** Log-probability of a label at a place. */
    interface Scorer {
        double score(int place, int label);
    }

    /**
     * A run of words with one kind of label.
     *
     * @param end after the last
     * @param label that its first word has
     */
    record Segment(int start, int end, int label) {}

    /**
     * The best path.
     *
     * @param begins for each inside label its begin label, after which, or after itself, it may only stand; -1 for others
     */
    static int[] path(int length, int[] begins, Scorer scorer) {
        int labels = begins.length;
        double[] score = new double[labels];
        int[][] back = new int[length][labels];
        for (int l = 0; l < labels; l++) {
            score[l] = begins[l] >= 0 ? Double.NEGATIVE_INFINITY : scorer.score(0, l);
        }
        for (int k = 1; k < length; k++) {
            int best = argmax(score);
            double[] next = new double[labels];
            for (int l = 0; l < labels; l++) {
                int from = begins[l] < 0 ? best : score[l] > score[begins[l]] ? l : begins[l];
                back[k][l] = from;
                next[l] = score[from] + scorer.score(k, l);
            }
            score = next;
        }
        int[] path = new int[length];
        path[length - 1] = argmax(score);
        for (int k = length - 1; k > 0; k--) {
            path[k - 1] = back[k][path[k]];
        }
        return path;
    }

    private static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The segments of a path: each begins at a begin label and goes on over its inside label. */
    static List<Segment> segments(int[] path, int[] begins) {
        boolean[] isBegin = new boolean[begins.length];
        Arrays.stream(begins).filter(b -> b >= 0).forEach(b -> isBegin[b] = true);
        List<Segment> segments = new ArrayList<>();
        for (int k = 0; k < path.length; k++) {
            if (isBegin[path[k]]) {
                int end = k + 1;
                while (end < path.length && begins[path[end]] == path[k]) {
                    end++;
                }
                segments.add(new Segment(k, end, path[k]));
            }
        }
        return segments;
    }

    /**
     * The set of disjoint segments with the greatest sum of the first word's {@code first}, every word's {@code inside} and
     * the last word's {@code last}; no segment counts 0. A segment may begin right after another.
     */
    static List<Segment> bestSegments(double[] inside, double[] first, double[] last) {
        int n = inside.length;
        double outside = 0;
        double within = Double.NEGATIVE_INFINITY;
        boolean[] closed = new boolean[n + 1]; // word k - 1 ended a segment
        byte[] came = new byte[n]; // 0: the segment goes on, 1: begins after a gap, 2: begins right after another
        for (int k = 0; k <= n; k++) {
            double end = k > 0 ? within + last[k - 1] : Double.NEGATIVE_INFINITY;
            closed[k] = end > outside;
            if (k < n) {
                came[k] = begins(within, outside + first[k], end + first[k]);
                within = (came[k] == 0 ? within : (came[k] == 1 ? outside : end) + first[k]) + inside[k];
            }
            outside = Math.max(outside, end);
        }
        return trace(closed, came);
    }

    private static byte begins(double goesOn, double afterGap, double afterAnother) {
        if (goesOn >= afterGap && goesOn >= afterAnother) {
            return 0;
        }
        return (byte) (afterGap >= afterAnother ? 1 : 2);
    }

    private static List<Segment> trace(boolean[] closed, byte[] came) {
        List<Segment> segments = new ArrayList<>();
        int end = closed[came.length] ? came.length : -1;
        for (int k = came.length - 1; k >= 0; k--) {
            if (end < 0) {
                end = closed[k] ? k : -1;
            } else if (came[k] != 0) {
                segments.addFirst(new Segment(k, end, 1));
                end = came[k] == 2 ? k : -1;
            }
        }
        return segments;
    }
}
