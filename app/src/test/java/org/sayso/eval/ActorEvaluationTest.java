package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sayso.pipeline.Stages;

/** The short texts of bench/gold/actors.tsv, read with the language engine that ships. */
final class ActorEvaluationTest {
    private static final Path TEXTS = Path.of("..", "bench", "gold");

    @Test
    void tellsWhoIsMeantInItsOwnTexts() throws IOException {
        ObjectNode result = new ActorEvaluation().run(TEXTS, Stages.standard(), new PrintWriter(new StringWriter()));
        JsonNode dev = result.path("dev");
        assertThat(dev.path("entity").asDouble()).isGreaterThan(0.97);
        assertThat(dev.path("country").asDouble()).isGreaterThan(0.95);
        assertThat(dev.path("sector").asDouble()).isGreaterThan(0.95);
        JsonNode aside = result.path("aside");
        assertThat(aside.path("entity").asDouble()).isGreaterThan(0.91);
        assertThat(aside.path("country").asDouble()).isGreaterThan(0.95);
        assertThat(aside.path("sector").asDouble()).isGreaterThan(0.92);
    }
}
