package org.sayso.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Article;
import org.sayso.model.Place;
import org.sayso.model.Span;
import org.sayso.testing.Trees;
import org.sayso.world.Countries;

class PlaceFinderTest {
    private static PlaceFinder finder;

    @BeforeAll
    static void load() {
        finder = PlaceFinder.load(Countries.load());
    }

    private static List<Optional<Place>> places(String text, String... names) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (String name : names) {
            int at = text.indexOf(name, from);
            assertThat(at).as(name).isNotNegative();
            spans.add(new Span(at, at + name.length()));
            from = at + name.length();
        }
        return finder.resolve(Article.ofText("t", text), spans);
    }

    private static Place last(String text, String... names) {
        return places(text, names).getLast().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ships left Hodeidah on Monday.|Hodeidah|YEM|14.8|42.95
            Strikes hit Nabatieh overnight.|Nabatieh|LBN|33.38|35.48
            Troops left Vuhledar.|Vuhledar|UKR|47.78|37.25
            Fighting went on near Robotyne.|Robotyne|UKR|47.45|35.84
            Tents in Al-Mawasi burned.|Al-Mawasi|PSE|31.34|34.25
            Drones flew over Kiev.|Kiev|UKR|50.45|30.52
            Shells fell on Pokrovsk.|Pokrovsk|UKR|48.28|37.18
            A tanker passed the Strait of Hormuz.|Strait of Hormuz||26.57|56.25
            Inspectors came to Natanz.|Natanz|IRN|33.72|51.73
            They met at Mar-a-Lago.|Mar-a-Lago|USA|26.68|-80.04
            A U.S. envoy landed in Geneva.|Geneva|CHE|46.2|6.15
            Rebels took Goma.|Goma|COD|-1.67|29.22
            The camp of Zamzam was shelled.|Zamzam|SDN|13.48|25.3
            """)
    void namesThatNewsOfConflictNeeds(String text, String name, String country, double lat, double lon) {
        Place place = last(text, name);
        assertThat(place.country()).isEqualTo(Optional.ofNullable(country));
        assertThat(place.lat()).isBetween(lat - 0.3, lat + 0.3);
        assertThat(place.lon()).isBetween(lon - 0.3, lon + 0.3);
    }

    @Test
    void theTextItselfSaysWhichParis() {
        Place texas = places("A man from Paris, Texas, flew home.", "Paris", "Texas")
                .get(0)
                .orElseThrow();
        assertThat(texas.country()).contains("USA");
        assertThat(texas.admin1()).contains("Texas");
        assertThat(last("A man from Paris flew home.", "Paris").country()).contains("FRA");
    }

    /** Of the Rama that is meant, in Tigray, the gazetteer knows nothing. */
    @Test
    void aNamesakeOnAnotherContinentIsNotMeant() {
        String text =
                "Ethiopia accused Eritrea of sending troops into Tigray. A man from Rama saw soldiers. Asmara denied it.";
        assertThat(places(text, "Ethiopia", "Eritrea", "Tigray", "Rama", "Asmara")
                        .get(3))
                .isEmpty();
        assertThat(last("A man from Rama, Nicaragua, saw soldiers.", "Rama").country())
                .contains("NIC");
    }

    @Test
    void aCapitalIsNotTheTownThatOnceBoreItsName() {
        String text =
                "A court in Dhaka, Bangladesh, sentenced three men for spying for Islamabad. They had photographed Chattogram.";
        assertThat(places(text, "Dhaka", "Bangladesh", "Islamabad", "Chattogram")
                        .get(2)
                        .orElseThrow()
                        .country())
                .contains("PAK");
    }

    @Test
    void aRegionNamedWithATownTellsWhichTown() {
        assertThat(places("Shells fell on Pokrovsk in the Donetsk region.", "Pokrovsk", "Donetsk region")
                        .get(0)
                        .orElseThrow()
                        .country())
                .contains("UKR");
        assertThat(last("Protests in the Lebanese city of Tripoli went on.", "Tripoli")
                        .country())
                .contains("LBN");
        assertThat(last("Protests in the Libyan city of Tripoli went on.", "Tripoli")
                        .country())
                .contains("LBY");
    }

    @Test
    void neighboursAndAbbreviationsTellWhichTown() {
        List<Optional<Place>> places = places(
                "LEBANON, N.H. - Police from Lebanon and Hanover met in Concord.",
                "LEBANON",
                "N.H.",
                "Lebanon",
                "Hanover",
                "Concord");
        assertThat(places).allSatisfy(p -> assertThat(p.orElseThrow().country()).contains("USA"));
        assertThat(places.get(4).orElseThrow().admin1()).contains("New Hampshire");
    }

    @Test
    void aCountryStandsBesideCountriesAndAStateBesideStates() {
        assertThat(places("Voters in Georgia and Ohio decide.", "Georgia", "Ohio")
                        .getFirst()
                        .orElseThrow()
                        .country())
                .contains("USA");
        assertThat(places("Invasions of Georgia and Ukraine.", "Georgia", "Ukraine")
                        .getFirst()
                        .orElseThrow()
                        .country())
                .contains("GEO");
        assertThat(last("Trade between Mexico City and Mexico.", "Mexico City", "Mexico")
                        .precision())
                .isEqualTo(Place.Precision.COUNTRY);
    }

    @Test
    void precisionSaysHowExactAPlaceIs() {
        assertThat(last("in Kyiv", "Kyiv").precision()).isEqualTo(Place.Precision.TOWN);
        assertThat(last("in Ukraine", "Ukraine").precision()).isEqualTo(Place.Precision.COUNTRY);
        assertThat(last("in the Donetsk region", "Donetsk region").precision()).isEqualTo(Place.Precision.REGION);
        assertThat(last("at the Kerch Bridge", "Kerch Bridge").precision()).isEqualTo(Place.Precision.POINT);
        assertThat(last("on the Black Sea", "Black Sea").precision()).isEqualTo(Place.Precision.AREA);
        assertThat(last("in eastern Ukraine", "Ukraine").precision()).isEqualTo(Place.Precision.REGION);
        assertThat(last("at Mosul University", "Mosul University").precision()).isEqualTo(Place.Precision.POINT);
        assertThat(last("in the Kharkiv region", "Kharkiv").precision()).isEqualTo(Place.Precision.REGION);
        assertThat(last("in North Korea", "North Korea").precision()).isEqualTo(Place.Precision.COUNTRY);
        assertThat(last("the town of Karak", "Karak").precision()).isEqualTo(Place.Precision.TOWN);
        assertThat(last("in Kharkiv", "Kharkiv").precision()).isEqualTo(Place.Precision.TOWN);
    }

    @Test
    void aCapitalThatSpeaksIsNoPlaceButOneThatIsStruckIs() {
        String said = """
                Kyiv Kyiv PROPN NNP 2 nsubj [PLACE 1]
                said say VERB VBD 0 root
                drones drone NOUN NNS 4 nsubj
                hit hit VERB VBD 2 ccomp
                Odesa Odesa PROPN NNP 4 obj [PLACE 1]
                _. . PUNCT . 2 punct
                """;
        var analyzed = Trees.of(said);
        assertThat(finder.find(analyzed, Article.ofText("t", analyzed.text())))
                .extracting(Place::id, Place::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("p1", "Odesa"));
    }

    @Test
    void aNameThatNoEntryBearsStaysOpen() {
        assertThat(places("They met in Xqzzyville.", "Xqzzyville")).containsExactly(Optional.empty());
    }
}
