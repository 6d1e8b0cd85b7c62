package org.sayso.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sayso.table.Table;
import org.sayso.world.Countries;

class GazetteerFileTest {
    private static final String TOWNS = """
            11	Élva	Elva	Elwa,Эльва	58.2	26.4	P	PPLA2	EE		01	0171			5600		40	Europe/Tallinn	2020-01-01
            12	Otepää	Otepaa		58.0	26.5	P	PPL	EE		01	0557			2000		160	Europe/Tallinn	2020-01-01
            13	Gone	Gone		58.0	26.5	P	PPLH	EE		01	0557			2000		160	Europe/Tallinn	2020-01-01
            """;

    private static byte[] built(Path folder) throws IOException {
        Path file = folder.resolve("gazetteer.bin");
        BuildGazetteer.build(
                Files.writeString(folder.resolve("towns.txt"), TOWNS),
                Files.writeString(folder.resolve("admin1.json"), "[{\"code\":\"EE.01\",\"name\":\"Tartu County\"}]"),
                Files.writeString(folder.resolve("admin2.json"), "[{\"code\":\"EE.01.0171\",\"name\":\"Elva vald\"}]"),
                file,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return Files.readAllBytes(file);
    }

    @Test
    void whatWasBuiltIsRead(@TempDir Path folder) throws IOException {
        GazetteerFile file = GazetteerFile.read(new ByteArrayInputStream(built(folder)), Countries.load());
        Entry elva = file.entry(file.bearing("elva")[0]);
        assertThat(elva)
                .isEqualTo(new Entry(
                        0,
                        "Élva",
                        Feature.SEAT2,
                        Optional.of("EST"),
                        Optional.of("Tartu County"),
                        Optional.of("Elva vald"),
                        58.2,
                        26.4,
                        5600,
                        Optional.of(11L)));
        assertThat(file.bearing("elwa")).containsExactly(GazetteerFile.ALTERNATE);
        assertThat(file.bearing("gone")).isEmpty();
        Entry county = file.entry(file.bearing("tartu county")[0]);
        assertThat(county.feature()).isEqualTo(Feature.ADMIN1);
        assertThat(county.weight()).isEqualTo(7600);
        assertThat(county.lat()).isEqualTo(58.1);
    }

    @Test
    void aTruncatedFileIsNoGazetteer(@TempDir Path folder) throws IOException {
        byte[] whole = built(folder);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> GazetteerFile.read(new ByteArrayInputStream(cut), Countries.load()))
                    .as("cut at %d", length)
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void everyOwnPlaceIsFoundUnderEachOfItsNames() {
        Countries countries = Countries.load();
        Gazetteer gazetteer = Gazetteer.load(countries);
        for (List<String> row : Table.rows(Gazetteer.class, "places.tsv", 9)) {
            assertThat(row.get(3)).matches(c -> c.isEmpty() || countries.code(c).isPresent(), "a country: " + row);
            for (String alias : Table.list(row.get(1))) {
                List<Entry> found = switch (alias.charAt(0)) {
                    case '~' -> gazetteer.abbreviated(alias.substring(1));
                    case '@' -> gazetteer.peopled(alias.substring(1));
                    default -> gazetteer.named(alias);
                };
                assertThat(found).as(alias + " in " + row).isNotEmpty();
            }
        }
    }
}
