package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static LanguageEngine engine;

    @BeforeAll
    static void load() throws IOException {
        assumeTrue(Weights.present(), "the weights are neither on the class path nor named by sayso.engine");
        engine = LanguageEngine.load();
    }

    private static List<String> names(String text) {
        return engine.analyze(text).names().stream()
                .map(n -> n.span().of(text) + "/" + n.kind())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The Kremlin said it knew of no call.                    | Kremlin/ORGANIZATION
                    Russian President Vladimir Putin met the envoy.         | Russian/GROUP Vladimir Putin/PERSON
                    Kyiv denies that.                                       | Kyiv/PLACE
                    The Kurds held the town of Kobani.                      | Kurds/GROUP Kobani/PLACE
                    Syrian leader Bashar al-Assad spoke on Monday.          | Syrian/GROUP Bashar al-Assad/PERSON
                    The U.S. said on Nov. 3 that it would send aid.         | U.S./PLACE
                    The minister said on Friday that nobody had been there. | ''
                    """)
    void findsNamesWhole(String text, String expected) {
        assertThat(String.join(" ", names(text))).isEqualTo(expected);
    }

    @Test
    void aLastNameIsOfTheKindOfTheFullName() {
        String text = "Anna Weiss, the foreign minister, met aides. Weiss left at noon. Weiss said nothing.";
        assertThat(names(text)).containsExactly("Anna Weiss/PERSON", "Weiss/PERSON", "Weiss/PERSON");
    }

    @Test
    void everyWordOfTheListHasAClass() throws IOException {
        NameWords words = NameWords.load();
        assertThat(words.is("Monday", NameWords.Kind.CALENDAR)).isTrue();
        assertThat(words.is("monday", NameWords.Kind.TITLE)).isFalse();
    }
}
