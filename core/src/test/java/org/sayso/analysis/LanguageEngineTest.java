package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Factuality;
import org.sayso.model.Name;
import org.sayso.model.ProposedAntecedents;
import org.sayso.model.ProposedFactuality;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

class LanguageEngineTest {
    @Test
    void saysWhichFileIsMissing(@TempDir Path folder) {
        Path file = folder.resolve("none.onnx");
        assertThatThrownBy(() -> LanguageEngine.load(file))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysThatAFileHoldsNoWeights(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("some.onnx"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> LanguageEngine.load(file)).isInstanceOf(IOException.class);
    }

    /** Needs the weights; skipped only where there are none at all. */
    @Nested
    class WithWeights {
        private static LanguageEngine engine;

        @BeforeAll
        static void load() throws IOException {
            assumeTrue(Weights.present(), "the weights are neither on the class path nor named by sayso.engine");
            engine = LanguageEngine.load();
        }

        @Test
        void readsAReport() {
            String text = "The foreign minister of Ruritania said on Tuesday that two soldiers were killed.";
            AnalyzedText read = engine.analyze(text);
            assertThat(read.sentences()).hasSize(1);
            Sentence sentence = read.sentences().getFirst();
            assertThat(sentence.root().lemma()).isEqualTo("say");
            assertThat(sentence.child(sentence.root(), "nsubj"))
                    .map(Token::form)
                    .contains("minister");
            assertThat(sentence.tokens()).extracting(Token::lemma).contains("soldier", "kill");
            assertThat(read.proposals()).hasSize(1);
            assertThat(read.proposals().getFirst().cue()).containsExactly(new Span(34, 38));
        }

        /** What broke on its way to the page is read as it was meant, and stays in the text as published. */
        @Test
        void readsWhatWasMeant() {
            String broken = "Russiaâ€™s army denied on Monday that nego\u00ADtia\u00ADtors were killed.";
            AnalyzedText read = engine.analyze(broken);
            AnalyzedText whole = engine.analyze("Russia’s army denied on Monday that negotiators were killed.");
            assertThat(read.text()).isEqualTo(broken);
            assertThat(read.sentences().getFirst().tokens())
                    .extracting(Token::form, Token::lemma, Token::relation)
                    .isEqualTo(whole.sentences().getFirst().tokens().stream()
                            .map(t -> tuple(t.form(), t.lemma(), t.relation()))
                            .toList());
            assertThat(read.sentences().getFirst().tokens().get(1).span().of(broken))
                    .isEqualTo("â€™s");
            assertThat(read.proposals().getFirst().content().getFirst().of(broken))
                    .contains("nego\u00ADtia\u00ADtors");
        }

        @Test
        void noNameEndsInAConjunction() {
            String text = "France, Britain and Canada threatened to impose sanctions if the offensive did not stop.";
            assertThat(engine.analyze(text).names())
                    .extracting(n -> n.span().of(text))
                    .containsExactly("France", "Britain", "Canada");
        }

        @Test
        void proposesWhomAPronounTakesUp() {
            String text = "Anna Weber resigned on Monday. The ministry said that she would not return.";
            List<ProposedAntecedents> all = engine.analyze(text).antecedents();
            ProposedAntecedents she = all.stream()
                    .filter(a -> a.word().of(text).equals("she"))
                    .findFirst()
                    .orElseThrow();
            assertThat(she.candidates().getFirst().word().of(text)).isEqualTo("Anna");
            double sum = she.nobody()
                    + she.candidates().stream()
                            .mapToDouble(ProposedAntecedents.Candidate::probability)
                            .sum();
            assertThat(sum).isBetween(0.8, 1.0001);
        }

        @Test
        void tellsHowAnEventIsPresented() {
            AnalyzedText read = engine.analyze("The army did not fire on the demonstrators.");
            ProposedFactuality told = read.tokenAt(17).orElseThrow().told().orElseThrow();
            assertThat(told.inner().get(Factuality.Status.DENIED)).isGreaterThan(0.5);
            assertThat(told.author().get(Factuality.Status.DENIED)).isGreaterThan(0.5);
        }

        @Test
        void knowsNames() {
            String text = "Angela Merkel met Barack Obama in Berlin.";
            assertThat(engine.analyze(text).names())
                    .contains(new Name(new Span(0, 13), Name.Kind.PERSON, 0))
                    .contains(new Name(new Span(18, 30), Name.Kind.PERSON, 0))
                    .contains(new Name(new Span(34, 40), Name.Kind.PLACE, 0));
        }

        @Test
        void anArticleReadsTheSameAloneAndInCompany() {
            List<String> texts = IntStream.range(0, 12)
                    .mapToObj(i -> ("Envoy " + i + " said the talks failed. ").repeat(i + 1))
                    .toList();
            List<AnalyzedText> alone = texts.stream().map(engine::analyze).toList();
            List<AnalyzedText> company =
                    texts.parallelStream().map(engine::analyze).toList();
            assertThat(company).isEqualTo(alone);
        }

        @ParameterizedTest
        @MethodSource("evil")
        void readsAnything(String text) {
            AnalyzedText read = engine.analyze(text);
            List<Span> words = new ArrayList<>();
            for (Sentence sentence : read.sentences()) {
                assertThat(sentence.size()).isLessThanOrEqualTo(512);
                for (Token token : sentence.tokens()) {
                    assertThat(token.form()).isEqualTo(token.span().of(text));
                    words.add(token.span());
                }
            }
            assertThat(words).isSorted();
            Set<Integer> starts = words.stream().map(Span::start).collect(Collectors.toSet());
            read.names().forEach(n -> assertThat(starts).contains(n.span().start()));
            read.proposals()
                    .forEach(p -> Stream.of(p.source(), p.cue(), p.content())
                            .flatMap(List::stream)
                            .forEach(s -> assertThat(s.end()).isLessThanOrEqualTo(text.length())));
        }

        static Stream<String> evil() {
            return Stream.of(
                    "",
                    " \n\t\u0000 ",
                    ".",
                    "word ".repeat(5000),
                    "a".repeat(20_000),
                    "he said ".repeat(2000) + ".",
                    "\"".repeat(3000),
                    "😢👨‍👩‍👧🇺🇦".repeat(300),
                    "قال الوزير إن المحادثات فشلت. ".repeat(50),
                    "外交部发言人表示谈判破裂".repeat(300),
                    "The\u0000army\u0000said\u0000so.",
                    "The \uD83D army \uDE00 said \uD83D\uD83D so.\uD83D",
                    "THE ARMY SAID ON MONDAY THAT IT HAD LEFT THE CITY OF STRELSAU. ".repeat(20),
                    "a\u0301\u0301\u0301".repeat(3000),
                    "(((((".repeat(500) + "said" + ")))))".repeat(500),
                    "http://a.b/" + "x".repeat(10_000),
                    "\u202Eright to left\u202C said he",
                    "1,".repeat(5000));
        }
    }
}
