package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Event;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.model.Timex;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/**
 * Which date holds for which event, on bench/gold/eventtime.tsv. Half of it was set aside before the rules were made; of that
 * half only the number of wrong dates is held, among the events that are found.
 */
final class EventTimeProbeTest {
    private static final String NO_EVENT = "no event";
    private static final Pipeline PIPELINE = new Pipeline(Stages.standard());

    @ParameterizedTest
    @MethodSource("shown")
    void dates(Row row) {
        assertThat(row.read()).as(row.text()).isEqualTo(row.expected());
    }

    @Test
    void datesEventsThatWereSetAside() throws IOException {
        List<Row> found = rows("aside").filter(r -> !r.read().equals(NO_EVENT)).toList();
        List<String> missed = found.stream()
                .filter(r -> !r.read().equals(r.expected()))
                .map(r -> r.text() + " [" + r.word() + "] " + r.read() + ", not " + r.expected())
                .toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(27);
        assertThat(missed).as(String.join("\n", missed)).hasSizeLessThanOrEqualTo(1);
    }

    static Stream<Row> shown() throws IOException {
        return rows("dev");
    }

    static Stream<Row> rows(String set) throws IOException {
        return Files.readAllLines(Path.of("..", "bench", "gold", "eventtime.tsv")).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\t"))
                .filter(c -> c[0].equals(set))
                .map(c -> new Row(LocalDate.parse(c[1]), c[2], c[3], c[4] + " " + c[5]));
    }

    record Row(LocalDate published, String text, String word, String expected) {
        /** The date of the event with that word, and how it is known. */
        String read() {
            Page page = new Page(
                    "probe",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(published),
                    Optional.empty(),
                    new Page.Plain(text));
            if (!(PIPELINE.read(page) instanceof Outcome.Read read)) {
                return "left out";
            }
            Reading reading = read.reading();
            return reading.events().stream()
                    .filter(e -> e.trigger().of(text).contains(word))
                    .findFirst()
                    .map(e -> show(e, reading))
                    .orElse(NO_EVENT);
        }

        private static String show(Event event, Reading reading) {
            return event.when().flatMap(reading::timex).flatMap(Timex::edtf).orElse("-")
                    + " "
                    + event.whenBy().map(b -> b.name().toLowerCase(Locale.ROOT)).orElse("-");
        }
    }
}
