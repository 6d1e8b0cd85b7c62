package org.sayso.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sayso.analysis.Labelling.Segment;
import org.sayso.model.ProposedAttribution;
import org.sayso.model.Span;

/**
 * From scores to attributions, as training/decode.py does and measures. Cues come from the labels; each opens an attribution
 * unless an earlier one has taken it; its content and its source are the sets of segments that its links make most likely.
 */
final class Attributions {
    private static final int[] BEGINS = {-1, -1, 1};
    /** Log-odds of a link count no further: a probability of 1e-5 from either end. */
    private static final double MOST_LINK = Math.log((1 - 1e-5) / 1e-5);

    private static final double MOST_ODDS = 8;

    /** The parts of an attribution, each with its place in the labels' second dimension. */
    private enum Role {
        SOURCE(0),
        CUE(1),
        CONTENT(2);

        private final int at;
        private final String row = name().toLowerCase(Locale.ROOT);

        Role(int at) {
            this.at = at;
        }
    }

    private final Scores scores;
    private final Labels labels;
    private final List<Span> words;

    private Attributions(Scores scores, Labels labels, List<Span> words) {
        this.scores = scores;
        this.labels = labels;
        this.words = words;
    }

    /** The attributions of a window, in order of their cue. Segments may cross sentence ends. */
    static List<ProposedAttribution> of(Scores scores, Labels labels, List<Span> words) {
        return words.isEmpty() ? List.of() : new Attributions(scores, labels, words).all();
    }

    private List<ProposedAttribution> all() {
        List<Segment> cues = cues();
        boolean[] taken = new boolean[cues.size()];
        List<ProposedAttribution> found = new ArrayList<>();
        for (int j = 0; j < cues.size(); j++) {
            if (taken[j]) {
                continue;
            }
            int anchor = cues.get(j).start() + 1;
            List<Segment> cue = new ArrayList<>(List.of(cues.get(j)));
            for (int k = j + 1; k < cues.size(); k++) {
                if (!taken[k] && mean(anchor, Role.CUE, cues.get(k)) > labels.cueJoin()) {
                    cue.add(cues.get(k));
                    taken[k] = true;
                }
            }
            List<Segment> content = segments(anchor, Role.CONTENT, labels.content());
            if (!content.isEmpty()) {
                List<Segment> source = segments(anchor, Role.SOURCE, labels.source());
                double sure = confidence(anchor, source, content);
                found.add(new ProposedAttribution(spans(source), spans(cue), spans(content), sure));
            }
        }
        return found;
    }

    private List<Segment> cues() {
        int[] path = Labelling.path(
                words.size(),
                BEGINS,
                (k, tag) -> scores.bio(k + 1, Role.CUE.at, tag) - (tag == 0 ? labels.cueBias() : 0));
        return Labelling.segments(path, BEGINS);
    }

    /** The segments of a role, given the first word of the cue. */
    private List<Segment> segments(int anchor, Role role, Labels.Part part) {
        int member = labels.link().indexOf(role.row);
        int opening = labels.link().indexOf(role.row + "_first");
        int closing = labels.link().indexOf(role.row + "_last");
        int n = words.size();
        double[] inside = new double[n];
        double[] first = new double[n];
        double[] last = new double[n];
        for (int w = 0; w < n; w++) {
            double linked = part.member() * logit(anchor, member, w);
            inside[w] = Math.clamp(linked, -part.clip(), part.clip())
                    + part.bio() * Math.clamp(odds(w, role.at), -MOST_ODDS, MOST_ODDS);
            first[w] = part.edge() * logit(anchor, opening, w) + part.edgeBias();
            last[w] = part.edge() * logit(anchor, closing, w) + part.edgeBias();
        }
        return Labelling.bestSegments(inside, first, last);
    }

    /** Log-odds of a link; 0, no opinion, where the weights have no such row. */
    private double logit(int anchor, int row, int word) {
        if (row < 0) {
            return 0;
        }
        return Math.clamp(scores.link(anchor, row, word + 1), -MOST_LINK, MOST_LINK);
    }

    /** Log-odds that a word has a role at all, whatever the cue. */
    private double odds(int word, int role) {
        double in = Math.exp(scores.bio(word + 1, role, 1)) + Math.exp(scores.bio(word + 1, role, 2));
        return Math.log(in) - scores.bio(word + 1, role, 0);
    }

    /** The mean probability of the link. */
    private double mean(int anchor, Role role, Segment segment) {
        int row = labels.link().indexOf(role.row);
        double sum = 0;
        for (int w = segment.start(); w < segment.end(); w++) {
            sum += 1 / (1 + Math.exp(-scores.link(anchor, row, w + 1)));
        }
        return sum / (segment.end() - segment.start());
    }

    private List<Span> spans(List<Segment> segments) {
        return segments.stream()
                .map(s -> words.get(s.start()).union(words.get(s.end() - 1)))
                .toList();
    }

    /** Geometric mean of: the first cue word is a cue at all; the mean link of each role that was found. */
    private double confidence(int anchor, List<Segment> source, List<Segment> content) {
        double product = 1 - Math.exp(scores.bio(anchor, Role.CUE.at, 0));
        product *= mean(anchor, Role.CONTENT, content);
        product *= source.isEmpty() ? 1 : mean(anchor, Role.SOURCE, source);
        return Math.clamp(Math.pow(Math.max(0, product), source.isEmpty() ? 1 / 2.0 : 1 / 3.0), 0, 1);
    }

    private double mean(int anchor, Role role, List<Segment> segments) {
        return segments.stream()
                .mapToDouble(s -> mean(anchor, role, s))
                .average()
                .orElse(0);
    }
}
