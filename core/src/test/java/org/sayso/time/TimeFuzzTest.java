package org.sayso.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Timex;
import org.sayso.table.Table;

/** Whatever digits, marks and words of time stand together, the finder returns, and its spans never overlap. */
final class TimeFuzzTest {
    private static final String SHAPES = "0123456789,.:/-'()";
    private final TimeFinder finder = TimeFinder.load();
    private final List<String> words = words();

    @ParameterizedTest
    @MethodSource("seeds")
    void neverFails(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            AnalyzedText text = TimeRulesTest.flat(text(random));
            Optional<LocalDate> published = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(2024, 2, 29).plusDays(random.nextInt(400)));
            int end = 0;
            for (Timex timex : finder.find(text, published)) {
                assertThat(timex.span().start()).as(text.text()).isGreaterThanOrEqualTo(end);
                end = timex.span().end();
            }
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 25).mapToObj(i -> (long) i);
    }

    private String text(Random random) {
        StringBuilder text = new StringBuilder("x ");
        for (int i = 0; i < 40; i++) {
            int kind = random.nextInt(5);
            if (kind < 2) {
                for (int n = 1 + random.nextInt(7); n > 0; n--) {
                    text.append(SHAPES.charAt(random.nextInt(random.nextBoolean() ? 10 : SHAPES.length())));
                }
            } else {
                String word = words.get(random.nextInt(words.size()));
                text.append(random.nextInt(3) == 0 ? capital(word) : word);
            }
            text.append(random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Words of the lexicon and of the rules' examples, in order. */
    private static List<String> words() {
        List<String> all = new ArrayList<>();
        Table.rows(TimeFinder.class, "words.tsv", 4).forEach(r -> all.add(r.get(0)));
        for (List<String> row : Table.rows(TimeFinder.class, "rules.tsv", 5)) {
            all.addAll(List.of(row.get(3).trim().split(" ")));
        }
        all.removeIf(String::isBlank);
        return all.stream().distinct().toList();
    }
}
