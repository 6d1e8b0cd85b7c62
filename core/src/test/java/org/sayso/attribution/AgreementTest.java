package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.ProposedAttribution;
import org.sayso.model.Span;
import org.sayso.testing.Trees;

/** What docs/decisions/0030-head-and-rules.md promises. */
class AgreementTest {
    private static final AnalyzedText TEXT = Trees.of("""
            The the DET DT 2 det
            army army NOUN NN 3 nsubj
            said say VERB VBD 0 root
            the the DET DT 5 det
            town town NOUN NN 7 nsubj
            had have AUX VBD 7 aux
            fallen fall VERB VBN 3 ccomp
            on on ADP IN 9 case
            Monday Monday PROPN NNP 7 obl
            _. . PUNCT . 3 punct
            """);

    private final Attributor attributor = Attributor.load();

    private static Span span(String words) {
        int at = TEXT.text().indexOf(words);
        return new Span(at, at + words.length());
    }

    private Attribution read(List<ProposedAttribution> proposals) {
        List<Attribution> all =
                attributor.attribute(new AnalyzedText(TEXT.text(), TEXT.sentences(), TEXT.names(), proposals));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Attribution read(String source, String content, double confidence) {
        return read(List.of(new ProposedAttribution(
                List.of(span(source)), List.of(span("said")), List.of(span(content)), confidence)));
    }

    @Test
    void whereTheyDifferTheHeadDecidesAndIsLessSure() {
        Attribution agreed = read("The army", "the town had fallen on Monday", 0.95);
        Attribution differed = read("The army", "on Monday", 0.95);
        assertThat(differed.content()).containsExactly(span("on Monday"));
        assertThat(differed.confidence()).isLessThan(agreed.confidence() - 0.1);
        assertThat(differed.decidedBy()).isEqualTo("head+rule:say");
        assertThat(agreed.decidedBy()).isEqualTo("head+rule:say");
    }

    @Test
    void theRuleFillsWhatTheHeadLeftEmpty() {
        Attribution filled = read(List.of(new ProposedAttribution(
                List.of(), List.of(span("said")), List.of(span("the town had fallen on Monday")), 0.95)));
        assertThat(filled.source().spans()).containsExactly(span("The army"));
        assertThat(filled.confidence())
                .isLessThan(
                        read("The army", "the town had fallen on Monday", 0.95).confidence());
    }

    @Test
    void aRuleAloneIsLessSureThanBoth() {
        Attribution alone = read(List.of());
        assertThat(alone.decidedBy()).isEqualTo("rule:say");
        assertThat(alone.content()).containsExactly(span("the town had fallen on Monday"));
        assertThat(alone.confidence())
                .isLessThan(
                        read("The army", "the town had fallen on Monday", 0.95).confidence());
    }

    @Test
    void aHeadThatIsUnsureIsNotHeardAlone() {
        ProposedAttribution unsure = new ProposedAttribution(
                List.of(span("The army")), List.of(span("fallen")), List.of(span("on Monday")), 0.5);
        assertThat(read(List.of(unsure)).decidedBy()).isEqualTo("rule:say");
    }
}
