package org.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.analysis.Analyzer;
import org.sayso.model.EventType;
import org.sayso.model.Span;

/**
 * The coding rules of PLOVER, each by sentences of our own: rule, sentence, and all its events in order of their triggers,
 * as {@code TYPE/mode actors -> recipients [status]}. The names of the rules are those of the ontology.
 */
class CodingRulesTest {
    private static Analyzer analyzer;
    private static EventFinder finder;

    @BeforeAll
    static void load() throws IOException {
        analyzer = RealEngine.load();
        finder = EventFinder.load();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "future-cooperation",
                        "Oman will send doctors to Yemen.",
                        "AID (coded AGREE) Oman -> Yemen [PLANNED]"),
                rule(
                        "future-cooperation",
                        "Serbia agreed to send observers to Kosovo.",
                        "AGREE Serbia -> Kosovo [HAPPENED]"),
                rule(
                        "future-retreat",
                        "France will withdraw its troops from Niger.",
                        "RETREAT/withdraw (coded CONCEDE) France -> Niger [PLANNED]"),
                rule(
                        "mobilize-with-assault",
                        "Rebels advanced toward the town and attacked a police station.",
                        "ASSAULT Rebels -> a police station [HAPPENED]"),
                rule(
                        "protest-topic",
                        "Thousands of students protested in Dhaka, demanding new elections.",
                        "PROTEST/demo Thousands of students -> [HAPPENED]"),
                rule(
                        "summoned-ambassador",
                        "Sweden summoned the Turkish ambassador.",
                        "ACCUSE/disapprove Sweden -> the Turkish ambassador [HAPPENED]"),
                rule(
                        "captured-fighters",
                        "The army captured twelve rebels.",
                        "ASSAULT/abduct The army -> twelve rebels [HAPPENED]"),
                rule(
                        "absent-warrant",
                        "The court issued an arrest warrant for the colonel.",
                        "THREATEN/arrest The court -> the colonel [HAPPENED]"),
                rule(
                        "conviction",
                        "A court in Cairo sentenced the editor to five years in prison.",
                        "SANCTION/convict A court in Cairo -> the editor [HAPPENED]",
                        "COERCE/arrest A court in Cairo -> the editor [HAPPENED]"),
                rule(
                        "refugees",
                        "Thousands of villagers fled to Uganda.",
                        "SANCTION/expel -> Thousands of villagers [HAPPENED]"),
                rule(
                        "reciprocal",
                        "The presidents of Chile and Peru held talks in Lima.",
                        "CONSULT The presidents of Chile and Peru -> [HAPPENED]"),
                rule(
                        "visit-roles",
                        "The Iraqi prime minister visited Jordan.",
                        "CONSULT/visit The Iraqi prime minister -> Jordan [HAPPENED]"),
                rule(
                        "visit-roles",
                        "Jordan hosted the Iraqi prime minister.",
                        "CONSULT/visit the Iraqi prime minister -> Jordan [HAPPENED]"),
                rule(
                        "compound-actors",
                        "Denmark, Norway and Sweden imposed sanctions on Belarus.",
                        "SANCTION/discontinue Denmark; Norway; Sweden -> Belarus [HAPPENED]"),
                rule("statements", "The minister said that the harvest was good."),
                rule("statements", "The ministry denied the accusations."),
                rule("statements", "A spokesman declined to comment on the report."),
                rule("statements", "The company declined to say how many people it employs."),
                rule("modality", "The navy did not attack the tanker.", "ASSAULT The navy -> the tanker [DENIED]"),
                rule(
                        "modality",
                        "If the truce fails, the army will bomb the camp.",
                        "ASSAULT/explosives the army -> the camp [CONDITIONAL]"),
                rule("modality", "Iran may attack the base.", "ASSAULT Iran -> the base [HYPOTHETICAL]"),
                rule(
                        "passive",
                        "Nine miners were killed by gunmen.",
                        "ASSAULT/firearms gunmen -> Nine miners [HAPPENED]"),
                rule(
                        "nominal",
                        "The arrest of the bishop by soldiers angered the pope.",
                        "COERCE/arrest soldiers -> the bishop [HAPPENED]"),
                rule(
                        "light verb",
                        "The militia carried out an attack on the airport.",
                        "ASSAULT The militia -> the airport [HAPPENED]"),
                rule(
                        "light verb",
                        "The bishop made an appeal to the gunmen.",
                        "REQUEST The bishop -> the gunmen [HAPPENED]"),
                rule(
                        "threat",
                        "Turkey threatened to attack the Kurds.",
                        "THREATEN/violence Turkey -> the Kurds [HAPPENED]"),
                rule("refusal", "Israel will not lift the blockade.", "REJECT/yield Israel -> [PLANNED]"),
                rule(
                        "figurative",
                        "The senator attacked the budget.",
                        "ACCUSE/disapprove The senator -> the budget [HAPPENED]"),
                rule("figurative", "Prices hit a record high."),
                rule("name", "The Defense Ministry published the figures."),
                rule("name", "He wrote a book about the Vietnam War."));
    }

    private static Arguments rule(String rule, String sentence, String... events) {
        return Arguments.of(rule, sentence, List.of(events));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void follows(String rule, String sentence, List<String> events) {
        assertThat(finder.find(analyzer.analyze(sentence), List.of()).stream()
                        .map(m -> shown(m, sentence))
                        .toList())
                .as(rule)
                .isEqualTo(events);
    }

    private static String shown(EventMention m, String text) {
        String mode = m.mode().map(x -> "/" + x).orElse("");
        List<String> parts = new ArrayList<>(List.of(m.type() + mode));
        EventType coded = m.type().coded(m.factuality());
        if (coded != m.type()) {
            parts.add("(coded " + coded + ")");
        }
        if (!m.actors().isEmpty()) {
            parts.add(words(m.actors(), text));
        }
        parts.add("->");
        if (!m.recipients().isEmpty()) {
            parts.add(words(m.recipients(), text));
        }
        parts.add("[" + m.factuality().status() + "]");
        return String.join(" ", parts);
    }

    private static String words(List<Span> spans, String text) {
        return String.join("; ", spans.stream().map(s -> s.of(text)).toList());
    }

    static Stream<Arguments> extents() {
        return Stream.of(
                Arguments.of("OSLO — Norwegian police detained 14 men.", "Norwegian police detained 14 men."),
                Arguments.of("The mayor, whom police detained on Friday, is ill.", "whom police detained on Friday"),
                Arguments.of("\"They beat us with sticks,\" the nurse said.", "They beat us with sticks"),
                Arguments.of("Guards shelled \"a nest of spies\".", "Guards shelled \"a nest of spies\"."));
    }

    @ParameterizedTest
    @MethodSource("extents")
    void tellsTheEventWithoutThePunctuationAround(String sentence, String extent) {
        assertThat(finder.find(analyzer.analyze(sentence), List.of()).stream()
                        .map(m -> m.extent().of(sentence)))
                .containsExactly(extent);
    }

    @Test
    void takesNoConjunctionForAnArticle() {
        String sentence = "The ministry rejected claims that officers had beaten a boy.";
        assertThat(finder.find(analyzer.analyze(sentence), List.of()).stream()
                        .flatMap(m -> m.actors().stream())
                        .map(a -> a.of(sentence)))
                .contains("officers")
                .noneMatch(a -> a.startsWith("that"));
    }

    static Stream<Arguments> ages() {
        return Stream.of(
                Arguments.of("Iraq invaded Kuwait in 1990.", true),
                Arguments.of("Police said the town, which Russia occupied in 2014, was calm.", true),
                Arguments.of("Rebels attacked the port ten years ago.", true),
                Arguments.of("Rebels attacked the port in the 1980s.", true),
                Arguments.of("Rebels attacked the port last year.", true),
                Arguments.of("Rebels attacked the port on Friday.", false),
                Arguments.of("Rebels attacked the port on 4 March 2024.", false),
                Arguments.of("Rebels have attacked the port since 2014.", false));
    }

    @ParameterizedTest
    @MethodSource("ages")
    void tellsHistoryFromNews(String sentence, boolean background) {
        assertThat(finder.find(analyzer.analyze(sentence), List.of()))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.background()).isEqualTo(background));
    }
}
