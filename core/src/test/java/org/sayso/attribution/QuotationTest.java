package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.model.Span;

class QuotationTest {
    private static List<String> quoted(String text) {
        return Quotation.in(text, new Span(0, text.length())).stream()
                .map(q -> q.inner().of(text) + (q.closed() ? "" : " …"))
                .toList();
    }

    @Test
    void knowsTheMarksThatNewspapersType() {
        assertThat(quoted("“Yes,” he said. \"No,\" she said. ''Well,'' they said. ``Or'' so."))
                .containsExactly("Yes,", "No,", "Well,", "Or");
    }

    @Test
    void apostrophesAreNoMarks() {
        assertThat(quoted("Russia's army and the officers' mess didn’t move. The Kremlin called it 'pure fiction'."))
                .containsExactly("pure fiction");
    }

    @Test
    void quotationWithoutClosingMarkGoesOn() {
        assertThat(quoted("“We will come back.")).containsExactly("We will come back. …");
    }

    @Test
    void quotationInsideQuotationIsPartOfIt() {
        assertThat(quoted("“He called it ‘a trap’ and left,” she said."))
                .containsExactly("He called it ‘a trap’ and left,");
    }

    @Test
    void scareQuotesAreNoSpeech() {
        String text = "The so-called “republic” fell. “We are done,” he said.";
        List<Quotation> found = Quotation.in(text, new Span(0, text.length()));
        assertThat(found).extracting(q -> q.isSpeech(text)).containsExactly(false, true);
    }

    @Test
    void titlesAreNoSpeech() {
        String text = "Hosts of “The Evening Harbour Show,” laughed. “We are done,” he said.";
        List<Quotation> found = Quotation.in(text, new Span(0, text.length()));
        assertThat(found).extracting(q -> q.isSpeech(text)).containsExactly(false, true);
    }
}
