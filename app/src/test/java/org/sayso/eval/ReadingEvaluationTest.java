package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sayso.pipeline.Stages;

/** A floor under the whole way of the data; the figures themselves are in bench/expected/reading.yaml. */
final class ReadingEvaluationTest {
    @Test
    void mostFactsOfOurOwnReportsAreFound() throws IOException {
        StringWriter out = new StringWriter();
        ObjectNode figures =
                new ReadingEvaluation().run(Path.of("../bench/reports"), Stages.standard(), new PrintWriter(out, true));
        assertThat(figures.get("recall").asDouble()).as(out.toString()).isGreaterThan(0.75);
        assertThat(figures.get("wrong").asInt()).as(out.toString()).isZero();
    }
}
