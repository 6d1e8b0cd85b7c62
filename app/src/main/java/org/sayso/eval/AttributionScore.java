package org.sayso.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Span;

/**
 * The definitions of {@code gold/score/attribution.py}: counts of one document, added up over documents. Spans are turned
 * into sets of {@link ScoredText} tokens; a relation is matched one to one, the best link first.
 */
final class AttributionScore {
    enum Role {
        SOURCE,
        CUE,
        CONTENT
    }

    /** Source, cue and content of one relation. */
    record Relation(List<Span> source, List<Span> cue, List<Span> content) {
        List<Span> role(Role role) {
            return switch (role) {
                case SOURCE -> source;
                case CUE -> cue;
                case CONTENT -> content;
            };
        }
    }

    /** The tokens of each role. */
    private record Parts(Set<Integer> source, Set<Integer> cue, Set<Integer> content) {
        Set<Integer> role(Role role) {
            return switch (role) {
                case SOURCE -> source;
                case CUE -> cue;
                case CONTENT -> content;
            };
        }
    }

    /** A relation as token sets; {@code trimmed} is without punctuation unless that is scored, too. */
    private record Tokens(Parts all, Parts trimmed, int sourceHead, String kind) {}

    private record Pair(int gold, int predicted, double score) {}

    private final boolean strict;
    private final Map<String, int[]> counts = new LinkedHashMap<>();

    /**
     * @param strict whether punctuation decides matches
     */
    AttributionScore(boolean strict) {
        this.strict = strict;
    }

    void add(ScoredText text, List<Relation> gold, List<Relation> predicted) {
        List<Tokens> g = gold.stream().map(r -> tokens(text, r)).toList();
        List<Tokens> p = predicted.stream().map(r -> tokens(text, r)).toList();
        for (Role role : Role.values()) {
            segments(text, role, g, p);
        }
        relations(g, p);
    }

    /** Precision, recall and F1 from 0 to 1, then gold and predicted counts. */
    double[] figures(String metric) {
        int[] c = counts.getOrDefault(metric, new int[4]);
        double precision = c[3] == 0 ? 0 : c[2] / (double) c[3];
        double recall = c[1] == 0 ? 0 : c[0] / (double) c[1];
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new double[] {precision, recall, f1, c[1], c[3]};
    }

    /**
     * Whether the cue is touched, the source's head is in the source, and half of the content agrees.
     *
     * @param content whether the content counts
     */
    boolean isRight(ScoredText text, Relation gold, Relation predicted, boolean content) {
        Tokens g = tokens(text, gold);
        Tokens p = tokens(text, predicted);
        return shares(g.trimmed().cue(), p.trimmed().cue())
                && sameSource(g, p)
                && (!content || jaccard(g.trimmed().content(), p.trimmed().content()) >= 0.5);
    }

    private static boolean sameSource(Tokens gold, Tokens predicted) {
        return gold.all().source().isEmpty()
                ? predicted.all().source().isEmpty()
                : predicted.all().source().contains(gold.sourceHead());
    }

    private void count(String metric, int trueGold, int gold, int truePredicted, int predicted) {
        int[] c = counts.computeIfAbsent(metric, m -> new int[4]);
        c[0] += trueGold;
        c[1] += gold;
        c[2] += truePredicted;
        c[3] += predicted;
    }

    private Tokens tokens(ScoredText text, Relation relation) {
        Parts all =
                new Parts(text.tokens(relation.source()), text.tokens(relation.cue()), text.tokens(relation.content()));
        Parts trimmed =
                strict ? all : new Parts(text.words(all.source()), text.words(all.cue()), text.words(all.content()));
        int head = all.source().isEmpty() ? -1 : text.head(all.source());
        return new Tokens(all, trimmed, head, text.kind(all.content()));
    }

    private void segments(ScoredText text, Role role, List<Tokens> gold, List<Tokens> predicted) {
        Set<Set<Integer>> g = pieces(text, role, gold);
        Set<Set<Integer>> p = pieces(text, role, predicted);
        Set<Set<Integer>> both = new HashSet<>(g);
        both.retainAll(p);
        count("segment-exact/" + role.name().toLowerCase(Locale.ROOT), both.size(), g.size(), both.size(), p.size());
    }

