package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sayso.pipeline.Stages;

/** The sentences of bench/gold/figures.tsv, read with the language engine that ships. */
final class FiguresEvaluationTest {
    private static final Path SENTENCES = Path.of("..", "bench", "gold");

    @Test
    void readsTheFiguresOfItsOwnSentences() throws IOException {
        ObjectNode result =
                new FiguresEvaluation().run(SENTENCES, Stages.standard(), new PrintWriter(new StringWriter()));
        assertThat(result.path("dev").path("exact").path("f1").asDouble()).isGreaterThan(0.9);
        assertThat(result.path("aside").path("exact").path("f1").asDouble()).isGreaterThan(0.8);
    }
}
