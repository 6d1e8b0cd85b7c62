package org.sayso.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountriesTest {
    private final Countries countries = Countries.load();

    @Test
    void findsByNameDemonymCapitalAndCode() {
        assertThat(countries.named("the U.K.").orElseThrow().alpha3()).isEqualTo("GBR");
        assertThat(countries.named("Côte d’Ivoire").orElseThrow().alpha3()).isEqualTo("CIV");
        assertThat(countries.peopled("Turks").orElseThrow().alpha3()).isEqualTo("TUR");
        assertThat(countries.peopled("Frenchmen").orElseThrow().alpha3()).isEqualTo("FRA");
        assertThat(countries.governedFrom("Kiev").orElseThrow().alpha3()).isEqualTo("UKR");
        assertThat(countries.code("XK").orElseThrow().alpha3()).isEqualTo("XKX");
        assertThat(countries.named("Atlantis")).isEmpty();
    }

    @Test
    void everyCodeIsThereOnce() {
        Set<String> seen = new HashSet<>();
        assertThat(countries.all()).hasSizeGreaterThan(240).allSatisfy(c -> {
            assertThat(seen.add(c.alpha3())).as(c.alpha3()).isTrue();
            assertThat(seen.add(c.alpha2())).as(c.alpha2()).isTrue();
            assertThat(c.lat()).isBetween(-90.0, 90.0);
            assertThat(c.lon()).isBetween(-180.0, 180.0);
        });
    }

    @Test
    void foldsWhatReadsAlike() {
        assertThat(Fold.of("Saint-Étienne")).isEqualTo(Fold.of("St. Etienne"));
        assertThat(Fold.of("Kyiv’s Łódź")).isEqualTo("kyivs lodz");
        assertThat(Fold.of("The Hague")).isEqualTo("hague");
    }
}
