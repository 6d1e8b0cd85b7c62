package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Timex;
import org.sayso.pipeline.Stages;

/** The hard cases of bench/gold/time.tsv, read with the language engine that ships. */
final class TimeProbeTest {
    private static final Stages STAGES = Stages.standard();

    @ParameterizedTest
    @MethodSource("rows")
    void reads(String published, String sentence, String expected) {
        Optional<LocalDate> day = published.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(published));
        List<Timex> found = STAGES.timeFinder().find(STAGES.analyzer().analyze(sentence), day);
        String read = found.stream().map(t -> show(t, sentence)).collect(Collectors.joining("; "));
        assertThat(read.isEmpty() ? "-" : read).as(sentence).isEqualTo(expected);
    }

    static Stream<Object[]> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "bench", "gold", "time.tsv")).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\t"));
    }

    private static String show(Timex t, String text) {
        return t.span().of(text) + " => " + t.type() + " " + t.value().orElse("-") + " "
                + t.edtf().orElse("-") + " " + t.anchor().name().toLowerCase(Locale.ROOT);
    }
}
