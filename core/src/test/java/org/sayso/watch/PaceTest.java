package org.sayso.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what is asked again. */
final class PaceTest {
    private static final Pace PACE = Pace.every(Duration.ofMinutes(30));
    private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what the headers say | what the feed says | the next poll
                "-      | -     | PT30M",
                "PT1H   | -     | PT1H",
                "-      | PT15M | PT15M",
                "PT10M  | PT15M | PT15M",
                "PT20M  | PT15M | PT20M",
                "PT1S   | -     | PT5M",
                "-      | PT1M  | PT5M",
                "PT8760H| -     | PT48H",
                "-      | PT8760H| PT48H",
            })
    void afterSuccess(Duration fresh, Duration ttl, Duration next) {
        assertThat(PACE.afterSuccess(Optional.ofNullable(fresh), Optional.ofNullable(ttl)))
                .isEqualTo(next);
    }

    @Test
    void failuresDoubleTheTimeToTwoDaysAndNoFurther() {
        List<Duration> waits = IntStream.rangeClosed(1, 14)
                .mapToObj(n -> PACE.afterFailure(n, Optional.empty()))
                .toList();
        assertThat(waits.subList(0, 4))
                .containsExactly(
                        Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(40));
        assertThat(waits.subList(9, 14))
                .containsExactly(
                        Duration.ofMinutes(2560),
                        Duration.ofDays(2),
                        Duration.ofDays(2),
                        Duration.ofDays(2),
                        Duration.ofDays(2));
        assertThat(PACE.afterFailure(Integer.MAX_VALUE, Optional.empty())).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S, PT5M", "1, PT1H, PT1H", "4, PT20M, PT40M", "1, PT1000H, PT48H"})
    void theServersWordCountsWhereItIsLonger(int failures, Duration retryAfter, Duration next) {
        assertThat(PACE.afterFailure(failures, Optional.of(retryAfter))).isEqualTo(next);
    }

    @Test
    void pagesAreLookedAtAgainLessAndLess() {
        List<Duration> ages = new ArrayList<>();
        Duration age = Duration.ZERO;
        for (Optional<Duration> next = PACE.untilRevisit(age); next.isPresent(); next = PACE.untilRevisit(age)) {
            age = age.plus(next.get());
            ages.add(age);
        }
        assertThat(ages)
                .containsExactly(
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(4),
                        Duration.ofHours(8),
                        Duration.ofHours(16),
                        Duration.ofHours(32));
    }

    @Test
    void aPaceHasAnOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.every(Duration.ofDays(3)));
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.every(Duration.ZERO));
        assertThat(Pace.every(Duration.ofSeconds(10)).least()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // headers | fresh for | to be tried after
                "cache-control: max-age=600                                       | PT10M | -",
                "cache-control: public, MAX-AGE=\"600\", must-revalidate          | PT10M | -",
                "cache-control: max-age=600; age: 60                              | PT9M  | -",
                "cache-control: max-age=600; age: 700                             | -     | -",
                "cache-control: max-age=0                                         | -     | -",
                "cache-control: no-cache, max-age=600                             | -     | -",
                "cache-control: no-store                                          | -     | -",
                "cache-control: s-maxage=600                                      | -     | -",
                "cache-control: max-age=many                                      | -     | -",
                "cache-control: max-age=600; expires: Mon, 05 Jan 2026 07:00:00 GMT | PT10M | -",
                "expires: Mon, 05 Jan 2026 07:00:00 GMT                           | PT1H  | -",
                "expires: Mon, 05 Jan 2026 07:00:00 GMT; date: Mon, 05 Jan 2026 06:30:00 GMT | PT30M | -",
                "expires: 0                                                       | -     | -",
                "expires: Thu, 01 Jan 1970 00:00:00 GMT                           | -     | -",
                "retry-after: 120                                                 | -     | PT2M",
                "retry-after: Mon, 05 Jan 2026 06:10:00 GMT                       | -     | PT10M",
                "retry-after: Mon, 05 Jan 2026 05:10:00 GMT                       | -     | -",
                "retry-after: soon                                                | -     | -",
                "retry-after: -5                                                  | -     | -",
                "server: any                                                      | -     | -",
            })
    void whatHeadersSay(String written, Duration fresh, Duration retry) {
        Map<String, String> headers = Stream.of(written.split(";\\s"))
                .map(h -> h.split(": ", 2))
                .collect(Collectors.toMap(h -> h[0].strip(), h -> h[1].strip()));
        assertThat(Freshness.of(name -> Optional.ofNullable(headers.get(name)), NOW))
                .isEqualTo(new Freshness(Optional.ofNullable(fresh), Optional.ofNullable(retry)));
    }
}
