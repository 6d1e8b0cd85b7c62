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
        assertThat(Wording.figure(figure)).isEqualTo(words);
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
