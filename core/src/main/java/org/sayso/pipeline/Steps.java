package org.sayso.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** How far apart two spans stand in the tree of their sentence. */
final class Steps {
    private Steps() {}

    /** By steps in the tree, then by characters; only in the same sentence and within so many steps. */
    static <T> Optional<T> nearest(
            AnalyzedText text, Span from, List<T> candidates, Function<T, Span> span, int maxSteps) {
        Optional<Sentence> sentence = text.sentenceAt(from.start());
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(c -> sentence.get().span().covers(span.apply(c)))
                .filter(c -> between(sentence.get(), from, span.apply(c)) <= maxSteps)
                .min(Comparator.<T>comparingInt(c -> between(sentence.get(), from, span.apply(c)))
                        .thenComparingInt(c -> Math.abs(span.apply(c).start() - from.start())));
    }

    static int between(Sentence sentence, Span a, Span b) {
        Optional<Token> from = sentence.headOf(a);
        Optional<Token> to = sentence.headOf(b);
        if (from.isEmpty() || to.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        List<Token> up = new ArrayList<>(List.of(from.get()));
        up.addAll(sentence.ancestors(from.get()));
        List<Token> down = new ArrayList<>(List.of(to.get()));
        down.addAll(sentence.ancestors(to.get()));
        for (int i = 0; i < up.size(); i++) {
            int j = down.indexOf(up.get(i));
            if (j >= 0) {
                return i + j;
            }
        }
        return Integer.MAX_VALUE;
    }
}
