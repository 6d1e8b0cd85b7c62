package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases are worked by hand. */
final class ShinglesTest {
    @Test
    void sharesOfShinglesAddUpToOne() {
        Shingles.Agreement agreement = Shingles.compare("a b c d e f", "a b c d e x");
        assertThat(agreement.both()).isCloseTo(2.0 / 4, within(1e-9));
        assertThat(agreement.wrong()).isCloseTo(1.0 / 4, within(1e-9));
        assertThat(agreement.missed()).isCloseTo(1.0 / 4, within(1e-9));
        assertThat(agreement.f1()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(agreement.same()).isFalse();
    }

    @Test
    void countsARepeatedShingleOnlyAsOftenAsGoldHasIt() {
        Shingles.Agreement agreement = Shingles.compare("a b c d", "a b c d a b c d");
        assertThat(agreement.both()).isCloseTo(1.0 / 5, within(1e-9));
        assertThat(agreement.wrong()).isCloseTo(4.0 / 5, within(1e-9));
    }

    @Test
    void aPageWithNothingPredictedLowersRecallOnly() {
        Shingles.Scores scores = Shingles.Scores.of(List.of(
                Shingles.compare("one two three four", "one two three four"), Shingles.compare("five six", "")));
        assertThat(scores.precision()).isEqualTo(1);
        assertThat(scores.recall()).isEqualTo(0.5);
        assertThat(scores.meanPageF1()).isEqualTo(0.5);
        assertThat(scores.accuracy()).isEqualTo(0.5);
        assertThat(scores.empty()).isEqualTo(1);
    }

    @Test
    void readsSavedPagesAsUtf8FirstAndAsDeclaredElse() {
        byte[] latin = {
            '<',
            'm',
            'e',
            't',
            'a',
            ' ',
            'c',
            'h',
            'a',
            'r',
            's',
            'e',
            't',
            '=',
            'l',
            'a',
            't',
            'i',
            'n',
            '1',
            '>',
            (byte) 0x93
        };
        assertThat(SavedPages.decode(latin)).endsWith("“");
        assertThat(SavedPages.decode("é".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("é");
    }
}
