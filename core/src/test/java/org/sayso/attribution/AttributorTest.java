package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Attribution.Speech;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Span;
import org.sayso.testing.Trees;

class AttributorTest {
    private static final String CHAIN = """
            The the DET DT 3 det
            Washington Washington PROPN NNP 3 compound
            Post Post PROPN NNP 4 nsubj [ORGANIZATION 2]
            reported report VERB VBD 0 root
            _, , PUNCT , 6 punct
            citing cite VERB VBG 4 advcl
            people person NOUN NNS 6 obj
            familiar familiar ADJ JJ 7 amod
            with with ADP IN 11 case
            the the DET DT 11 det
            call call NOUN NN 8 obl
            _, , PUNCT , 6 punct
            that that SCONJ IN 15 mark
            Trump Trump PROPN NNP 15 nsubj [PERSON 1]
            urged urge VERB VBD 4 ccomp
            Putin Putin PROPN NNP 15 obj [PERSON 1]
            to to PART TO 18 mark
            wait wait VERB VB 15 xcomp
            _. . PUNCT . 4 punct
            """;

    private final Attributor attributor = Attributor.load();

    private List<Attribution> read(AnalyzedText text) {
        return attributor.attribute(text);
    }

    private static String words(AnalyzedText text, List<Span> spans) {
        return String.join(" | ", spans.stream().map(s -> s.of(text.text())).toList());
    }

    @Test
    void newspaperThenItsSourcesThenWhatTheySay() {
        AnalyzedText text = Trees.of(CHAIN);
        List<Attribution> all = read(text);
        assertThat(all)
                .extracting(a -> a.id() + " in " + a.inside().orElse("-"))
                .contains("a1 in -", "a2 in a1");
        Attribution post = all.get(0);
        assertThat(words(text, post.source().spans())).isEqualTo("The Washington Post");
        assertThat(post.source().kind()).isEqualTo(Kind.OUTLET);
        assertThat(words(text, post.content())).isEqualTo("that Trump urged Putin to wait");
        Attribution people = all.get(1);
        assertThat(words(text, people.source().spans())).isEqualTo("people familiar with the call");
        assertThat(people.source().kind()).isEqualTo(Kind.UNNAMED);
        assertThat(people.content()).isEqualTo(post.content());
        Attribution trump = all.get(2);
        assertThat(trump.stance()).isEqualTo(Stance.REQUESTS);
        assertThat(trump.inside()).contains("a2");
    }

    @Test
    void quotationGoesOnInTheNextParagraph() {
        AnalyzedText text = Trees.of("""
                “ “ PUNCT `` 4 punct
                _We we PRON PRP 4 nsubj
                are be AUX VBP 4 cop
                ready ready ADJ JJ 7 ccomp
                _, , PUNCT , 4 punct
                _” ” PUNCT '' 4 punct
                said say VERB VBD 0 root
                Peskov Peskov PROPN NNP 7 nsubj [PERSON 1]
                _. . PUNCT . 7 punct

                “ “ PUNCT `` 4 punct
                _We we PRON PRP 4 nsubj
                will will AUX MD 4 aux
                wait wait VERB VB 0 root
                _. . PUNCT . 4 punct

                ---
                “ “ PUNCT `` 4 punct
                _Nobody nobody PRON NN 4 nsubj
                will will AUX MD 4 aux
                call call VERB VB 0 root
                _. . PUNCT . 4 punct
                _” ” PUNCT '' 4 punct
                """);
        List<Attribution> all = read(text);
        assertThat(all).hasSize(1);
        assertThat(words(text, all.getFirst().content()))
                .isEqualTo("“We are ready,” | “We will wait. | “Nobody will call.”");
        assertThat(all.getFirst().speech()).isEqualTo(Speech.DIRECT);
    }

    @Test
    void silenceIsNeitherDenialNorConfirmation() {
        AnalyzedText text = Trees.of("""
                The the DET DT 2 det
                Pentagon Pentagon PROPN NNP 3 nsubj [ORGANIZATION 1]
                declined decline VERB VBD 0 root
                to to PART TO 5 mark
                comment comment VERB VB 3 xcomp
                _. . PUNCT . 3 punct
                """);
        List<Attribution> all = read(text);
        assertThat(all).extracting(Attribution::stance).containsExactly(Stance.DECLINES);
        assertThat(all.getFirst().source().kind()).isEqualTo(Kind.ORGANIZATION);
    }

    @Test
    void textWithoutSpeakersHasNoAttributions() {
        assertThat(read(Trees.of("""
                Shells shell NOUN NNS 2 nsubj
                fell fall VERB VBD 0 root
                _. . PUNCT . 2 punct
                """))).isEmpty();
    }
}
