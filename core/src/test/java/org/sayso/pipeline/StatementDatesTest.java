package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.model.Timex;

/** When something was said. Left out where there are no weights. */
class StatementDatesTest {
    private static final Pipeline PIPELINE = new Pipeline(Stages.standard());

    @BeforeAll
    static void needsTheEngine() throws IOException {
        try {
            LanguageEngine.load();
        } catch (FileNotFoundException e) {
            Assumptions.abort("no weights of the language engine");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"We want peace,\" said Foreign Minister Ana Lopes, who is due to meet envoys in Geneva next Monday. | -",
                "\"We want peace,\" Foreign Minister Ana Lopes, who is to visit Geneva next Monday, said on Saturday. | 2025-02-08",
                "The minister said on Saturday that the talks would be held next Monday. | 2025-02-08",
            })
    void aDateToldOfTheSpeakerIsNotThatOfTheStatement(String text, String day) {
        Reading reading = ((Outcome.Read) PIPELINE.read(new Page(
                        "d1",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2025, 2, 10)),
                        Optional.empty(),
                        new Page.Plain(text))))
                .reading();
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
