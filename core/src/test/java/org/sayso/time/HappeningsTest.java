package org.sayso.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.table.Table;
import org.sayso.testing.Trees;

/** Every noun of happenings.tsv takes the day on which its verb stands. */
final class HappeningsTest {
    private static final String DATED = """
            It it PRON PRP 2 nsubj
            %s %s VERB VBD 0 root
            on on ADP IN 4 case
            Nov. November PROPN NNP 2 obl
            5 5 NUM CD 4 nummod
            """;

    private final TimeFinder finder = TimeFinder.load();

    @ParameterizedTest
    @MethodSource("rows")
    void isToldFromTheDayOfItsVerb(String noun, String verb, String example) {
        String text = DATED.formatted(verb, verb) + "\n" + tree(example, noun);
        Timex last = finder.find(Trees.of(text), Optional.of(LocalDate.of(2024, 11, 13)))
                .getLast();
        assertThat(last.anchor()).isEqualTo(Anchor.REFERENCE);
        assertThat(last.edtf()).isPresent();
    }

    static Stream<Object[]> rows() {
        return Table.rows(TimeFinder.class, "happenings.tsv", 3).stream().map(r -> r.toArray());
    }

    /** The words before the noun hang from it; the one right before it is its determiner. */
    private static String tree(String example, String noun) {
        String[] words = example.split(" ");
        StringBuilder tree = new StringBuilder();
        for (int i = 0; i < words.length - 1; i++) {
            tree.append("%s %s X X %d %s%n"
                    .formatted(words[i], words[i], words.length, i == words.length - 2 ? "det" : "dep"));
        }
        return tree.append("%s %s NOUN NN 0 root%n".formatted(noun, noun)).toString();
    }
}
