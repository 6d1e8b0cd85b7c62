package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.eval.FiguresEvaluation.Expected;
import org.sayso.pipeline.Stages;

/** Each sentence of bench/gold/figures_probe.tsv, read with the language engine that ships. */
final class FigureProbeTest {
    private static final Stages STAGES = Stages.standard();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentences")
    void reads(String about, String sentence, String figures) throws IOException {
        List<Expected> found = STAGES.figureFinder().find(STAGES.analyzer().analyze(sentence)).stream()
                .map(Expected::of)
                .toList();
        assertThat(found).as(about).isEqualTo(Expected.read(figures));
    }

    static Stream<Object[]> sentences() throws IOException {
        return Files.readAllLines(Path.of("..", "bench", "gold", "figures_probe.tsv")).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\t"));
    }
}
