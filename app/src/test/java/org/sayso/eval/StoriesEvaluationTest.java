package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sayso.pipeline.Stages;

/** A floor under merging; the figures themselves are in bench/expected/stories.yaml. */
final class StoriesEvaluationTest {
    @Test
    void ourOwnStoriesAreMerged() throws IOException {
        StringWriter out = new StringWriter();
        ObjectNode figures =
                new StoriesEvaluation().run(Path.of("../bench/stories"), Stages.standard(), new PrintWriter(out, true));
        assertThat(figures.at("/grouping/exact").asInt()).as(out.toString()).isGreaterThanOrEqualTo(5);
        assertThat(figures.at("/edges/f1").asDouble()).as(out.toString()).isGreaterThan(0.9);
        assertThat(figures.at("/independent/overcounts").asInt())
                .as(out.toString())
                .isZero();
        assertThat(figures.at("/independent/exact").asDouble())
                .as(out.toString())
                .isGreaterThan(0.55);
        assertThat(figures.at("/disputes/f1").asDouble()).as(out.toString()).isGreaterThan(0.7);
        assertThat(figures.at("/copies/f1").asDouble()).as(out.toString()).isGreaterThan(0.9);
        assertThat(figures.at("/facts/figures/r").asDouble()).as(out.toString()).isGreaterThan(0.6);
        assertThat(figures.at("/facts/figures/strays").asInt())
                .as(out.toString())
                .isZero();
        assertThat(figures.at("/facts/changes/f1").asDouble())
                .as(out.toString())
                .isGreaterThan(0.7);
        assertThat(figures.at("/facts/silent/r").asDouble()).as(out.toString()).isGreaterThan(0.45);
        assertThat(figures.at("/facts/wire_and_briefings/f1").asDouble())
                .as(out.toString())
                .isGreaterThan(0.9);
    }
}
