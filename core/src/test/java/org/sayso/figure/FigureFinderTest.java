package org.sayso.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Figure;
import org.sayso.model.Figure.Measure;
import org.sayso.testing.Trees;

final class FigureFinderTest {
    private final FigureFinder finder = FigureFinder.load();

    @Test
    void readsTheBoundTheNounAndWhatBecameOfIt() {
        AnalyzedText text = Trees.of("""
                At at ADP IN 2 case
                least least ADJ JJS 3 nmod
                12 12 NUM CD 5 nummod
                Israeli israeli ADJ JJ 5 amod
                soldiers soldier NOUN NNS 7 nsubj:pass
                were be AUX VBD 7 aux:pass
                killed kill VERB VBN 0 root
                """);
        Figure figure = only(text);
        assertThat(figure.id()).isEqualTo("f1");
        assertThat(figure.span().of(text.text())).isEqualTo("At least 12");
        assertThat(figure.low()).contains(new BigDecimal(12));
        assertThat(figure.high()).isEmpty();
        assertThat(figure.unit()).isEqualTo("person");
        assertThat(figure.measure()).isEqualTo(Measure.KILLED);
        assertThat(figure.counted().orElseThrow().of(text.text())).isEqualTo("Israeli soldiers");
    }

    @Test
    void aPartTakesTheVerbAndTheWholeOnlyItsOwnWords() {
        List<Figure> figures = finder.find(Trees.of("""
                Gunners gunner NOUN NNS 2 nsubj
                downed down VERB VBD 0 root
                62 62 NUM CD 2 obj
                of of ADP IN 6 case
                145 145 NUM CD 6 nummod
                drones drone NOUN NNS 3 nmod
                launched launch VERB VBN 6 acl
                """));
        assertThat(figures.get(0).measure()).isEqualTo(Measure.INTERCEPTED);
        assertThat(figures.get(0).unit()).isEqualTo("drone");
        assertThat(figures.get(1).measure()).isEqualTo(Measure.LAUNCHED);
    }

    @Test
    void aPartOfAListSharesWhatBecameOfIt() {
        List<Figure> figures = finder.find(Trees.of("""
                It it PRON PRP 2 nsubj
                killed kill VERB VBD 0 root
                14 14 NUM CD 4 nummod
                people people NOUN NNS 2 obj
                _, , PUNCT , 8 punct
                including include VERB VBG 8 case
                four four NUM CD 8 nummod
                children child NOUN NNS 4 nmod
                """));
        assertThat(figures).extracting(Figure::measure).containsExactly(Measure.KILLED, Measure.KILLED);
    }

    @Test
    void oneGuardIsAFigureOnlyWhereSomethingBecameOfThem() {
        assertThat(only(Trees.of("""
                They they PRON PRP 2 nsubj
                killed kill VERB VBD 0 root
                a a DET DT 4 det
                guard guard NOUN NN 2 obj
                """)).low()).contains(BigDecimal.ONE);
        assertThat(finder.find(Trees.of("""
                They they PRON PRP 2 nsubj
                met meet VERB VBD 0 root
                a a DET DT 4 det
                guard guard NOUN NN 2 obj
                """))).isEmpty();
    }

    @Test
    void villagesAreNotDetained() {
        Figure figure = only(Trees.of("""
                They they PRON PRP 2 nsubj
                captured capture VERB VBD 0 root
                five five NUM CD 4 nummod
                villages village NOUN NNS 2 obj
                """));
        assertThat(figure.unit()).isEqualTo("village");
        assertThat(figure.measure()).isEqualTo(Measure.OTHER);
    }

    @Test
    void numbersOfNamesCountNothing() {
        assertThat(finder.find(Trees.of("""
                A a DET DT 2 det
                Boeing Boeing PROPN NNP 4 nsubj
                737 737 NUM CD 2 nummod
                crashed crash VERB VBD 0 root
                """))).isEmpty();
    }

    @Test
    void aTollRises() {
        Figure figure = only(Trees.of("""
                The the DET DT 2 det
                toll toll NOUN NN 3 nsubj
                rose rise VERB VBD 0 root
                to to ADP IN 5 case
                47 47 NUM CD 3 obl
                """));
        assertThat(figure.measure()).isEqualTo(Measure.KILLED);
        assertThat(figure.unit()).isEqualTo("person");
        assertThat(figure.cumulative()).isTrue();
    }

    private Figure only(AnalyzedText text) {
        List<Figure> figures = finder.find(text);
        assertThat(figures).hasSize(1);
        return figures.getFirst();
    }
}
