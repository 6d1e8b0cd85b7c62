package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sayso.text.SentenceSplitter;

class GraphTest {
    private static final String TEXT =
            "The foreign ministry of Ruritania said on Tuesday that two soldiers had been killed near Strelsau, and"
                    + " denied that its troops had crossed the border. “We did not fire first,” Colonel Anna Weiss told reporters.";

    @Test
    void theLeanGraphSaysTheSame() throws IOException {
        assumeTrue(Weights.present(), "the weights are neither on the class path nor named by sayso.engine");
        byte[] whole = Weights.find();
        byte[] lean = Graph.lean(whole);
        assertThat(lean.length).isLessThan(whole.length);
        Window window = Window.cut(TEXT, SentenceSplitter.load().split(TEXT), Wordpieces.load())
                .getFirst();
        Scores wanted = Network.of(whole, 1).run(window);
        Scores found = Network.of(lean, 1).run(window);
        assertThat(found.upos()).isEqualTo(wanted.upos());
        assertThat(found.xpos()).isEqualTo(wanted.xpos());
        assertThat(found.arc()).isEqualTo(wanted.arc());
        assertThat(found.ner()).isEqualTo(wanted.ner());
        assertThat(found.bio()).isEqualTo(wanted.bio());
        assertThat(found.link()).isEqualTo(wanted.link());
        assertThat(found.fact()).isEqualTo(wanted.fact());
        int different = 0;
        for (int i = 1; i < wanted.n(); i++) {
            for (int j = 0; j < wanted.n(); j++) {
                different += found.rel(i, j) == wanted.rel(i, j) ? 0 : 1;
            }
        }
        assertThat(different).as("pairs with another relation").isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsNoGraphStaysAsItIs() throws IOException {
        assertThat(Graph.lean(new byte[0])).isEmpty();
        assertThat(Graph.lean(new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
        byte[] open = {58, 127, 10, 1}; // a graph that says it is longer than it is
        assertThat(Graph.lean(open)).isSameAs(open);
        byte[] other = {58, 4, 98, 2, 10, 0}; // a graph whose one output has no name
        assertThat(Graph.lean(other)).isSameAs(other);
        assumeTrue(Weights.present(), "the weights are neither on the class path nor named by sayso.engine");
        byte[] cut = Arrays.copyOf(Weights.find(), 10_000_000);
        assertThat(Graph.lean(cut)).isSameAs(cut);
    }
}
