package org.sayso.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.table.Table;

final class NumeralsTest {
    private final Numerals numerals = Numerals.load();

    @ParameterizedTest
    @CsvSource({
        "twenty-two soldiers, 22",
        "two hundred and five soldiers, 205",
        "a hundred soldiers, 100",
        "three thousand four hundred soldiers, 3400",
        "2.5 million people, 2500000",
        "1.2bn euros, 1200000000",
        "forty thousand people, 40000",
    })
    void readsSpelledNumbers(String text, String value) {
        Word first = numerals.fold(text).getFirst();
        assertThat(first.number().orElseThrow().stripTrailingZeros().toPlainString())
                .isEqualTo(value);
    }

    @Test
    void leavesTwoNumbersTwo() {
        assertThat(numerals.fold("between two and three").stream()
                        .filter(w -> w.number().isPresent())
                        .map(Word::asInt))
                .containsExactly(2, 3);
        assertThat(numerals.fold("one two").stream().map(Word::asInt)).containsExactly(1, 2);
    }

    @Test
    void everyEntryIsReadInItsExample() {
        for (List<String> row : Table.rows(Numerals.class, "numerals.tsv", 4)) {
            assertThat(numerals.fold(row.get(3)).stream()
                            .anyMatch(w -> w.number().isPresent()))
                    .as(row.toString())
                    .isTrue();
        }
    }
}