    private Set<Set<Integer>> pieces(ScoredText text, Role role, List<Tokens> relations) {
        Set<Set<Integer>> pieces = new LinkedHashSet<>();
        for (Tokens r : relations) {
            for (Set<Integer> run : runs(r.all().role(role))) {
                Set<Integer> piece = strict ? run : text.words(run);
                if (!piece.isEmpty()) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }

    private static List<Set<Integer>> runs(Set<Integer> ids) {
        List<Set<Integer>> runs = new ArrayList<>();
        int before = -2;
        for (int id : new TreeSet<>(ids)) {
            if (id != before + 1) {
                runs.add(new TreeSet<>());
            }
            runs.getLast().add(id);
            before = id;
        }
        return runs;
    }

    private void relations(List<Tokens> gold, List<Tokens> predicted) {
        Map<String, Integer> right = new LinkedHashMap<>();
        for (String kind : List.of("direct", "mixed", "indirect")) {
            int of = (int) gold.stream().filter(g -> g.kind().equals(kind)).count();
            count("recall-by-kind/" + kind + "/triple", 0, of, 0, 0);
            count("recall-by-kind/" + kind + "/source+content", 0, of, 0, 0);
        }
        for (Pair pair : matched(gold, predicted)) {
            Tokens g = gold.get(pair.gold());
            Tokens p = predicted.get(pair.predicted());
            boolean cue = shares(g.trimmed().cue(), p.trimmed().cue());
            boolean source = sameSource(g, p);
            boolean content = jaccard(g.trimmed().content(), p.trimmed().content()) >= 0.5;
            boolean exact = g.trimmed().equals(p.trimmed());
            right.merge("relation/triple", cue && source && content ? 1 : 0, Integer::sum);
            right.merge("relation/triple-exact", exact ? 1 : 0, Integer::sum);
            right.merge("relation/source+content", source && content ? 1 : 0, Integer::sum);
            String kind = "recall-by-kind/" + g.kind();
            count(kind + "/triple", cue && source && content ? 1 : 0, 0, 0, 0);
            count(kind + "/source+content", source && content ? 1 : 0, 0, 0, 0);
        }
        for (String metric : List.of("relation/triple", "relation/triple-exact", "relation/source+content")) {
            int n = right.getOrDefault(metric, 0);
            count(metric, n, gold.size(), n, predicted.size());
        }
    }

    private static List<Pair> matched(List<Tokens> gold, List<Tokens> predicted) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int k = 0; k < predicted.size(); k++) {
                double score = link(gold.get(i), predicted.get(k));
                if (score > 0) {
                    pairs.add(new Pair(i, k, score));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.score())
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::predicted));
        Set<Integer> usedGold = new HashSet<>();
        Set<Integer> usedPredicted = new HashSet<>();
        List<Pair> matched = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!usedGold.contains(pair.gold()) && !usedPredicted.contains(pair.predicted())) {
                usedGold.add(pair.gold());
                usedPredicted.add(pair.predicted());
                matched.add(pair);
            }
        }
        return matched;
    }

    private static double link(Tokens g, Tokens p) {
        if (!shares(g.trimmed().cue(), p.trimmed().cue())
                && !shares(g.trimmed().content(), p.trimmed().content())) {
            return 0;
        }
        return jaccard(g.trimmed().cue(), p.trimmed().cue()) * 2
                + jaccard(g.trimmed().content(), p.trimmed().content())
                + 0.5 * jaccard(g.trimmed().source(), p.trimmed().source());
    }

    private static boolean shares(Set<Integer> a, Set<Integer> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static double jaccard(Set<Integer> a, Set<Integer> b) {
        int shared = (int) a.stream().filter(b::contains).count();
        int union = a.size() + b.size() - shared;
        return union == 0 ? 0 : shared / (double) union;
    }
}
