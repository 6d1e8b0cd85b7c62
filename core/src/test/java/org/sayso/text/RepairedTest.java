package org.sayso.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Span;

class RepairedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia`s army | Russia’s army",
                "nego\u00ADtia\u00ADtions | negotiations",
                "Russiaâ€™s army | Russia’s army",
                "said â€œnoâ€\u009D | said “no”",
                "MÃ¼nchen â€“ ZÃ¼rich | München – Zürich",
                "Ð\u009AÐ¸Ñ—Ð² | Київ",
                "ok ðŸš\u0081 | ok 🚁",
            })
    void readsWhatWasMeant(String published, String meant) {
        assertThat(Repaired.of(published).text()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Plain.",
                "“São Paulo”, Žižek’s café, Київ 🚁",
                "Ã",
                "â€",
                "â",
                "`quoted`",
                "5` wide",
                "Ã la carte",
                "€Ÿ",
                "\uD83D"
            })
    void leavesWhatIsAsItShouldBe(String published) {
        assertThat(Repaired.of(published).text()).isEqualTo(published);
        assertThat(Repaired.of(published).isAsPublished()).isTrue();
    }

    @Test
    void spansLeadHome() {
        String published = "In MÃ¼nchen, Russiaâ€™s nego\u00ADtiator ðŸš\u0081 said";
        Repaired repaired = Repaired.of(published);
        for (String word : new String[] {"München", "Russia’s", "🚁"}) {
            int at = repaired.text().indexOf(word);
            Span home = repaired.home(new Span(at, at + word.length()));
            assertThat(misread(word)).isEqualTo(home.of(published));
        }
        int at = repaired.text().indexOf("negotiator");
        assertThat(repaired.home(new Span(at, at + 10)).of(published)).isEqualTo("nego\u00ADtiator");
    }

    private static String misread(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            String c = new String(new byte[] {b}, Charset.forName("windows-1252"));
            text.append(c.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : c);
        }
        return text.toString();
    }
}
