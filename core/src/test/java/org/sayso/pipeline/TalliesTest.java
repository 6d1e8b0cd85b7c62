package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Attribution;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Figure;
import org.sayso.model.Reading;
import org.sayso.testing.Reports;

/** Numbers that stand apart from what they count, and the dead of a sentence's one attack. Left out where there are no weights. */
class TalliesTest {
    @BeforeAll
    static void needsTheEngine() throws IOException {
        Reports.needTheEngine();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Organisers put the number of strikers at 12,500; the railway said it was about 3,000. | 12500 person other Organisers; 3000 person other railway",
                "Aid workers estimated the number of refugees at 14,000. | 14000 person displaced Aid workers",
                "The ministry said the number of dead had risen to 44. | 44 person killed ministry",
                "The number of wounded reached 65, doctors said. | 65 person injured doctors",
                "The governor put the death toll at 16 and the number of injured at 83. | 16 person killed governor; 83 person injured governor",
                "Monitors said the number of checkpoints had fallen to 40. | 40 checkpoint other Monitors",
            })
    void whatANumberCountsAndWhoPutsItThere(String text, String figures) {
        Reading reading = read(text);
        List<String> found =
                reading.figures().stream().map(f -> line(reading, f)).toList();
        assertThat(String.join("; ", found)).isEqualTo(figures);
    }

    /** "Put at" gives a number what it counts, but is no cue of speech: rival tolls would count as so many vouchers of one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The council placed the crowd at more than 7,000, while police put it at 650. | 7000.. person other; 650 person other",
                "The harbour commission put the toll at 31 on Friday. | 31 person killed",
                "The clinic put the number of people killed at 58; the army said the figure was 37. | 58 person killed; 37 person killed",
                "Rebels put the toll at 14; the army says it is 5. | 14 person killed; 5 person killed",
                "Nine soldiers were wounded when a drone dropped a bomb on a base, the army said. | 9 person injured",
                "Raids left 61 people dead, up from 43 reported on Wednesday. The mayor revised the toll to 70. | 61 person killed; 43 person killed; 70 person killed",
                "The flood displaced 4,000 families. The governor put the number at 5,000, revising an earlier figure of 3,500. | 4000 family displaced; 5000 family displaced; 3500 family displaced",
                "The blast killed 19 sailors. The navy had earlier put the figure at 12. | 19 person killed; 12 person killed",
                "Six people died in the raid, including a girl, and 14 were wounded. | 6 person killed; 1 person killed; 14 person injured",
            })
    void whatANumberPutSomewhereCounts(String text, String figures) {
        List<String> found =
                read(text).figures().stream().map(TalliesTest::line).toList();
        assertThat(String.join("; ", found)).isEqualTo(figures);
    }

    private static String line(Reading reading, Figure f) {
        return line(f) + " " + saidBy(reading, f);
    }

    private static String line(Figure f) {
        String number = f.low().map(BigDecimal::toPlainString).orElse("")
                + (f.low().equals(f.high())
                        ? ""
                        : ".." + f.high().map(BigDecimal::toPlainString).orElse(""));
        return number + " " + f.unit() + " " + f.measure().name().toLowerCase(Locale.ROOT);
    }

    private static String saidBy(Reading reading, Figure f) {
        return f.said().stream()
                .map(reading::attribution)
                .flatMap(Optional::stream)
                .map(Attribution::source)
                .map(s -> s.spans().getFirst().of(reading.article().text()).replaceFirst("^[Tt]he ", ""))
                .reduce("", (a, b) -> b);
    }

    @Test
    void whatIsPutSomewhereIsNotSaid() {
        assertThat(read("The army put two guns at the gate and placed him at the head of 300 men.")
                        .attributions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'At least 26 people were killed and dozens wounded when drones struck a market outside Kharkiv on Tuesday.', 2",
        "'Nine civilians died after Russian troops shelled a school in Sumy.', 1",
        "'Two people were missing when rebels bombed the port of Hodeidah.', 1",
    })
    void theDeadOfASentenceAreThoseOfItsOneAttack(String text, int casualties) {
        Reading reading = read(text);
        List<Event> attacks = reading.events().stream()
                .filter(e -> e.type() == EventType.ASSAULT)
                .toList();
        assertThat(attacks).hasSize(1);
        assertThat(attacks.getFirst().figures()).hasSize(casualties);
        assertThat(reading.figures())
                .hasSize(casualties)
                .allSatisfy(
                        f -> assertThat(f.event()).contains(attacks.getFirst().id()));
    }

    private static Reading read(String text) {
        return Reports.read("2025-09-03", text);
    }
}
