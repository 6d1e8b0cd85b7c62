package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordpiecesTest {
    private static final Wordpieces PIECES;

    static {
        try {
            PIECES = Wordpieces.load();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Expected ids are those that training/text.py gives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            The        | 1996
            ministry   | 3757
            Café       | 7668
            n't        | 1050 1005 1056
            “          | 1523
            U.S.       | 1057 1012 1055 1012
            unfathomable | 4895 27753 23393 3085
            中国        | 1746 1799
            😢          | 100
            Ruritania  | 21766 25279 2401
            """)
    void cutsAsTrainingDoes(String word, String ids) {
        assertThat(Arrays.stream(PIECES.of(word)).mapToObj(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(ids);
    }

    /** All words of all gold texts, where a file of training/words.py is named by {@code sayso.words}. */
    @Test
    void cutsAllTheseWordsAsTrainingDoes() throws IOException {
        String file = System.getProperty("sayso.words", "");
        assumeTrue(!file.isEmpty(), "no file named by sayso.words");
        for (String line : Files.readString(Path.of(file)).split("\n")) {
            String[] c = line.split("\t");
            String ids =
                    Arrays.stream(PIECES.of(c[0])).mapToObj(String::valueOf).collect(Collectors.joining(" "));
            assertThat(ids + "\t" + Wordpieces.shape(c[0])).as(c[0]).isEqualTo(c[1] + "\t" + c[2]);
        }
    }

    @Test
    void whatYieldsNothingIsUnknown() {
        assertThat(PIECES.of("\u0301")).containsExactly(Wordpieces.UNKNOWN);
        assertThat(PIECES.of("\u0000")).containsExactly(Wordpieces.UNKNOWN);
        assertThat(PIECES.of("\uD83D")).containsExactly(Wordpieces.UNKNOWN);
        assertThat(PIECES.of("a".repeat(101))).containsExactly(Wordpieces.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"the,0", "The,1", "UN,2", "A,1", "McAllister,3", "145,0", "U.S.,2", "iPhone,3", "a.M,3", "É,1"})
    void shapesSayWhatTheVocabularyForgets(String word, int shape) {
        assertThat(Wordpieces.shape(word)).isEqualTo(shape);
    }
}
