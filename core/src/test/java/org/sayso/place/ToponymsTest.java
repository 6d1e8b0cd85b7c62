package org.sayso.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.AnalyzedText;
import org.sayso.table.Table;
import org.sayso.testing.Trees;
import org.sayso.world.Countries;

/** Which names are places': examples in {@code toponyms.txt}. */
class ToponymsTest {
    private static Toponyms toponyms;

    @BeforeAll
    static void load() {
        toponyms = new Toponyms(Gazetteer.load(Countries.load()));
    }

    private record Example(List<String> places, AnalyzedText text) {
        @Override
        public String toString() {
            return text.text();
        }
    }

    private static Stream<Example> examples() throws IOException {
        try (InputStream in = ToponymsTest.class.getResourceAsStream("toponyms.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("===\\n"))
                    .skip(1)
                    .filter(b -> !b.isBlank())
                    .map(block -> {
                        String places = block.substring(1, block.indexOf('\n')).strip();
                        return new Example(Table.list(places), Trees.of(block.substring(block.indexOf('\n'))));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesOfPlacesAndNotOfThoseWhoSitThere(Example example) {
        assertThat(toponyms.in(example.text()))
                .extracting(s -> s.of(example.text().text()))
                .isEqualTo(example.places());
    }
}
