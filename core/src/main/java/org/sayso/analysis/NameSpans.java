package org.sayso.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Where names may stand in a sentence: what the network labelled, completed by the runs of proper nouns that the tree joins,
 * so that a name is found whole ("Anna Weiss", not "Anna") and none is missed for want of a label.
 */
final class NameSpans {
    /** Between two parts of one name none of these relations stands. */
    private static final Set<String> APART = Set.of(
            "conj",
            "appos",
            "list",
            "parataxis",
            "vocative",
            "dep",
            "discourse",
            "nmod",
            "nmod:desc",
            "nmod:unmarked",
            "obl",
            "obl:unmarked");

    /**
     * Words [start, end) of a sentence.
     *
     * @param labelled whether the network labelled it, or part of it
     */
    record Run(int start, int end, boolean labelled) {
        private boolean meets(Run other) {
            return start < other.end && other.start < end;
        }
    }

    private final NameWords words;

    NameSpans(NameWords words) {
        this.words = words;
    }

    /** In order, without overlap. */
    List<Run> of(Sentence sentence, List<Labelling.Segment> labelled) {
        List<Run> tree = runs(sentence);
        List<Run> found = new ArrayList<>();
        BitSet taken = new BitSet(sentence.size());
        for (Labelling.Segment segment : labelled) {
            Run run = trimmed(sentence, union(new Run(segment.start(), segment.end(), true), tree));
            if (!isArticle(sentence, run)
                    && run.start() < run.end()
                    && taken.get(run.start(), run.end()).isEmpty()) {
                found.add(run);
                taken.set(run.start(), run.end());
            }
        }
        for (Run run : tree) {
            if (taken.get(run.start(), run.end()).isEmpty()) {
                found.add(run);
            }
        }
        found.sort(Comparator.comparingInt(Run::start));
        return found;
    }

    /** A run reaches over every run of the tree that it meets. */
    private static Run union(Run run, List<Run> tree) {
        Run all = run;
        for (Run other : tree) {
            if (all.meets(other)) {
                all = new Run(Math.min(all.start, other.start), Math.max(all.end, other.end), true);
            }
        }
        return all;
    }

    /** Without brackets, quotation marks, clitics, prepositions and conjunctions at its ends. */
    private static Run trimmed(Sentence sentence, Run run) {
        int start = run.start();
        int end = run.end();
        while (start < end && isEdge(sentence.token(start))) {
            start++;
        }
        while (start < end && isEdge(sentence.token(end - 1))) {
            end--;
        }
        return new Run(start, end, run.labelled());
    }

    /** Nothing but an article, which the network now and then labels alone. */
    private static boolean isArticle(Sentence sentence, Run run) {
        return run.end() - run.start() == 1 && sentence.token(run.start()).upos() == Upos.DET;
    }

    private static boolean isEdge(Token token) {
        return switch (token.upos()) {
            case PUNCT, PART, ADP, CCONJ -> true;
            default -> false;
        };
    }

    /** Runs of proper nouns that hang together. */
    private List<Run> runs(Sentence sentence) {
        BitSet joined = joined(sentence);
        List<Run> runs = new ArrayList<>();
        int i = 0;
        while (i < sentence.size()) {
            if (!isProper(sentence, i)) {
                i++;
                continue;
            }
            int end = joined.nextClearBit(i + 1);
            end = Math.max(end, wholeEnd(sentence, end));
            runs.add(new Run(i, end, false));
            i = end;
        }
        return runs;
    }

    /** Words that belong with the word before them. */
    private BitSet joined(Sentence sentence) {
        BitSet joined = new BitSet(sentence.size());
        for (int i = 0; i < sentence.size(); i++) {
            int head = sentence.token(i).head();
            if (head >= 0 && !APART.contains(sentence.token(i).relation())) {
                int low = Math.min(i, head);
                int high = Math.max(i, head);
                if (allProper(sentence, low, high + 1)) {
                    joined.set(low + 1, high + 1);
                }
            }
            if (isParticle(sentence, i)) {
                joined.set(i + 1, i + 3);
                joined.set(i, i > 0 && isProper(sentence, i - 1));
            }
            if (isProper(sentence, i) && sentence.isHalved(i)) {
                joined.set(i + 1, i + 3);
            }
        }
        return joined;
    }

    private boolean allProper(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isProper(sentence, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isProper(Sentence sentence, int i) {
        Token token = sentence.token(i);
        return (token.upos() == Upos.PROPN || token.xpos().startsWith("NNP"))
                        && Character.isUpperCase(token.form().codePointAt(0))
                        && !words.is(token, NameWords.Kind.CALENDAR)
                || isParticle(sentence, i);
    }

    /** The article of an Arabic name, hyphen and name behind it. */
    private boolean isParticle(Sentence sentence, int i) {
        if (i + 2 >= sentence.size() || !words.is(sentence.token(i), NameWords.Kind.PARTICLE)) {
            return false;
        }
        Token hyphen = sentence.token(i + 1);
        Token name = sentence.token(i + 2);
        return hyphen.form().equals("-")
                && sentence.token(i).span().end() == hyphen.span().start()
                && hyphen.span().end() == name.span().start()
                && Character.isUpperCase(name.form().codePointAt(0));
    }

    /** The end of "of" and a name behind a word such as "Ministry" that ends before {@code i}; else {@code i}. */
    private int wholeEnd(Sentence sentence, int i) {
        if (i + 1 >= sentence.size()
                || !sentence.token(i).form().equals("of")
                || !words.is(sentence.token(i - 1), NameWords.Kind.WHOLE)) {
            return i;
        }
        int start = sentence.token(i + 1).form().equals("the") ? i + 2 : i + 1;
        int end = start;
        while (end < sentence.size() && isProper(sentence, end)) {
            end++;
        }
        return end > start ? end : i;
    }
}
