package org.sayso.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Lineage;
import org.sayso.outlet.Outlets;
import org.sayso.testing.ReadingBuilder;

/** Every entry of the lists does what its example shows. */
class ListsTest {
    private static final Outlets OUTLETS = Outlets.load();

    static List<String[]> patterns() {
        List<String[]> all = new java.util.ArrayList<>(Lists.rows("falsity.tsv"));
        all.addAll(Lists.rows("denying.tsv"));
        all.addAll(Lists.rows("nocomment.tsv"));
        all.addAll(Lists.rows("discrediting.tsv"));
        Lists.rows("deeds.tsv").forEach(r -> all.add(new String[] {r[1], r[2]}));
        return all;
    }

    static List<String[]> citing() {
        return Lists.rows("citing.txt");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void patternFindsItsExample(String pattern, String example) {
        assertThat(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(example)
                        .find())
                .as("%s in %s", pattern, example)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("citing")
    void wordMakesItsExampleACitation(String word, String example) {
        Report report = new Report(ReadingBuilder.of("doc", example).build(), OUTLETS, new Denying(), Optional.empty());
        List<Lineage> edges = new Citations(new HashSet<>(List.of(word)), OUTLETS).of(report);
        assertThat(edges).as("%s in %s", word, example).hasSize(1);
    }

    static List<String[]> happenings() {
        return Lists.rows("happenings.tsv");
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void happeningIsCalledSoInItsExample(String mode, String word, String example) {
        assertThat(java.util.Arrays.stream(example.split("[^\\p{L}]+")).map(Words::stem))
                .as("%s: %s", mode, example)
                .contains(word);
    }
}
