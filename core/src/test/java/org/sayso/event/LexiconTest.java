package org.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.analysis.Analyzer;

/** Each entry of the tables has an example; the finder must see the entry's event in it. */
class LexiconTest {
    /** The rest are words that the language engine tags or hangs otherwise; measured on 25 November 2026. */
    private static final double FLOOR = 0.9;

    @Test
    void examplesAreRead() throws IOException {
        Analyzer analyzer = RealEngine.load();
        EventFinder finder = EventFinder.load();
        List<String> missed = new ArrayList<>();
        int examples = 0;
        for (Entry entry : Lexicon.load().entries()) {
            if (entry.example().equals("-") || entry.type().isEmpty() || entry.has("mute")) {
                continue;
            }
            examples++;
            List<EventMention> found = finder.candidates(analyzer.analyze(entry.example()), List.of());
            if (found.stream().noneMatch(m -> m.type() == entry.type().get())) {
                missed.add(entry.rule() + " " + entry.type().get() + ": " + entry.example() + " "
                        + found.stream().map(EventMention::type).toList());
            }
        }
        assertThat(1 - missed.size() / (double) examples)
                .as("%d examples, missed:%n%s", examples, String.join("\n", missed))
                .isGreaterThan(FLOOR);
    }

    @Test
    void entriesHaveExamplesOrSayNothing() {
        assertThat(Lexicon.load().entries())
                .allSatisfy(e -> assertThat(e.example()).isNotEmpty())
                .hasSizeGreaterThan(500);
    }
}
