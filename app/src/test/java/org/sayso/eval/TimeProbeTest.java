package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Timex;
import org.sayso.pipeline.Stages;

/** The hard cases of bench/gold/time.tsv and the bounds in instants.tsv, read with the language engine that ships. */
final class TimeProbeTest {
    private static final Stages STAGES = Stages.standard();

    @ParameterizedTest
    @MethodSource("expressions")
    void reads(String published, String sentence, String expected) {
        assertThat(read(published, sentence, t -> true, TimeProbeTest::value))
                .as(sentence)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void bounds(String published, String sentence, String expected) {
        assertThat(read(published, sentence, t -> t.interval().isPresent(), TimeProbeTest::instants))
                .as(sentence)
                .isEqualTo(expected);
    }

    static Stream<Object[]> expressions() throws IOException {
        return rows("time.tsv");
    }

    static Stream<Object[]> instants() throws IOException {
        return rows("instants.tsv");
    }

    private static Stream<Object[]> rows(String file) throws IOException {
        return Files.readAllLines(Path.of("..", "bench", "gold", file)).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\t"));
    }

    private static String read(
            String published, String sentence, Predicate<Timex> wanted, Function<Timex, String> shown) {
        Optional<LocalDate> day = published.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(published));
        List<Timex> found = STAGES.timeFinder().find(STAGES.analyzer().analyze(sentence), day);
        String read = found.stream()
                .filter(wanted)
                .map(t -> t.span().of(sentence) + " => " + shown.apply(t))
                .collect(Collectors.joining("; "));
        return read.isEmpty() ? "-" : read;
    }

    private static String value(Timex t) {
        return t.type() + " " + t.value().orElse("-") + " " + t.edtf().orElse("-") + " "
                + t.anchor().name().toLowerCase(Locale.ROOT);
    }

    private static String instants(Timex t) {
        return show(t.earliestInstant()) + " " + show(t.latestInstant());
    }

    private static String show(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("-");
    }
}
