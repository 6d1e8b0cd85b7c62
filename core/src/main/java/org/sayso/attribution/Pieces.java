package org.sayso.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Stretches of text made of the words of a tree, without stray punctuation at their edges. */
final class Pieces {
    private static final String LOOSE = " ,;:\n\t\u00a0–—-";

    private Pieces() {}

    /** The words in runs; a gap of punctuation alone does not part them. */
    static List<Span> of(Sentence sentence, Collection<Token> tokens) {
        Set<Integer> in = new TreeSet<>();
        tokens.forEach(t -> in.add(t.index()));
        List<Span> runs = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int i : in) {
            if (first < 0) {
                first = i;
            } else if (!onlyPunctuation(sentence, last + 1, i)) {
                trimmed(sentence, first, last, runs);
                first = i;
            }
            last = i;
        }
        if (first >= 0) {
            trimmed(sentence, first, last, runs);
        }
        return runs;
    }

    static List<Span> subtree(Sentence sentence, Token top, Collection<Token> without) {
        List<Token> words = new ArrayList<>(sentence.subtree(top));
        words.removeAll(without);
        return of(sentence, words);
    }

    private static boolean onlyPunctuation(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.token(i).upos() != Upos.PUNCT) {
                return false;
            }
        }
        return true;
    }

    private static void trimmed(Sentence sentence, int from, int to, List<Span> runs) {
        int first = from;
        int last = to;
        while (first <= last && loose(sentence.token(first))) {
            first++;
        }
        while (last >= first && loose(sentence.token(last))) {
            last--;
        }
        if (first <= last) {
            runs.add(sentence.token(first).span().union(sentence.token(last).span()));
        }
    }

    private static boolean loose(Token token) {
        return token.upos() == Upos.PUNCT && !token.form().equals("%");
    }

    /** In order, those that touch or overlap joined. */
    static List<Span> merged(Collection<Span> spans) {
        List<Span> all = new ArrayList<>();
        for (Span span : new TreeSet<>(spans)) {
            if (!all.isEmpty() && span.start() <= all.getLast().end()) {
                all.set(all.size() - 1, all.getLast().union(span));
            } else {
                all.add(span);
            }
        }
        return all;
    }

    /** What is left of a span without some others, stray blanks, commas and stops at the edges off. */
    static List<Span> without(String text, Span span, Collection<Span> others) {
        List<Span> left = new ArrayList<>();
        int from = span.start();
        for (Span other : new TreeSet<>(others)) {
            if (other.overlaps(span)) {
                trimmed(text, from, other.start(), left);
                from = Math.max(from, other.end());
            }
        }
        trimmed(text, from, span.end(), left);
        return left;
    }

    private static void trimmed(String text, int from, int to, List<Span> into) {
        int start = from;
        int end = to;
        while (start < end && LOOSE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && LOOSE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > start) {
            into.add(new Span(start, end));
        }
    }

    static Span hull(Collection<Span> spans) {
        return spans.stream().reduce(Span::union).orElseThrow();
    }

    /** How much of {@code a} lies in {@code b}, in characters, from 0 to 1. */
    static double share(Collection<Span> a, Collection<Span> b) {
        int all = 0;
        int shared = 0;
        for (Span x : a) {
            all += x.length();
            for (Span y : b) {
                shared += Math.max(0, Math.min(x.end(), y.end()) - Math.max(x.start(), y.start()));
            }
        }
        return all == 0 ? 0 : shared / (double) all;
    }
}
