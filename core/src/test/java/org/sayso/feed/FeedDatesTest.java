package org.sayso.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as feeds write them. */
final class FeedDatesTest {
    private static final FeedDates DATES = FeedDates.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 11 Nov 2024 10:00:05 GMT                 | 2024-11-11T10:00:05Z",
                "Mon, 11 Nov 2024 10:00:05 +0300               | 2024-11-11T10:00:05+03:00",
                "11 Nov 24 23:59 EST                           | 2024-11-11T23:59-05:00",
                "Monday, 11 November 2024 10:00 PM             | 2024-11-11T22:00Z",
                "Mon, 1 Sept 2024 9:05:00 -0430                | 2024-09-01T09:05-04:30",
                "Mon, 11-Nov-2024 10:00:00 GMT                 | 2024-11-11T10:00Z",
                "Mon,11 Nov 2024 10:00:00 GMT                  | 2024-11-11T10:00Z",
                "Mon Nov 11 10:00:00 2024                      | ",
                "Mon, 30 Feb 2024 10:00:00 GMT                 | ",
                "2024-11-11T10:00:05Z                          | 2024-11-11T10:00:05Z",
                "2024-11-11T10:00:05.123+03:00                 | 2024-11-11T10:00:05+03:00",
                "2024-11-11T10:00-0500                         | 2024-11-11T10:00-05:00",
                "2024-11-11T10:00+05                           | 2024-11-11T10:00+05:00",
                "2024-11-11 10:00:05                           | 2024-11-11T10:00:05Z",
                "2024-11-11                                    | 2024-11-11T00:00Z",
                "20241111T100005Z                              | 2024-11-11T10:00Z",
                "November 11, 2024 10:00 am EST                | 2024-11-11T10:00-05:00",
                "11.11.2024 10:00                              | 2024-11-11T10:00Z",
                "03.04.2024 10:00                              | 2024-04-03T10:00Z",
                "25/12/2024                                    | 2024-12-25T00:00Z",
                "12/25/2024                                    | 2024-12-25T00:00Z",
                "03/04/2024                                    | ",
                "2024年11月11日 10:00                            | 2024-11-11T10:00Z",
                "Пн, 11 Ноя 2024 10:00:00 +0300                | 2024-11-11T10:00+03:00",
                "11 ноября 2024, 10:00 МСК                     | 2024-11-11T10:00+03:00",
                "2 мая 2024 г. 08:30                           | 2024-05-02T08:30Z",
                "Вс, 01 сент. 2024 10:00:00 +0300              | 2024-09-01T10:00+03:00",
                "11 листопада 2024 10:00                       | 2024-11-11T10:00Z",
                "Lun, 11 nov 2024 10:00:00 +0100               | 2024-11-11T10:00+01:00",
                "11 août 2024 10:00                            | 2024-08-11T10:00Z",
                "11. März 2024, 10:00 MEZ                      | 2024-03-11T10:00+01:00",
                "11 de noviembre de 2024 10:00                 | 2024-11-11T10:00Z",
                "11 Kasım 2024 10:00                           | 2024-11-11T10:00Z",
                "١١ نوفمبر ٢٠٢٤ ١٠:٠٠                          | 2024-11-11T10:00Z",
                "yesterday                                     | ",
                "99 Nov 2024                                   | ",
                "Mon, 11 Brumaire 2024                         | ",
            })
    void readsThem(String written, OffsetDateTime expected) {
        assertThat(DATES.read(written, Optional.empty())).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void theFeedsOwnLanguageDecidesBetweenTwo() {
        assertThat(day("11 listopada 2024", "pl")).contains("2024-11-11");
        assertThat(day("11 listopada 2024", "hr-HR")).contains("2024-10-11");
        assertThat(DATES.read("11 listopada 2024", Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "00 00 0000", "1/2", "Ä 1, 2024", "2024-13-45", "T", "10:61 11 Nov 2024"})
    void whatIsNoDateIsNone(String written) {
        assertThat(DATES.read(written, Optional.of("zz-unknown"))).isEmpty();
    }

    private static Optional<String> day(String written, String language) {
        return DATES.read(written, Optional.of(language))
                .map(d -> d.toLocalDate().toString());
    }
}
