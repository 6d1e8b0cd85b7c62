package org.sayso.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.pattern.Numerals;
import org.sayso.table.Table;

/** Every rule and every bound reads its own example. */
final class AmountReaderTest {
    private static final Numerals NUMERALS = Numerals.load();
    private static final AmountReader READER = new AmountReader(Lexicon.load());

    @ParameterizedTest
    @MethodSource("rules")
    void readsItsExample(String rule, String example, String expected) {
        assertThat(read(example)).as(rule).isEqualTo(expected);
    }

    static Stream<Object[]> rules() {
        return Table.rows(AmountReader.class, "rules.tsv", 5).stream()
                .map(r -> new Object[] {r.get(0), r.get(3), r.get(4)});
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void readsABound(String words, String effect, String example) {
        List<Amount> amounts = amounts(example);
        assertThat(amounts).as(words).hasSize(1);
        Amount amount = amounts.getFirst();
        assertThat(amount.low().isPresent()).as(words).isEqualTo(!effect.equals("HIGH"));
        assertThat(amount.high().isPresent()).as(words).isEqualTo(!effect.equals("LOW"));
        assertThat(amount.approximate()).as(words).isEqualTo(effect.equals("NEAR"));
    }

    static Stream<Object[]> bounds() {
        return Stream.of("bounds.tsv", "bounds_after.tsv")
                .flatMap(t -> Table.rows(AmountReader.class, t, 3).stream())
                .map(List::toArray);
    }

    @Test
    void readsMoneyWithItsCurrencyAndScale() {
        assertThat(amounts("$6 billion").getFirst().unit()).contains("USD");
        assertThat(read("$6 billion")).isEqualTo("6000000000");
        assertThat(read("£3bn")).isEqualTo("3000000000");
        assertThat(amounts("up to 35 billion euros").getFirst().unit()).contains("EUR");
        assertThat(read("$5-7 million")).isEqualTo("5000000..7000000");
    }

    @Test
    void takesScoresOfMatchesForNoRange() {
        assertThat(read("they won 3-2")).isEqualTo("-");
    }

    @Test
    void readsWhatChangesAsTwo() {
        assertThat(read("rose from 5 to 7 percent")).isEqualTo("5; 7");
    }

    /** Cutting a sentence anywhere yields amounts or none, never an error. */
    @Test
    void readsATextCutAnywhere() {
        String text =
                "Between $5.5 and 7 million, tens of thousands of people and a dozen or so 12-plus to 62%-70 percent.";
        for (int i = 0; i <= text.length(); i++) {
            String cut = text.substring(0, i);
            for (Amount amount : amounts(cut)) {
                assertThat(amount.span().end()).isLessThanOrEqualTo(i);
            }
        }
    }

    private static List<Amount> amounts(String text) {
        return READER.read(NUMERALS.fold(text));
    }

    private static String read(String text) {
        String all = amounts(text).stream().map(AmountReaderTest::show).collect(Collectors.joining("; "));
        return all.isEmpty() ? "-" : all;
    }

    private static String show(Amount amount) {
        String low = amount.low().map(AmountReaderTest::plain).orElse("");
        String high = amount.high().map(AmountReaderTest::plain).orElse("");
        return (amount.approximate() ? "~" : "") + (low.equals(high) ? low : low + ".." + high);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
