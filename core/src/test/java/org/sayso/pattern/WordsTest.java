package org.sayso.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void cutsAtEveryMarkAndKeepsNumbersWhole() {
        assertThat(keys("1,700 hurt, 2.62% down on 9–10 Nov. at 10:35 a.m. (0735 GMT) since the 1990s"))
                .isEqualTo("1,700 hurt , 2.62 % down on 9 - 10 nov . at 10:35 am ( 0735 gmt ) since the 1990s");
    }

    @Test
    void keepsNamesWithDigitsWhole() {
        assertThat(keys("G7 leaders saw a Su-57")).isEqualTo("g7 leaders saw a su - 57");
    }

    @Test
    void partsAPossessive() {
        assertThat(keys("Friday’s vote")).isEqualTo("friday 's vote");
    }

    /** Whatever comes in, the words come in order and lead home. */
    @Test
    void spansLeadHomeOnAnyText() {
        Random random = new Random(7);
        String alphabet = "aB1. ,:/-–'’\n%$½\uD83D\uDE00é0s9thTZ";
        for (int n = 0; n < 2000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (Word word : Words.of(text.toString())) {
                assertThat(word.span().start()).isGreaterThanOrEqualTo(end);
                assertThat(word.form()).isEqualTo(word.span().of(text.toString()));
                end = word.span().end();
            }
        }
    }

    private static String keys(String text) {
        return String.join(" ", Words.of(text).stream().map(Word::key).toList());
    }
}
