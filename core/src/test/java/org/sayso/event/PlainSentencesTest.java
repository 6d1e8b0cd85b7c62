package org.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sayso.analysis.Analyzer;

/** Plain sentences of our own, read end to end: what must never be missed, and what must never be taken for an event. */
class PlainSentencesTest {
    private static Analyzer analyzer;
    private static EventFinder finder;

    @BeforeAll
    static void load() throws IOException {
        analyzer = RealEngine.load();
        finder = EventFinder.load();
    }

    @Test
    void findsWhatItWasTunedOn() throws IOException {
        PlainSentences.Score score = PlainSentences.score("tuned", analyzer, finder);
        String misses = String.join("\n", score.misses());
        assertThat(score.told()).isGreaterThanOrEqualTo(50);
        assertThat(score.types()).as(misses).isGreaterThanOrEqualTo(score.told() * 96 / 100);
        assertThat(score.actors()).as(misses).isGreaterThanOrEqualTo(score.told() * 92 / 100);
        assertThat(score.recipients()).as(misses).isGreaterThanOrEqualTo(score.told() * 92 / 100);
        assertThat(score.statuses()).as(misses).isGreaterThanOrEqualTo(score.told() * 94 / 100);
        assertThat(score.twice()).as(misses).isLessThanOrEqualTo(1);
        assertThat(score.alarms()).as(misses).isZero();
    }

    @Test
    void findsWhatWasSetAside() throws IOException {
        PlainSentences.Score score = PlainSentences.score("held", analyzer, finder);
        assertThat(score.types()).isGreaterThanOrEqualTo(score.told() * 91 / 100);
        assertThat(score.actors()).isGreaterThanOrEqualTo(score.told() * 89 / 100);
        assertThat(score.recipients()).isGreaterThanOrEqualTo(score.told() * 75 / 100);
        assertThat(score.statuses()).isGreaterThanOrEqualTo(score.told() * 89 / 100);
        assertThat(score.twice()).isLessThanOrEqualTo(2);
        assertThat(score.alarms()).isLessThanOrEqualTo(6);
    }
}
