package org.sayso.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.pattern.Word;
import org.sayso.pattern.Words;
import org.sayso.table.Table;

/** Every rule and every named day reads its own example, published on Wednesday 13 November 2024, without a tree. */
final class TimeRulesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 11, 13);
    private final TimeFinder finder = TimeFinder.load();

    @ParameterizedTest
    @MethodSource("rows")
    void readsItsExample(String rule, String example, String expected) {
        assertThat(read(finder, example)).as(rule).isEqualTo(expected);
    }

    static Stream<Object[]> rows() {
        Stream<Object[]> rules = Table.rows(TimeFinder.class, "rules.tsv", 5).stream()
                .map(r -> new Object[] {r.get(0), r.get(3), r.get(4)});
        Stream<Object[]> days = Table.rows(TimeFinder.class, "named_days.tsv", 7).stream()
                .map(r -> new Object[] {r.get(0), r.get(5), r.get(6)});
        return Stream.concat(rules, days);
    }

    /** The expressions of a text as {@code words => TYPE value edtf}, parted by {@code ; }. */
    static String read(TimeFinder finder, String text) {
        List<Timex> found = finder.find(flat(text), Optional.of(PUBLISHED));
        return found.stream()
                .map(t -> t.span().of(text) + " => " + t.type() + " "
                        + t.value().orElse("-") + " " + t.edtf().orElse("-"))
                .collect(Collectors.joining("; "));
    }

    static AnalyzedText flat(String text) {
        List<Token> tokens = new ArrayList<>();
        for (Word word : Words.of(text)) {
            int index = tokens.size();
            tokens.add(new Token(
                    index,
                    word.span(),
                    word.form(),
                    word.key(),
                    Upos.NOUN,
                    "",
                    index == 0 ? -1 : 0,
                    index == 0 ? "root" : "dep",
                    OptionalDouble.empty(),
                    Optional.empty()));
        }
        return new AnalyzedText(
                text, List.of(new Sentence(0, 0, new Span(0, text.length()), tokens)), List.of(), List.of());
    }
}
