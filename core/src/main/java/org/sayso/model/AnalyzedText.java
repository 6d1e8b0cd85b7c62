package org.sayso.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the language engine sees in {@link Article#text()}: sentences with UD trees, names, proposed attributions.
 *
 * @param sentences in order, never overlapping
 * @param names in order, never overlapping
 * @param proposals attributions the engine's head proposes, in order of their cue; empty where the engine has no such head
 * @param antecedents whom nouns and pronouns take up, as the engine's head proposes, in order of the words; empty likewise
 */
public record AnalyzedText(
        String text,
        List<Sentence> sentences,
        List<Name> names,
        List<ProposedAttribution> proposals,
        List<ProposedAntecedents> antecedents) {
    public AnalyzedText {
        sentences = List.copyOf(sentences);
        names = List.copyOf(names);
        proposals = List.copyOf(proposals);
        antecedents = List.copyOf(antecedents);
    }

    /** Of an engine that proposes no antecedents. */
    public AnalyzedText(String text, List<Sentence> sentences, List<Name> names, List<ProposedAttribution> proposals) {
        this(text, sentences, names, proposals, List.of());
    }

    /**
     * The same as it stands in another print of the text; the forms of the words stay.
     *
     * @param home where each span stands there
     */
    public AnalyzedText in(String print, UnaryOperator<Span> home) {
        return new AnalyzedText(
                print,
                sentences.stream().map(s -> s.in(home)).toList(),
                names.stream()
                        .map(n -> new Name(home.apply(n.span()), n.kind(), n.sentence()))
                        .toList(),
                proposals.stream().map(p -> p.in(home)).toList(),
                antecedents.stream().map(a -> a.in(home)).toList());
    }

    /** The sentence that holds an offset. */
    public Optional<Sentence> sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = sentences.get(middle).span();
            if (span.end() <= offset) {
                low = middle + 1;
            } else if (span.start() > offset) {
                high = middle - 1;
            } else {
                return Optional.of(sentences.get(middle));
            }
        }
        return Optional.empty();
    }

    public Optional<Token> tokenAt(int offset) {
        return sentenceAt(offset)
                .flatMap(s ->
                        s.tokens().stream().filter(t -> t.span().covers(offset)).findFirst());
    }

    /** Sentences that touch a span, in order. */
    public List<Sentence> sentencesIn(Span span) {
        return touching(sentences, Sentence::span, span);
    }

    /** Names that touch a span, in order. */
    public List<Name> namesIn(Span span) {
        return touching(names, Name::span, span);
    }

    /** A loop: asked for every name and source. */
    private static <T> List<T> touching(List<T> all, Function<T, Span> where, Span span) {
        List<T> found = new ArrayList<>();
        for (T t : all) {
            if (where.apply(t).overlaps(span)) {
                found.add(t);
            }
        }
        return Collections.unmodifiableList(found);
    }
}
