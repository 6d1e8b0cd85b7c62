package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sayso.model.Attribution.Stance;
import org.sayso.table.Table;

class VerdictsTest {
    private final Verdicts verdicts = new Verdicts();

    @Test
    void everyPatternHasAnExampleThatItDecides() {
        for (List<String> row : Table.rows(Attributor.class, "verdicts.tsv", 3)) {
            assertThat(verdicts.of("“" + row.get(2) + ",”"))
                    .as(row.get(2))
                    .contains(Stance.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    @Test
    void whatIsSaidOfTheThingItselfIsNoVerdict() {
        assertThat(verdicts.of("it happened")).isEqualTo(Optional.empty());
        assertThat(verdicts.of("there was no call")).isEqualTo(Optional.empty());
        assertThat(verdicts.of("he would not sign it")).isEqualTo(Optional.empty());
    }
}
