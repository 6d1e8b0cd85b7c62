package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Reading;
import org.sayso.testing.Reports;

/** Who does what to whom where the doer stands in another clause. Left out where there are no weights. */
class WhoDoesWhatTest {
    @BeforeAll
    static void needsTheEngine() throws IOException {
        Reports.needTheEngine();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The governor accused the army of shelling a market in Nyala.      | ASSAULT army >
            Egypt thanked Qatar for mediating between Sudan and Chad.         | CONSULT Qatar > Sudan, Chad
            France blamed Libya for killing four nurses.                      | ASSAULT Libya > four nurses
            Turkey accused Greece of trying to seize an island.               | COERCE Greece >
            Greece was accused of seizing a ferry.                            | COERCE Greece >
            Kenya is expected to ask parliament next week to approve the deal. | SUPPORT Kenyan parliament >
            Iran released 12 people, among them two nurses who had been ill.  | RETREAT Iran > 12 people
            Chad closed the border. It expelled the French ambassador.        | SANCTION Chad > French ambassador
            Russian missiles killed nine villagers on Monday.                  | ASSAULT Russia > nine villagers
            An Israeli airstrike killed five people on Monday.               | ASSAULT Israel > five people
            The shell, which was fired by the army, killed nine people.       | ASSAULT army > nine people
            A bomb planted by militants killed a judge.                       | ASSAULT militants > judge
            Air defences shot down three Russian drones over Odesa.           | ASSAULT  > Russia
            Sudan is expected to expel the French ambassador.                 | SANCTION Sudan > French ambassador
            Iran launched 40 drones and nine missiles at Israel overnight.    | ASSAULT Iran > Israel
            Norway scrambled fighter jets on Monday.                          | MOBILIZE Norway >
            Ann Lee, 43, who fled to Chad, spoke on Monday.                   | SANCTION  > Ann Lee
            The mayor was shot two days after rebels shelled the market.      | ASSAULT  > mayor
            The mayor was shot two days after rebels shelled the market.      | ASSAULT rebels >
            The war began when gunmen stormed a town, killing nine people and taking four hostages. | ASSAULT gunmen > nine people
            The war began when gunmen stormed a town, killing nine people and taking four hostages. | ASSAULT gunmen > four hostages
            Rebels killed nine people, mostly nurses, and shelled a road.     | ASSAULT Rebels > nine people
            A drone attack on a clinic in Chad that nurses say killed nine people was condemned. | ASSAULT  > nine people
            Three drones had hit the hospital's delivery ward, a nurse said.  | ASSAULT  > hospital
            The garrison repelled an assault on the city, the army said.      | ASSAULT  > garrison
            The garrison repelled the attackers on Monday.                    | ASSAULT garrison > attackers
            Bujumbura sent weapons to rebels.                                 | AID government of Burundi > rebels
            A Chinese coast guard ship used a water cannon against fishermen. | ASSAULT China Coast Guard > fishermen
            The Houthis released the crew of a cargo ship on Thursday.        | RETREAT Houthis > crew of a cargo ship
            Libya, accused by Chad of arming rebels, denied it.               | AID Libya > rebels
            Libya, which Chad accuses of arming rebels, closed the border.    | AID Libya > rebels
            The brigade, which a court says killed six monks, was disbanded.  | ASSAULT brigade > six monks
            Five miners were found shot dead in a tunnel, Ann Lee told police. | ASSAULT  > Five miners
            Brian Otieno, 22, was shot in the back as he ran, said his sister. | ASSAULT  > Brian Otieno
            Iran warned Iraq and Oman against holding drills next month.       | COOPERATE Iraq, Oman >
            Chad's army said it had killed nine rebels, while the Orvel Front said it had killed two guards. | ASSAULT Orvel Front > two guards
            Chad's army said it had killed nine rebels, while the Orvel Front said it had killed two guards. | ASSAULT Chadian army > nine rebels
            Army says 31 gunmen killed in border raids                        | ASSAULT  > 31 gunmen
            Iran and Oman ended a round of talks, two envoys said, but agreed to meet again. | CONSULT Iran, Oman >
            Iran and Oman ended a round of talks, two envoys said, but agreed to meet again. | AGREE Iran, Oman >
            """)
    void theDoerIsFound(String text, String expected) {
        Reading reading = Reports.read("2025-03-04", text);
        String type = expected.substring(0, expected.indexOf(' '));
        assertThat(reading.events().stream()
                        .filter(e -> e.type().name().equals(type))
                        .map(e -> line(reading, e))
                        .toList())
                .contains(expected.strip());
    }

    /** Name, sector and role, with nothing where there is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A spokesman for the Pakistani Taliban, Karim Wazir, denied involvement.      | Karim Wazir REB spokesman for the Pakistani Taliban
            Chad's largest rebel group, the Orvel Liberation Army, denied the report.    | Orvel Liberation Army REB
            Colombia accused the National Liberation Army of killing a judge.            | National Liberation Army (Colombia) REB
            ELN commander Ruben Castro denied the report.                                | Ruben Castro REB ELN commander
            The Houthis' chief negotiator, Karim Wazir, denied the report.               | Karim Wazir REB Houthis' chief negotiator
            A senior official, speaking on condition of anonymity, denied it.            | senior official, speaking on condition of anonymity  senior official, speaking on condition of anonymity
            Gunmen attacked a radio station in Kano, the station said.                   | radio station in Kano
            Two police officers were killed in Kano.                                     | Two police officers COP
            Police general Karim Wazir denied the report.                                | Karim Wazir COP Police general
            U.N. experts said in a report that soldiers had left Goma.                   | U.N. experts UNO
            President Ali Noboa, whose office dismissed the reports, left Quito.         | Ali Noboa's office GOV
            Presidential spokesperson Kang Yu-jung denied the report.                    | Kang Yu-jung  Presidential spokesperson
            Sudan, which Chad accuses of arming rebels, a charge it denies, shut a road. | Sudan GOV
            """)
    void whoTheyAre(String text, String expected) {
        assertThat(Reports.read("2025-03-04", text).entities())
                .extracting(e ->
                        (e.name() + " " + e.sector().orElse("") + " " + e.role().orElse("")).strip())
                .contains(expected.strip());
    }

