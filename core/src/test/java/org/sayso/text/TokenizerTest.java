package org.sayso.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Span;
import org.sayso.table.Table;

class TokenizerTest {
    private static final Tokenizer TOKENIZER = Tokenizer.load();

    private static List<String> words(String text) {
        return TOKENIZER.words(text, 0, text.length()).stream()
                .map(s -> s.of(text))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternHasAnExample(List<String> row) {
        assertThat(words(row.get(2))).as(row.get(0)).containsExactly(row.get(3).split(" "));
    }

    static Stream<List<String>> patterns() {
        return Table.rows(Tokenizer.class, "patterns.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("contractions")
    void everyContractionIsCut(List<String> row) {
        assertThat(words(row.get(0))).containsExactly(row.get(2).split("\\|"));
    }

    static Stream<List<String>> contractions() {
        return Table.rows(Tokenizer.class, "contractions.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("hyphens")
    void everyAffixBindsItsHyphen(List<String> row) {
        assertThat(words(row.get(2))).containsExactly(row.get(2));
        assertThat(row.get(2).toLowerCase(Locale.ROOT)).contains(row.get(0));
    }

    static Stream<List<String>> hyphens() {
        return Table.rows(Tokenizer.class, "hyphens.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("abbreviations")
    void everyAbbreviationKeepsItsPeriod(List<String> row) {
        assertThat(words(row.get(2))).contains(row.get(0));
    }

    static Stream<List<String>> abbreviations() {
        return Table.rows(Tokenizer.class, "abbreviations.tsv", 3).stream();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            The Kremlin's envoy didn't come.  | The Kremlin 's envoy did n't come .
            Russia`s and Ukraine’s armies     | Russia `s and Ukraine ’s armies
            They’ll say we're late, won’t they| They ’ll say we 're late , wo n’t they
            the officials' statement          | the officials ' statement
            O'Brien's aide in Qur'an school   | O'Brien 's aide in Qur'an school
            the 20-year-old US-based al-Qaeda | the 20 - year - old US - based al - Qaeda
            "We deny it," he said.            | " We deny it , " he said .
            “‘No,’ he said”                   | “ ‘ No , ’ he said ”
            62 of 145 drones; 43% (or so)     | 62 of 145 drones ; 43 % ( or so )
            £5m, €2.5bn and $1,000,000        | £ 5 m , € 2.5 bn and $ 1,000,000
            F-16s and S-300s, 5-10 May        | F - 16s and S - 300s , 5 - 10 May
            either/or at AT&T                 | either / or at AT&T
            Gen. J. Weiss of the U.S. Army    | Gen. J. Weiss of the U.S. Army
            No. 10 said no. So it is No.      | No. 10 said no . So it is No .
            Washington(CNN)—The army          | Washington ( CNN ) — The army
            it ended.The army left            | it ended . The army left
            """)
    void cutsAsTheTreebanksDo(String text, String expected) {
        assertThat(words(text)).containsExactly(expected.split(" "));
    }

    @Test
    void blanksOfEveryKindPartWords() {
        assertThat(words("a\u00A0b\u200Bc\u0000d\uFEFFe\u202Ef\tg")).containsExactly("a", "b", "c", "d", "e", "f", "g");
    }

    @Test
    void offsetsLeadHomeAfterEmoji() {
        String text = "😢 Kyiv's 🇺🇦";
        assertThat(TOKENIZER.words(text, 0, text.length()))
                .containsExactly(new Span(0, 2), new Span(3, 7), new Span(7, 9), new Span(10, 14));
    }

    @Test
    void unpairedSurrogatesAreWordsOfTheirOwn() {
        assertThat(words("a\uD83D b\uDE00c")).containsExactly("a", "\uD83D", "b", "\uDE00", "c");
    }

    @Test
    void noWordIsLongerThanTheBound() {
        String text = "𝒜".repeat(50_000) + "a".repeat(50_000);
        List<Span> words = TOKENIZER.words(text, 0, text.length());
        assertThat(words).allMatch(s -> s.length() <= Tokenizer.LONGEST_WORD);
        assertThat(words.stream().mapToInt(Span::length).sum()).isEqualTo(text.length());
        assertThat(words).allMatch(s -> !Character.isLowSurrogate(text.charAt(s.start())));
    }
}
