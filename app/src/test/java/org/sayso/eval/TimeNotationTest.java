package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeNotationTest {
    @ParameterizedTest
    @CsvSource({
        "2000-W7, 2000-W07",
        "2000-w07-we, 2000-W7-WE",
        "198X, 198",
        "19XX, 19",
        "199X-XX-XX, 199",
        "1949-XX, 1949",
        "1949-XX-XX, 1949",
        "1998-12-XX, 1998-12",
        "BC0480-08-XX, BC0480-08",
        "1917-09-20TXX, 1917-09-20",
        "P1DE, P10Y",
        "P2.5Y, P30M",
        "P2CE, P200Y",
        "P1Y6M, P18M",
        "PT1H30M, PT90M",
        "P2Q, P6M",
        "P2W, P14D",
        "2024-11-09T24:00, 2024-11-10T00:00",
        "2024-11-09T9:05, 2024-11-09T09:05",
        "2024-11-09T0905Z, 2024-11-09T09:05:00Z",
    })
    void theSameWrittenOtherwise(String one, String other) {
        assertThat(TimeNotation.equal(one)).isEqualTo(TimeNotation.equal(other));
    }

    @ParameterizedTest
    @CsvSource({
        "P1W, 2000-W07",
        "2000-02-16TNI, 2000-02-16",
        "2000-02-16TNI, 2000-02-16TEV",
        "1949-XX, 1949-01",
        "198X, 1980",
        "P12Y, P13Y",
        "P1D, PT24H",
        "P1M, PT1M",
        "PXD, PXW",
        "2024-11-09T09:05Z, 2024-11-09T09:05",
        "XXXX-XX-XX, XXXX",
        "XXXX-WXX-5, XXXX-WXX",
        "1792-WXX, 1792",
        "PRESENT_REF, PAST_REF",
    })
    void anotherTime(String one, String other) {
        assertThat(TimeNotation.equal(one)).isNotEqualTo(TimeNotation.equal(other));
    }
}
