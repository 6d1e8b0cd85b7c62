package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Reading;
import org.sayso.model.Timex;
import org.sayso.testing.Reports;

/** When something was said. Left out where there are no weights. */
class StatementDatesTest {
    @BeforeAll
    static void needsTheEngine() throws IOException {
        Reports.needTheEngine();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"We want peace,\" said Foreign Minister Ana Lopes, who is due to meet envoys in Geneva next Monday. | -",
                "\"We want peace,\" Foreign Minister Ana Lopes, who is to visit Geneva next Monday, said on Saturday. | 2025-02-08",
                "The minister said on Saturday that the talks would be held next Monday. | 2025-02-08",
                "The government promised on Saturday to hold elections on 5 March. | 2025-02-08",
            })
    void aDateToldOfTheSpeakerIsNotThatOfTheStatement(String text, String day) {
        Reading reading = Reports.read("2025-02-10", text);
        assertThat(reading.attributions()).isNotEmpty();
        assertThat(reading.attributions()
                        .getFirst()
                        .when()
                        .flatMap(id -> reading.timexes().stream()
                                .filter(t -> t.id().equals(id))
                                .findFirst())
                        .flatMap(Timex::value))
                .isEqualTo(Optional.ofNullable(day));
    }
}
