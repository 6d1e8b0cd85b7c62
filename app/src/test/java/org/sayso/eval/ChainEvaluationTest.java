package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sayso.eval.ChainGold.Link;
import org.sayso.model.Attribution.Stance;
import org.sayso.pipeline.Stages;

/** A floor under chains of attribution; the figures themselves are in bench/expected/chain.yaml. */
final class ChainEvaluationTest {
    @Test
    void mostChainsOfOurOwnTextsAreWhole() throws IOException {
        StringWriter out = new StringWriter();
        ObjectNode figures =
                new ChainEvaluation().run(Path.of("../bench/chains"), Stages.standard(), new PrintWriter(out, true));
        for (String part : List.of("dev", "test")) {
            JsonNode of = figures.get(part);
            String all = part + "\n" + out;
            assertThat(of.get("outermost_f1").asDouble()).as(all).isGreaterThan(0.9);
            assertThat(of.get("chain_f1").asDouble()).as(all).isGreaterThan(0.8);
            assertThat(of.get("stance").asDouble()).as(all).isGreaterThan(0.86);
            assertThat(of.get("status").asDouble()).as(all).isGreaterThan(0.75);
        }
    }

    @Test
    void linesAreRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("chains.txt"), """
                # a remark
                @ 2
                A said B said C denied D and D again. ¶ E came.
                1 | A | said#1 | B said … D again
                2 | B | said#2 | C denied + again
                2 | C | denied | D#2 | denies
                1 | - | came | -
                e | came | happened
                """);
        ChainGold gold = ChainGold.read(file).getFirst();
        assertThat(gold.isTest()).isTrue();
        assertThat(gold.text()).endsWith("again.\n\nE came.");
        assertThat(gold.links())
                .extracting(Link::inside)
                .containsExactly(Optional.empty(), Optional.of(0), Optional.of(0), Optional.empty());
        assertThat(gold.links().get(0).relation().content().getFirst().of(gold.text()))
                .isEqualTo("B said C denied D and D again");
        assertThat(gold.links().get(1).relation().content()).hasSize(2);
        assertThat(gold.links().get(2).stance()).isEqualTo(Stance.DENIES);
        assertThat(gold.links().get(3).relation().source()).isEmpty();
    }

    @Test
    void lineThatSaysNothingOfTheTextIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("chains.txt"), "@ 1\nA came.\n1 | B | said | came\n");
        assertThatThrownBy(() -> ChainGold.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chains.txt:3: no \"B\"");
    }
}
