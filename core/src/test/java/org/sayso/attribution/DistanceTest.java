package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sayso.table.Table;

class DistanceTest {
    @Test
    void everyWordStandsInItsExample() {
        for (List<String> row : Table.rows(Attributor.class, "distance.tsv", 4)) {
            assertThat(Pattern.compile("(?iu)\\b(?:" + row.get(1) + ")\\b")
                            .matcher(row.get(3))
                            .find())
                    .as(row.get(1))
                    .isTrue();
        }
    }
}
