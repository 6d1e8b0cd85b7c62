package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sayso.pipeline.Stages;

final class MetadataEvaluationTest {
    /** The floor of those set aside is what was measured once, when the rules were done. */
    @Test
    void readsWhatOurOwnPagesSayOfThemselves() throws Exception {
        StringWriter table = new StringWriter();
        var figures = new MetadataEvaluation()
                .run(Path.of("../bench/metadata"), Stages.standard(), new PrintWriter(table, true));
        assertThat(figures.path("dev").path("share").asDouble())
                .as(table.toString())
                .isEqualTo(1);
        assertThat(figures.path("held").path("share").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(table.toString()).contains("publishedAt");
    }
}
