package org.sayso.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Figure;
import org.sayso.model.Span;

final class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 |    | person | KILLED   | at least 12 people killed",
                "1  | 1  | person | KILLED   | 1 person killed",
                "36 | 40 | drone  | LAUNCHED | 36–40 drones launched",
                "   | 5  | drone  | OTHER    | up to 5 drones",
                "12000 | 12000 | person | DISPLACED | 12,000 people displaced",
                "6000000000 | 6000000000 | USD | MONEY | 6 billion USD",
                "1234567 | 1234567 | person | OTHER | 1,234,567 people",
                "0.5 | 0.5 | EUR | MONEY | 0.5 EUR",
            })
    void figuresReadAsInAReport(BigDecimal low, BigDecimal high, String unit, Figure.Measure measure, String words) {
        Figure figure = new Figure(
                "f1",
                new Span(0, 1),
                Optional.ofNullable(low),
                Optional.ofNullable(high),
                false,
                unit,
                measure,
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(Wording.figure(figure, "")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dozens             | 12   |    | person  | INJURED   | dozens of people injured (at least 12)",
                "Thousands          | 1000 |    | person  | DISPLACED | thousands of people displaced (at least 1,000)",
                "several hundred    | 200  |    | house   | OTHER     | several hundred houses (at least 200)",
                "more than about 40 | 40   |    | person  | KILLED    | more than about 40 people killed (at least 40)",
                "billions of euros  | 1000000000 | | EUR  | MONEY     | billions of euros (at least 1 billion)",
                "about 30           | 30   | 30 | person  | DETAINED  | about 30 people detained",
                "some 10 percent    | 10   | 10 | percent | OTHER     | about 10 percent",
            })
    void vagueNumbersAreShownInTheReportsOwnWords(
            String own, BigDecimal low, BigDecimal high, String unit, Figure.Measure measure, String words) {
        Figure figure = new Figure(
                "f1",
                new Span(0, own.length()),
                Optional.ofNullable(low),
                Optional.ofNullable(high),
                true,
                unit,
                measure,
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(Wording.figure(figure, own)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-10, 2024-11-12, 10–12 Nov 2024",
        "2024-11-10, 2024-11-10, 10 Nov 2024",
        "2024-10-31, 2024-11-02, 31 Oct – 2 Nov 2024",
        "2024-12-31, 2025-01-02, 31 Dec 2024 – 2 Jan 2025",
        ", , ''",
    })
    void daysAreSaidOnce(LocalDate from, LocalDate to, String words) {
        assertThat(Wording.days(Optional.ofNullable(from), Optional.ofNullable(to)))
                .isEqualTo(words);
    }

    @Test
    void longWordsAreCutBetweenWords() {
        assertThat(Wording.shorten("The ministry  said\nso", 50)).isEqualTo("The ministry said so");
        assertThat(Wording.shorten("The ministry said so on Monday", 16)).isEqualTo("The ministry…");
    }
}
