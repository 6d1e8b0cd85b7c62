package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Entity;
import org.sayso.model.Reading;
import org.sayso.testing.Reports;

/** By what name those who act are known. Left out where there are no weights. */
class PartiesTest {
    @BeforeAll
    static void needsTheEngine() throws IOException {
        Reports.needTheEngine();
    }

    /** The two sides are the two that act on one another, not the last two that are named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ukraine and Russia exchanged prisoners on Friday. The Turkish foreign ministry welcomed the swap. The two sides will meet again in Istanbul. | The two sides | Ukraine and Russia",
                "Israel struck targets in southern Lebanon after Hezbollah fired rockets. Egypt and France called for calm. Both sides accused the other of breaking the truce. | Both sides | Israel and Hezbollah",
                "Congo accuses Rwanda of backing the M23 rebels. Angola is mediating. The two countries cut ties last month. | The two countries | Democratic Republic of the Congo and Rwanda",
                "Fighting between the Sudanese army and the Rapid Support Forces resumed in Khartoum. The United Nations urged both sides to stop. | both sides | Sudanese Armed Forces and Rapid Support Forces",
                "Ethiopia attacked Eritrean positions on Monday. Kenya's foreign ministry and the African Union appealed for calm. Both countries have massed troops at the border. | Both countries | Ethiopia and Eritrea",
                "Vladimir Putin spoke with Emmanuel Macron by phone on Sunday, the Kremlin said. Dmitry Peskov gave no details. The two leaders discussed Ukraine. | The two leaders | Vladimir Putin and Emmanuel Macron",
                "Marco Rubio met Sergey Lavrov in Riyadh on Tuesday. A spokesman for the Saudi foreign ministry praised the meeting. They agreed to appoint envoys. | They | Marco Rubio and Sergei Lavrov",
            })
    void theTwoWhoDealWithOneAnother(String text, String words, String name) {
        Reading reading = Reports.read("2025-02-19", text);
        List<String> meant = reading.entities().stream()
                .filter(e -> e.mentions().stream()
                        .anyMatch(m -> m.of(reading.article().text()).equals(words)))
                .map(Entity::name)
                .toList();
        assertThat(meant).containsExactly(name);
    }

    /** What happened to somebody, and when, is no name; how a source knows belongs to it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Israel killed 46 people sheltering in a school on Sunday. | Israel; 46 people",
                "The army rescued 20 villagers held by rebels. | army; 20 villagers; rebels",
                "Soldiers on Monday rescued a doctor abducted by gunmen in March. | Soldiers; doctor; gunmen",
                "The United Nations evacuated 300 civilians stranded in the town. | United Nations; 300 civilians",
                "Two officials briefed on the talks said that Iran had attacked the base. | Two officials briefed on the talks; Iran",
            })
    void aNameIsNotWhatHappened(String text, String names) {
        assertThat(names(text)).isEqualTo(names);
    }

    /** A part of a country has bodies of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The health ministry of North Darfur said on Sunday that shelling had begun. | North Darfur health ministry SDN",
                "North Darfur's health ministry said on Sunday that shelling had begun. | North Darfur health ministry SDN",
                "Punjab police arrested Omar Sadiq. | Punjab police IND; Omar Sadiq",
                "The government of Puntland rejected the deal. | Puntland government SOM",
                "Balochistan's government ordered an inquiry, Pakistan's government said. | Balochistan government PAK; Pakistan PAK",
                "Sudan's health ministry said on Sunday that shelling had begun. | Sudanese health ministry SDN",
            })
    void aRegionsBodyIsNotTheNations(String text, String names) {
        assertThat(String.join("; ", withCountries("2025-02-19", text))).isEqualTo(names);
    }

    private static List<String> withCountries(String day, String text) {
        return Reports.read(day, text).entities().stream()
                .map(e -> e.name() + e.country().map(c -> " " + c).orElse(""))
                .toList();
    }

    private static String names(String text) {
        return Reports.read("2025-02-19", text).entities().stream()
                .map(Entity::name)
                .collect(Collectors.joining("; "));
    }

    /** A title that he never had, in a report of another country, makes him another man. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soldiers died in Cauca, Colombia, on Friday, Defense Minister Pedro Sanchez said. | Pedro Sanchez",
                "Spain will send troops to Colombia, Prime Minister Pedro Sanchez said. | Pedro Sanchez ESP",
                "Talks with Madrid failed, Socialist leader Pedro Sanchez said in Colombia. | Pedro Sanchez ESP",
            })
    void aNamesakeIsAnother(String text, String name) {
        assertThat(withCountries("2025-11-28", text)).contains(name);
    }

    @Test
    void aCapitalIsNobodysName() {
        assertThat(withCountries(
                        "2025-11-28", "Ten sailors arrived in Muscat, Oman said. Serbia and Montenegro signed a pact."))
                .contains("Montenegro MNE")
                .noneMatch(n -> n.startsWith("Joseph") || n.startsWith("Luis"));
    }

    /** A report from a capital about its country need not say whose minister it means; one from elsewhere says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIMA (AP) - Peru closed its border, Interior Minister Carlos Malaver said. | Carlos Malaver PER",
                "NAIROBI (AP) - Kenya banned the march. The government spokesman, Isaac Mwaura, said so. | Isaac Mwaura KEN",
                "GENEVA (AP) - Iran and Iraq met, and Iran left. Interior Minister Carlos Malaver said so. | Carlos Malaver",
            })
    void aCapitalsMinistersAreItsOwn(String text, String name) {
        assertThat(withCountries("2025-11-28", text)).contains(name);
    }

    @Test
    void aNationsBodyIsNotTheUnionOfStates() {
        assertThat(names("The European Union pressed Iran. Iran's atomic energy organisation denied the report."))
                .doesNotContain("European Union; European Union")
                .contains("Iran's atomic energy organisation");
    }

    @Test
    void twoOfficesAreTwo() {
        assertThat(names(
                        "The civil protection office said 61 people had died. The human rights office said 70 had. The U.N."
                                + " office in Haiti said 80 had."))
                .isEqualTo("civil protection office; human rights office; U.N. office in Haiti");
    }

    @Test
    void whoseArmyIsThatOfWhoeverStandsBefore() {
        assertThat(
                        names(
                                "JUBA (Reuters) - The army left Juba. Sudan, whose army Juba accuses of bombing a field, is silent."))
                .contains("South Sudanese army", "Sudanese army");
    }

    /** What bears a name of its own is not the agency that carries the report. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The United Nations refugee agency said some 8,000 people had fled. | UNHCR",
                "The Harbour relief agency said two had died. | Harbour relief agency",
            })
    void anAgencyWithANameIsNotTheOutlet(String told, String name) {
        Reading reading = Reports.read(
                "2026-11-28", "GOMA, Nov 28, 2026 (Reuters) - Rebels took a town, Reuters reported on Friday. " + told);
        assertThat(reading.entities()).extracting(Entity::name).contains(name, "Reuters");
    }

    /** The group, not "militants" of its country. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hezbollah fighters attacked a post. | Hezbollah LBN",
                "Three Hamas gunmen were killed in Rafah. | Hamas PSE",
                "Fighters of the ELN kidnapped a nurse. | National Liberation Army (Colombia) COL",
                "Fighters from Islamic State attacked Raqqa. | Islamic State",
                "Islamic State (IS) fighters attacked Raqqa. | Islamic State",
                "Wagner mercenaries killed nine men. | Wagner Group RUS",
                "RSF fighters shelled a clinic. The fighters then left. | Rapid Support Forces SDN",
                "Dissidents of the FARC attacked a post. | FARC dissidents COL",
                "Kurdish fighters attacked Raqqa. | Kurdish fighters",
                "Israeli soldiers shot a man. | Israeli forces ISR",
            })
    void theMenOfAGroupAreTheGroup(String text, String name) {
        assertThat(withCountries("2024-11-15", text)).first().isEqualTo(name);
    }

    @Test
    void ourMenAreOfTheSpeakersSide() {
        Reading reading = Reports.read(
                "2024-11-15",
                "BAMAKO (Reuters) - Militants killed 19 soldiers near Djibo in Mali, the army said.\n\n\"Our men repelled the"
                        + " terrorists, killing about 30 of them,\" army spokesman Colonel Adama Traore told reporters.");
        assertThat(reading.entities())
                .filteredOn(e -> e.name().equals("Our men"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.country()).contains("MLI");
                    assertThat(e.sector()).contains("MIL");
                });
        assertThat(reading.entities())
                .filteredOn(e -> e.name().equals("about 30 of them"))
                .singleElement()
                .satisfies(e -> assertThat(e.sector()).contains("UAF"));
    }

    @Test
    void aFightersTradeIsHisGroups() {
        assertThat(Reports.read("2024-11-15", "A Hezbollah fighter shot a man.")
                        .entities()
                        .getFirst()
                        .sector())
                .contains("REB");
    }

    @Test
    void theUnitedNationsManInACountryIsNotOfIt() {
        assertThat(withCountries(
                        "2024-11-15",
                        "The United Nations resident coordinator in Sudan, Clementine Salami, said it was wrong."))
                .contains("Clementine Salami");
    }

    @Test
    void whatServesAStateIsOfIt() {
        assertThat(withCountries(
                        "2024-11-15",
                        "Japan closed a road on Monday. Its ambassador, Mary Carlson, denied the report. Beijing's coast guard"
                                + " denied it. New Zealand's navy left Manila, the Philippine foreign ministry said."))
                .contains("Mary Carlson JPN", "China Coast Guard CHN", "Philippine foreign ministry PHL");
    }

    @Test
    void aTradesAuthoritiesAreNotTheState() {
        assertThat(withCountries(
                        "2024-11-15",
                        "Israel shelled Gaza City, local health authorities said. Medics said four had died."))
                .contains("local health authorities", "Medics");
    }

    @Test
    void whoHeadsABodyIsThatPerson() {
        assertThat(names(
                        "GENEVA (AP) - The head of the World Health Organization condemned the attack. Tedros Adhanom Ghebreyesus"
                                + " said 17 had died. The WHO chief left Geneva, he said."))
                .contains("Tedros Adhanom Ghebreyesus")
                .doesNotContain("head of");
        assertThat(names("The WHO emergencies chief said 17 had died.")).isEqualTo("WHO emergencies chief");
    }

    /** A group of doctors is no group of certain doctors, nor the group of gunmen before. */
    @Test
    void whatKindOfGroupItIs() {
        assertThat(
                        names(
                                "The Rapid Support Forces took a town. A doctors' group said nine had died, and the army denied it."))
                .contains("doctors' group");
    }
}
