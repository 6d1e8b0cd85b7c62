package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Span;
import org.sayso.testing.Trees;

final class WhereaboutsTest {
    private static final AnalyzedText ATTACK = Trees.of("""
            Rebels rebel NOUN NNS 2 nsubj
            attacked attack VERB VBD 0 root
            the the DET DT 4 det
            town town NOUN NN 2 obj
            of of ADP IN 6 case
            Rama Rama PROPN NNP 4 nmod
            """);

    private static final AnalyzedText STRIKE = Trees.of("""
            He he PRON PRP 3 nsubj:pass
            was be AUX VBD 3 aux:pass
            killed kill VERB VBN 0 root
            near near ADP IN 6 case
            the the DET DT 6 det
            town town NOUN NN 3 obl
            of of ADP IN 8 case
            Rama Rama PROPN NNP 6 nmod
            """);

    @Test
    void theTownOfThatName() {
        assertThat(Whereabouts.isTarget(ATTACK.sentences().getFirst(), span(ATTACK, "attacked"), span(ATTACK, "Rama")))
                .isTrue();
        assertThat(Whereabouts.of(STRIKE.sentences().getFirst(), span(STRIKE, "killed"), span(STRIKE, "Rama")))
                .isEqualTo(Optional.of(0));
        assertThat(Whereabouts.isTarget(STRIKE.sentences().getFirst(), span(STRIKE, "killed"), span(STRIKE, "Rama")))
                .isFalse();
    }

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

    /** "released officers who were abducted in Arauca", but "officers who were camping in Tame". */
    @ParameterizedTest
    @CsvSource({"abducted,VBN,false", "camping,VBG,true"})
    void whereSomethingElseHappenedIsNot(String form, String xpos, boolean there) {
        AnalyzedText text = Trees.of("""
                Rebels rebel NOUN NNS 2 nsubj
                released release VERB VBD 0 root
                officers officer NOUN NNS 2 obj
                who who PRON WP 6 nsubj
                were be AUX VBD 6 aux
                %s %s VERB %s 3 acl:relcl
                in in ADP IN 8 case
                Arauca Arauca PROPN NNP 6 obl
                """.formatted(form, form, xpos));
        assertThat(Whereabouts.of(text.sentences().getFirst(), span(text, "released"), span(text, "Arauca"))
                        .isPresent())
                .isEqualTo(there);
    }

    private static Optional<Integer> of(String place) {
        return Whereabouts.of(ARREST.sentences().getFirst(), span(ARREST, "arrested"), span(ARREST, place));
    }

    private static Span span(AnalyzedText text, String words) {
        int at = text.text().indexOf(words);
        return new Span(at, at + words.length());
    }

    /** "Sentenced men for the killing of a reporter, who was shot at home in Manta". */
    @Test
    void whereADeedInPassingWasIsNot() {
        AnalyzedText text = Trees.of("""
                Judges judge NOUN NNS 2 nsubj
                sentenced sentence VERB VBD 0 root
                killers killer NOUN NNS 2 obj
                who who PRON WP 5 nsubj
                shot shoot VERB VBD 3 acl:relcl
                her she PRON PRP 5 obj
                at at ADP IN 8 case
                home home NOUN NN 5 obl
                in in ADP IN 10 case
                Manta Manta PROPN NNP 8 nmod
                """);
        assertThat(Whereabouts.of(text.sentences().getFirst(), span(text, "sentenced"), span(text, "Manta")))
                .isEmpty();
    }
}
