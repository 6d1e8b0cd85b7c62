package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Span;
import org.sayso.testing.Trees;

final class WhereaboutsTest {
    private static final AnalyzedText ARREST = Trees.of("""
            Agents agent NOUN NNS 2 nsubj
            arrested arrest VERB VBD 0 root
            men man NOUN NNS 2 obj
            in in ADP IN 6 case
            central central ADJ JJ 6 amod
            Warsaw Warsaw PROPN NNP 2 obl
            for for ADP IN 8 case
            spies spy NOUN NNS 2 obl
            from from ADP IN 10 case
            Belarus Belarus PROPN NNP 8 nmod
            near near ADP IN 14 case
            the the DET DT 14 det
            Bug Bug PROPN NNP 14 compound
            river river NOUN NN 8 nmod
            """);

    @Test
    void whatTheClauseIsAbout() {
        assertThat(of("Warsaw")).hasValue(0);
    }

    @Test
    void whereSomethingInTheClauseIs() {
        assertThat(of("Bug")).hasValue(1);
    }

    @Test
    void whereSomebodyComesFromIsNotWhereItHappened() {
        assertThat(of("Belarus")).isEmpty();
    }

    private static Optional<Integer> of(String place) {
        return Whereabouts.of(ARREST.sentences().getFirst(), span("arrested"), span(place));
    }

    private static Span span(String words) {
        int at = ARREST.text().indexOf(words);
        return new Span(at, at + words.length());
    }
}
