package org.sayso.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Span;
import org.sayso.table.Table;

class SentenceSplitterTest {
    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();

    private static List<String> sentences(String text) {
        return SPLITTER.split(text).stream().map(s -> s.span().of(text)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He left.|They stayed.",
                "“We deny it.”|The envoy left.",
                "\"We deny it.\"|\"Never,\" he said.",
                "He said (in May.)|Then he left.",
                "Gen. Weiss met Mr. Stone in St. Anne on Sept. 3.|He left.",
                "The U.S. President met the U.N. envoy.",
                "They met in the U.S.|The envoy left.",
                "It begins at 5 p.m.|He will come.",
                "It begins at 5 p.m. Monday.",
                "Why now?|Nobody knows!|Really…|Yes.",
                "“Why now?” he asked.",
                "Well... he left.",
                "It ended.|The army left.",
                "1. The army left.",
                "J. Weiss and A. B. Stone came.|They left.",
                "It costs $5.5 bn.|Five died.",
                "The talks failed.|the envoy left.",
                "Well... he left … at once.",
                "He was born in May. [2] [13]|He died in June.[3]",
                "He met [2] Weiss.",
            })
    void endsSentences(String marked) {
        String text = marked.replace("|", " ");
        assertThat(sentences(text)).containsExactly(marked.split("\\|"));
    }

    @ParameterizedTest
    @MethodSource("starters")
    void everyStarterBeginsASentenceAfterAnAbbreviation(List<String> row) {
        assertThat(sentences(row.get(1).replace("|", " ")))
                .containsExactly(row.get(1).split("\\|"));
    }

    @Test
    void aWrappedLineEndsNothing() {
        String wrapped = """
                   SAN SALVADOR, 3 JAN 90 -- THE BATTALION COMMAND HAS REPORTED THAT ABOUT
                50 PEASANTS OF VARIOUS AGES HAVE BEEN KIDNAPPED BY THE FRONT IN THE SAN
                MIGUEL DEPARTMENT.  ACCORDING TO THAT GARRISON, THE KIDNAPPING TOOK PLACE
                ON 30 DECEMBER.

                   THE SOURCE ADDED NOTHING.
                """;
        assertThat(sentences(wrapped).stream().map(s -> s.replace('\n', ' ')))
                .containsExactly(
                        "SAN SALVADOR, 3 JAN 90 -- THE BATTALION COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS OF VARIOUS"
                                + " AGES HAVE BEEN KIDNAPPED BY THE FRONT IN THE SAN MIGUEL DEPARTMENT.",
                        "ACCORDING TO THAT GARRISON, THE KIDNAPPING TOOK PLACE ON 30 DECEMBER.",
                        "THE SOURCE ADDED NOTHING.");
    }

    @Test
    void linesOfTheirOwnStayApart() {
        String headlines = """
                Kyiv says 12 drones were shot down overnight
                Russia strikes the port of Odesa once more
                Zelensky to meet Macron in Paris on Monday
                Turkey offers to host talks, Erdogan says
                """;
        assertThat(sentences(headlines)).hasSize(4);
        assertThat(sentences("A short title\nThe army left the town on Monday, and nobody was hurt there."))
                .hasSize(2);
    }

    static Stream<List<String>> starters() {
        return Table.rows(Tokenizer.class, "starters.tsv", 2).stream();
    }

    @Test
    void aHeadlineNeedsNoPeriod() {
        String text = "Envoy leaves\n\nThe envoy left.\nHe was tired.";
        assertThat(sentences(text)).containsExactly("Envoy leaves", "The envoy left.", "He was tired.");
        assertThat(SPLITTER.split(text))
                .extracting(TokenizedSentence::paragraph)
                .containsExactly(0, 1, 2);
    }

    @Test
    void wrappedLinesGoOn() {
        String text = "The envoy left on\r\nMonday for\nthe border.\n\nthe end";
        assertThat(sentences(text)).containsExactly("The envoy left on", "Monday for\nthe border.", "the end");
    }

    @Test
    void sentencesAreBounded() {
        String text = "word ".repeat(5000) + "and more, ".repeat(500);
        List<TokenizedSentence> all = SPLITTER.split(text);
        assertThat(all).allMatch(s -> s.words().size() <= SentenceSplitter.LONGEST_SENTENCE);
        assertThat(all.stream().mapToInt(s -> s.words().size()).sum()).isEqualTo(6500);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(SPLITTER.split("")).isEmpty();
        assertThat(SPLITTER.split(" \n\u0000\u200B ")).isEmpty();
    }

    /** Words in order, without overlap, nothing visible left out. */
    @Test
    void anyTextIsCoveredOnce() {
        SplittableRandom random = new SplittableRandom(7);
        String alphabet = "aB.,'’\"-@#/:$1 9\n\t\u00A0é中😢\uD83D\uDE00\u0301\u202E&…!?()[]_\u0000n't";
        for (int round = 0; round < 3000; round++) {
            StringBuilder b = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                b.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = b.toString();
            List<Span> words = new ArrayList<>();
            SPLITTER.split(text).forEach(s -> words.addAll(s.words()));
            int at = 0;
            for (Span word : words) {
                assertThat(word.start()).as(text).isGreaterThanOrEqualTo(at);
                assertThat(Characters.skipGaps(text, at, word.start())).as(text).isEqualTo(word.start());
                at = word.end();
            }
            assertThat(Characters.skipGaps(text, at, text.length())).as(text).isEqualTo(text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".",
                "a.",
                "www.",
                "http://",
                "a@",
                "'",
                "-",
                "1-",
                "anti-",
                "1,",
                ":-",
                "((",
                "A.",
                "n't",
                "\"",
                "\n",
                "😢\u200D",
                "a.com/",
                "&a",
                "$",
                "a\u0301"
            })
    void timeGrowsWithTheText(String unit) {
        String text = unit.repeat(400_000 / unit.length());
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(3), () -> SPLITTER.split(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MANILA (AFP) -",
                "CAIRO/JERUSALEM, Nov 14 (Reuters) -",
                "PORT SUDAN, Sudan (AP) —",
                "Bogota, Nov 10 -",
                "BEIRUT —",
            })
    void aDatelineIsNoPartOfTheSentence(String dateline) {
        assertThat(sentences(dateline + " The army left. Nobody was hurt."))
                .containsExactly(dateline, "The army left.", "Nobody was hurt.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATO - the alliance of 32 states - met.",
                "The army (FARDC) - Congo's - left.",
                "Kyiv (Ukraine) was hit - Russia denies it.",
                "UNICEF — the agency said — left.",
            })
    void whatOnlyLooksLikeOneIs(String sentence) {
        assertThat(sentences(sentence)).hasSize(1);
    }
}