    /** The network takes this "he" for a name. */
    @Test
    void aPronounIsNobodysName() {
        Reading reading = Reports.read("2025-03-04", """
                President Gustavo Petro suspended negotiations with the group on Jan. 17 after a wave of violence in Catatumbo that \
                forced some 50,000 people from their homes. "There is no will for peace," he said at the time.""");
        assertThat(reading.entities())
                .extracting(Entity::name)
                .contains("Gustavo Petro")
                .doesNotContain("he");
    }

    /** "His" within the words for somebody is not his own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Karim Oli, who resigned on Tuesday, left the capital. A spokesman for his party denied that he had fled.         | Karim Oli
            Ann Lee left the council. A lawyer for her family said that she had been detained in Kano.                       | Ann Lee
            The mayor, Omar Haddad, said that two children had been killed. A third child was badly hurt, he said.           | Omar Haddad
            Ruben Castro was arrested on Monday. A friend of his wife told police that he had left the country.              | Ruben Castro
            """)
    void whomAnotherSpeaksFor(String text, String meant) {
        Reading reading = Reports.read("2025-03-04", text);
        int last = Math.max(text.lastIndexOf(" he "), text.lastIndexOf(" she ")) + 1;
        assertThat(reading.entities().stream()
                        .filter(e -> e.mentions().stream().anyMatch(m -> m.start() == last))
                        .map(Entity::name))
                .containsExactly(meant.strip());
    }

    @Test
    void aNumberIsNoPerson() {
        Reading reading = Reports.read(
                "2025-03-04",
                "Police spokesman Karim Oli said nine people had died. The figure could not be verified. He named nobody.");
        assertThat(reading.entities().stream().flatMap(e -> e.mentions().stream()))
                .extracting(m -> m.of(reading.article().text()))
                .doesNotContain("figure", "The figure");
    }

    /** Whoever does not say how many, or whether, denies nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry did not say how many protesters were wounded by the police.",
                "The army did not say whether it had shelled the market in Nyala.",
                "Investigators have not determined who killed the judge.",
            })
    void whatIsNotSaidIsNotDenied(String text) {
        assertThat(Reports.read("2025-03-04", text).events())
                .extracting(e -> e.factuality().status())
                .doesNotContain(Factuality.Status.DENIED);
    }

    private static List<Event> events(String text, EventType type) {
        return Reports.read("2025-03-04", text).events().stream()
                .filter(e -> e.type() == type)
                .toList();
    }

    @Test
    void aYearOfAClauseInPassingIsNotTheEvents() {
        assertThat(events(
                        "Chad's junta, which seized power in 2021, has expelled the French ambassador.",
                        EventType.SANCTION))
                .singleElement()
                .satisfies(e -> assertThat(e.when()).isEmpty());
    }

    /** What somebody said last year does not date what is told beside it; and what nobody did was not done. */
    @Test
    void whatIsDoneByNobodyIsNotDone() {
        assertThat(events(
                        "Kayakal was sanctioned by no country, but the treasury said last year that it was considering measures.",
                        EventType.SANCTION))
                .singleElement()
                .satisfies(e -> assertThat(e.when()).isEmpty())
                .satisfies(e -> assertThat(e.factuality().polarity()).isEqualTo(Factuality.Polarity.NEGATIVE));
    }

    @Test
    void dronesAreLaunchedAtSomebody() {
        assertThat(events("Russia had launched 133 drones and four missiles overnight, Kyiv said.", EventType.ASSAULT))
                .singleElement()
                .satisfies(e -> assertThat(e.mode()).contains("drone"));
    }

