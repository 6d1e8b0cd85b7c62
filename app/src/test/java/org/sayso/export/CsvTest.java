package org.sayso.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
    @Test
    void quotesWhatMustBeQuoted() {
        assertThat(Csv.row(List.of("a", "b,c", "d \"e\"", "f\ng", "")))
                .isEqualTo("a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",");
    }

    @Test
    void wordsOfAReportNeverBecomeAFormula() {
        assertThat(Csv.row(List.of("=1+1", "@x", "-cmd", "\tx"))).isEqualTo("'=1+1,'@x,'-cmd,'\tx");
        assertThat(Csv.row(List.of("-1.67", "+3", "+", "-"))).isEqualTo("-1.67,+3,+,-");
    }
}