    @Test
    void itIsWhomItWasToldAccordingTo() {
        Reading reading = Reports.read(
                "2025-03-04",
                "Sudan's army left Port Sudan, and Sudan closed a road.\n\nThe attack began on Monday, according to the Nyala"
                        + " Resistance Committee, a pro-democracy group. It said gunmen had opened fire on residents.");
        assertThat(reading.entities())
                .filteredOn(e -> e.mentions().stream()
                        .anyMatch(m -> m.of(reading.article().text()).equals("It")))
                .extracting(Entity::name)
                .containsExactly("Nyala Resistance Committee");
    }

    @Test
    void whatIsInquiredIntoIsOpen() {
        assertThat(events(
                        "The UN urged Mali to investigate reports that soldiers had executed nine men.",
                        EventType.ASSAULT))
                .singleElement()
                .satisfies(e -> assertThat(e.factuality().certainty()).isEqualTo(Factuality.Certainty.POSSIBLE));
    }

    @Test
    void whatOneIsWarnedAgainstHasNotHappened() {
        assertThat(events("Iran warned Iraq and Oman against holding drills next month.", EventType.COOPERATE))
                .singleElement()
                .satisfies(e -> assertThat(e.factuality().status()).isEqualTo(Factuality.Status.HYPOTHETICAL));
    }

    /** Planes have no part in plans. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The men had planned attacks on two more towns, police said.",
                "Three men were plotting to bomb the police academy, police said.",
                "The group plotted an attack on the port, a judge said.",
            })
    void whatIsPlannedHasNotHappened(String text) {
        assertThat(Reports.read("2025-03-04", text).events())
                .singleElement()
                .satisfies(e -> assertThat(e.factuality().status()).isEqualTo(Factuality.Status.PLANNED))
                .satisfies(e -> assertThat(e.mode()).isNotEqualTo(Optional.of("aerial")));
    }

    @Test
    void whoAccusesBesideANameIsItsSource() {
        Reading reading =
                Reports.read("2025-03-04", "Libya, accused by Chad of arming rebels, denied any involvement.");
        assertThat(reading.attributions())
                .extracting(a -> a.content().getFirst().of(reading.article().text()))
                .containsExactly("of arming rebels", "any involvement");
        assertThat(reading.events().stream()
                        .filter(e -> e.type() == EventType.AID)
                        .flatMap(e -> e.said().stream()))
                .containsExactly(reading.attributions().getFirst().id());
    }

    @Test
    void theSidesAreThoseWhoDealWithOneAnother() {
        Reading reading = Reports.read("2025-03-04", """
                Chad attacked Libya with drones on Sunday. Egypt's foreign minister said on Monday that the sides would meet in \
                Cairo next week.""");
        assertThat(reading.events().stream()
                        .filter(e -> e.type() == EventType.CONSULT)
                        .map(e -> line(reading, e)))
                .containsExactly("CONSULT Chad and Libya >");
    }

    @Test
    void whatRanksADeedDoesNotDateIt() {
        Reading reading = Reports.read(
                "2025-03-04",
                "Gunmen attacked a village in Chad, killing nine people, in the deadliest violence there this year, officials said.");
        assertThat(reading.events()).isNotEmpty().allMatch(e -> e.when().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen attacked a village in Chad and killed at least nine people in 2023.",
                "Gunmen killed nine people in a village in Chad in the worst attack on 3 March 2023.",
            })
    void aNumberAndADayDoDateIt(String text) {
        assertThat(Reports.read("2025-03-04", text).events())
                .isNotEmpty()
                .allMatch(e -> e.when().isPresent());
    }

    @Test
    void anotherClauseSaysNotWhereItWas() {
        Reading reading = Reports.read(
                "2025-03-04",
                "Pakistan said its forces had killed 22 militants, while Kabul accused Islamabad of bombing a house in Khost.");
        assertThat(reading.events().getFirst().where()).isEmpty();
    }

    @Test
    void nobodySpeaksInALabel() {
        Reading reading = Reports.read(
                "2025-03-04", "Nepal protests: death toll rises to 72\n\nThe toll rose on Monday, officials said.");
        assertThat(reading.attributions()).hasSize(1);
        assertThat(reading.events()).extracting(Event::type).doesNotContain(EventType.PROTEST);
    }

    @Test
    void whatAnotherSaysDatesNoStatement() {
        Reading reading = Reports.read(
                "2025-09-14", "She said she would stay no longer and promised to hold elections on 5 March.");
        assertThat(reading.attributions().getFirst().when()).isEmpty();
    }

    @Test
    void aDatelineIsNobodysWords() {
        Reading reading = Reports.read(
                "2025-03-04",
                "PESHAWAR: Gunmen opened fire on a bus on Thursday, wounding nine people, officials said.");
        assertThat(reading.attributions())
                .extracting(a -> a.content().getFirst().of(reading.article().text()))
                .containsExactly("Gunmen opened fire on a bus on Thursday, wounding nine people");
    }

    private static String line(Reading reading, Event e) {
        return (e.type() + " " + names(reading, e.actors()) + " > " + names(reading, e.recipients())).strip();
    }

    private static String names(Reading reading, List<String> ids) {
        return reading.entities().stream()
                .filter(x -> ids.contains(x.id()))
                .map(Entity::name)
                .collect(Collectors.joining(", "));
    }
}
