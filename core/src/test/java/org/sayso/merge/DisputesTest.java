package org.sayso.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Claim;
import org.sayso.model.Entity;
import org.sayso.model.EventType;
import org.sayso.model.Reading;
import org.sayso.testing.ReadingBuilder;

/** Who blames whom, what is contested and what tolls are given, on small texts written for these tests. */
class DisputesTest {
    private final Merger merger = Merger.load();

    private List<Claim> claims(Reading... readings) {
        return merger.story(List.of(readings)).claims();
    }

    private static Optional<Claim> about(List<Claim> claims, String words) {
        return claims.stream().filter(c -> c.summary().contains(words)).findFirst();
    }

    private static ReadingBuilder reading(String doc, String publisher, String day, String text) {
        return ReadingBuilder.of(doc, text).by(publisher).on(day);
    }

    @Test
    void aStatementThatSomebodyDeniesIsAClaimOfItsOwn() {
        Reading told = reading(
                        "a",
                        "El Pais",
                        "2024-05-06",
                        "People close to Costa told Le Monde that Argentina was informed of the plan and did not object.")
                .said(
                        "a1",
                        Kind.OUTLET,
                        "Le Monde",
                        "told",
                        "that Argentina was informed of the plan and did not object",
                        Stance.ASSERTS,
                        "")
                .said(
                        "a2",
                        Kind.UNNAMED,
                        "People close to Costa",
                        "told",
                        "that Argentina was informed of the plan and did not object",
                        Stance.ASSERTS,
                        "a1")
                .build();
        Reading denied = reading(
                        "b",
                        "BBC",
                        "2024-05-07",
                        "Le Monde said Argentina knew of the plan and did not object. Buenos Aires denied that.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Argentina", "ARG", "Argentina", "Buenos Aires")
                .said(
                        "a1",
                        Kind.OUTLET,
                        "Le Monde",
                        "said",
                        "Argentina knew of the plan and did not object",
                        Stance.ASSERTS,
                        "")
                .said("a2", Kind.ORGANIZATION, "Buenos Aires", "denied", "that", Stance.DENIES, "")
                .build();
        Claim claim = about(claims(told, denied), "did not object").orElseThrow();
        assertThat(claim.reports()).extracting(Claim.Report::doc).containsExactly("a", "b");
        assertThat(claim.denials()).extracting(Claim.Denial::by).containsExactly("Argentina");
        assertThat(claim.independent().count()).contains(1);
        assertThat(claim.roots().getFirst().voucher()).isEqualTo("people close to Costa");
        assertThat(claim.status()).isEqualTo(Claim.Status.DISPUTED);
    }

    @Test
    void whoIsBlamedAndBlamesAnotherDeniesIt() {
        Reading one = reading("a", "BBC", "2024-05-06", "Bolivian officials blamed a Peruvian air strike for the fire.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Bolivian officials", "BOL")
                .said(
                        "a1",
                        Kind.ORGANIZATION,
                        "Bolivian officials",
                        "blamed",
                        "a Peruvian air strike for the fire",
                        Stance.ASSERTS,
                        "")
                .build();
        Reading other = reading(
                        "b", "Le Monde", "2024-05-07", "Peru said a failed rocket of the Shining Path caused the fire.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Peru", "PER")
                .entity("e2", Entity.Kind.GROUP, "Shining Path", "")
                .said(
                        "a1",
                        Kind.ORGANIZATION,
                        "Peru",
                        "said",
                        "a failed rocket of the Shining Path caused the fire",
                        Stance.ASSERTS,
                        "")
                .build();
        List<Claim> claims = claims(one, other);
        Claim peru = about(claims, "blamed on Peru").orElseThrow();
        Claim path = about(claims, "blamed on Shining Path").orElseThrow();
        assertThat(peru.denials()).extracting(Claim.Denial::by).containsExactly("Peru");
        assertThat(path.denials()).isEmpty();
        assertThat(path.status()).isEqualTo(Claim.Status.DISPUTED);
    }

    @Test
    void tollsOfOneAttackStandSideBySide() {
        Reading first = toll("a", "2024-05-06", "At least 50 people were killed", 50, "the ministry");
        Reading later = toll("b", "2024-05-07", "47 people were killed", 47, "the ministry");
        Reading other = toll("c", "2024-05-07", "20 people were killed", 20, "the army");
        List<Claim> claims = claims(first, later, other);
        assertThat(claims).hasSize(1);
        assertThat(claims.getFirst().figures())
                .extracting(f -> f.party() + " " + f.low().orElseThrow() + " " + f.relation())
                .containsExactly("the ministry 50 FIRST", "the ministry 47 REVISION", "the army 20 DISPUTE");
    }

    private static Reading toll(String doc, String day, String words, int killed, String by) {
        ReadingBuilder b = reading(doc, "Paper " + doc, day, words + " in the harbour, " + by + " said.");
        return b.entity("e1", Entity.Kind.ORGANIZATION, by, "")
                .said("a1", Kind.ORGANIZATION, by, "said", words + " in the harbour", Stance.ASSERTS, "")
                .killed("f1", Integer.toString(killed), killed, killed, "v1", "a1")
                .event("v1", "killed", EventType.ASSAULT, "", List.of(), List.of(), "", true, "a1")
                .build();
    }

    @Test
    void aReportInWhichNoEventWasFoundStillCarriesTheClaim() {
        Reading echo = reading("z", "Folha", "2024-05-06", "Costa used a call to warn Rey, Le Monde reported.")
                .said("a1", Kind.OUTLET, "Le Monde", "reported", "Costa used a call to warn Rey", Stance.ASSERTS, "")
                .build();
        Claim claim = merger.story(List.of(Fixtures.first(), Fixtures.second(), echo))
                .claims()
                .getFirst();
        assertThat(claim.reports()).extracting(Claim.Report::doc).contains("z");
        assertThat(claim.independent().count()).contains(1);
    }

    @Test
    void aWeekdayThatDoesNotFitItsDateIsAMisprint() {
        Reading misprint = reading(
                        "z",
                        "Folha",
                        "2024-05-06",
                        "Costa and Rey talked by phone on Saturday, 4 April, Le Monde reported.")
                .entity("e1", Entity.Kind.PERSON, "Ana Costa", "BRA", "Costa")
                .entity("e2", Entity.Kind.PERSON, "Luis Rey", "ARG", "Rey")
                .date("t1", "Saturday, 4 April", "2024-04-04")
                .said(
                        "a1",
                        Kind.OUTLET,
                        "Le Monde",
                        "reported",
                        "Costa and Rey talked by phone on Saturday, 4 April",
                        Stance.ASSERTS,
                        "")
                .event("v1", "talked", EventType.CONSULT, "phone", List.of("e1", "e2"), List.of(), "t1", true, "a1")
                .build();
        List<Claim> claims = claims(Fixtures.first(), Fixtures.second(), misprint);
        assertThat(claims.getFirst().reports()).extracting(Claim.Report::doc).contains("z");
        assertThat(claims.getFirst().event().when()).contains("2024-05-04");
    }

    /** "A claim that Z rejects" is what the sentence has told, and all of it, whatever Z has to do with it. */
    @Test
    void whoTakesUpAClaimDeniesIt() {
        Reading told = reading(
                        "a",
                        "The Harbour Gazette",
                        "2024-05-06",
                        "Militiamen burned the clinic, two nurses said, a claim that the mayor rejected. Fishermen drowned at"
                                + " sea, a charge that the navy dismissed.")
                .entity("e1", Entity.Kind.UNNAMED, "Militiamen", "", "Militiamen")
                .said("a1", Kind.UNNAMED, "two nurses", "said", "Militiamen burned the clinic", Stance.ASSERTS, "")
                .said("a2", Kind.PERSON, "the mayor", "rejected", "a claim", Stance.DENIES, "")
                .said("a3", Kind.ORGANIZATION, "the navy", "dismissed", "a charge", Stance.DENIES, "")
                .event("v1", "burned", EventType.ASSAULT, "destroy", List.of("e1"), List.of(), "", true, "a1")
                .build();
        Claim claim = claims(told).getFirst();
        assertThat(claim.denials()).singleElement().satisfies(d -> {
            assertThat(d.by()).isEqualTo("mayor");
            assertThat(d.scope()).isEqualTo(Claim.Scope.WHOLE);
        });
    }

    /** What he tells himself he does not deny in the same breath; of what others tell, the killing is denied. */
    @Test
    void nobodyDeniesWhatHeTells() {
        Reading told = reading(
                        "a",
                        "The Harbour Gazette",
                        "2024-05-06",
                        "Rebels killed nine people, two nurses said. The brigade said it had taken the town, calling the reports"
                                + " fabricated.")
                .entity("e1", Entity.Kind.UNNAMED, "Rebels", "", "Rebels")
                .entity("e2", Entity.Kind.GROUP, "Orvel Brigade", "", "The brigade")
                .entity("e3", Entity.Kind.UNNAMED, "nine people", "", "nine people")
                .said("a1", Kind.UNNAMED, "two nurses", "said", "Rebels killed nine people", Stance.ASSERTS, "")
                .said("a2", Kind.ORGANIZATION, "The brigade", "said", "it had taken the town", Stance.ASSERTS, "")
                .said("a3", Kind.ORGANIZATION, "The brigade", "calling", "the reports fabricated", Stance.DENIES, "")
                .event("v1", "killed", EventType.ASSAULT, "", List.of("e1"), List.of("e3"), "", true, "a1")
                .event("v2", "taken", EventType.COERCE, "seize", List.of("e2"), List.of(), "", true, "a2")
                .build();
        List<Claim> claims = claims(told);
        assertThat(claims).hasSize(2);
        assertThat(claims)
                .filteredOn(c -> !c.denials().isEmpty())
                .singleElement()
                .satisfies(c -> assertThat(c.event().type()).contains(EventType.ASSAULT));
    }

    /** Whose side is said to have killed, and who denies that shots were fired, denies the killing. */
    @Test
    void whoDeniesTheShotsDeniesTheDeed() {
        Reading told = reading(
                        "a",
                        "The Harbour Gazette",
                        "2024-05-06",
                        "Police killed three men, a nurse said. A spokesman denied that live rounds had been used.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Kenyan police", "KEN", "Police")
                .entity("e2", Entity.Kind.UNNAMED, "three men", "", "three men")
                .entity("e3", Entity.Kind.ORGANIZATION, "Kenyan police", "KEN", "A spokesman")
                .said("a1", Kind.UNNAMED, "a nurse", "said", "Police killed three men", Stance.ASSERTS, "")
                .said(
                        "a2",
                        Kind.ORGANIZATION,
                        "A spokesman",
                        "denied",
                        "that live rounds had been used",
                        Stance.DENIES,
                        "")
                .event("v1", "killed", EventType.ASSAULT, "", List.of("e1"), List.of("e2"), "", true, "a1")
                .build();
        assertThat(claims(told).getFirst().denials())
                .extracting(Claim.Denial::by)
                .containsExactly("Kenyan police");
    }

    @Test
    void whatEachSideSaysThatItDidIsTwoClaims() {
        Reading told = reading(
                        "a",
                        "The Harbour Gazette",
                        "2024-05-06",
                        "Chad's army said it had killed nine rebels. The Orvel Front said it had killed two guards.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Chadian army", "TCD", "Chad's army", "it")
                .entity("e2", Entity.Kind.GROUP, "Orvel Front", "", "The Orvel Front")
                .entity("e3", Entity.Kind.UNNAMED, "nine rebels", "", "nine rebels")
                .entity("e4", Entity.Kind.UNNAMED, "two guards", "", "two guards")
                .said("a1", Kind.ORGANIZATION, "Chad's army", "said", "it had killed nine rebels", Stance.ASSERTS, "")
                .said(
                        "a2",
                        Kind.ORGANIZATION,
                        "The Orvel Front",
                        "said",
                        "it had killed two guards",
                        Stance.ASSERTS,
                        "")
                .killed("f1", "nine", 9, 9, "v1", "a1")
                .killed("f2", "two", 2, 2, "v2", "a2")
                .event("v1", "killed nine", EventType.ASSAULT, "", List.of("e1"), List.of("e3"), "", true, "a1")
                .event("v2", "killed two", EventType.ASSAULT, "", List.of("e2"), List.of("e4"), "", true, "a2")
                .build();
        assertThat(claims(told)).hasSize(2);
    }

    @Test
    void aTownIsNotItsCountry() {
        Reading told = reading(
                        "a",
                        "The Harbour Gazette",
                        "2024-05-06",
                        "The army left Bara. Sudan accused Chad of arming the rebels, said Chad's paper.")
                .entity("e1", Entity.Kind.PLACE, "Bara", "SDN", "Bara")
                .entity("e2", Entity.Kind.PLACE, "Sudan", "SDN", "Sudan")
                .entity("e3", Entity.Kind.PLACE, "Chad", "TCD", "Chad")
                .event("v1", "accused", EventType.ACCUSE, "allege", List.of("e2"), List.of("e3"), "", true)
                .build();
        assertThat(claims(told).getFirst().event().actors()).containsExactly("Sudan");
    }

    /** Its source vouches for it all the same, and alone. */
    @Test
    void anOutletThatCallsItFalseDeniesIt() {
        Reading told = reading(
                        "a",
                        "The Harbour Gazette",
                        "2024-05-06",
                        "Chile falsely claimed that Peru had shelled the port.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Chile", "CHL", "Chile")
                .entity("e2", Entity.Kind.ORGANIZATION, "Peru", "PER", "Peru")
                .aside("a1", "falsely", "that Peru had shelled the port", Stance.DENIES)
                .said("a2", Kind.ORGANIZATION, "Chile", "claimed", "that Peru had shelled the port", Stance.ASSERTS, "")
                .event(
                        "v1",
                        "shelled",
                        EventType.ASSAULT,
                        "heavy-weapons",
                        List.of("e2"),
                        List.of(),
                        "",
                        true,
                        "a1",
                        "a2")
                .build();
        Claim claim = claims(told).getFirst();
        assertThat(claim.roots()).extracting(Claim.Root::voucher).containsExactly("Chile");
        assertThat(claim.denials()).extracting(Claim.Denial::by).containsExactly("The Harbour Gazette");
        assertThat(claim.status()).isEqualTo(Claim.Status.DISPUTED);
    }

    @Test
    void whoLaterDeniesItIsNoLongerSilent() {
        Reading silent = reading(
                        "a", "BBC", "2024-05-06", "Peru shelled the port, Chile said. Peru declined to comment.")
                .entity("e1", Entity.Kind.ORGANIZATION, "Chile", "CHL", "Chile")
                .entity("e2", Entity.Kind.ORGANIZATION, "Peru", "PER", "Peru")
                .said("a1", Kind.ORGANIZATION, "Chile", "said", "Peru shelled the port", Stance.ASSERTS, "")
                .said("a2", Kind.ORGANIZATION, "Peru", "declined", "", Stance.DECLINES, "")
                .event("v1", "shelled", EventType.ASSAULT, "heavy-weapons", List.of("e2"), List.of(), "", true, "a1")
                .build();
        Reading denied = reading("b", "BBC", "2024-05-07", "Peru denied that Peru had shelled the port.")
                .entity("e2", Entity.Kind.ORGANIZATION, "Peru", "PER", "Peru")
                .said("a1", Kind.ORGANIZATION, "Peru", "denied", "that Peru had shelled the port", Stance.DENIES, "")
                .event("v1", "shelled", EventType.ASSAULT, "heavy-weapons", List.of("e2"), List.of(), "", false, "a1")
                .build();
        assertThat(claims(silent).getFirst().noComment())
                .extracting(Claim.NoComment::by)
                .containsExactly("Peru");
        Claim claim = claims(silent, denied).getFirst();
        assertThat(claim.noComment()).isEmpty();
        assertThat(claim.denials()).extracting(Claim.Denial::by).containsExactly("Peru");
    }

    /** "The rescue worker" of an agency's copy is the one of the agency's report. */
    @Test
    void aPersonWhomNobodyNamesIsUnnamedInEveryCopy() {
        String text = "The strike hit the port, the rescue worker said.";
        Reading first = reading("a", "The Harbour Gazette", "2024-05-06", text)
                .wire("AFP")
                .entity("e1", Entity.Kind.UNNAMED, "rescue worker", "", "the rescue worker")
                .entity("e2", Entity.Kind.ORGANIZATION, "Peru", "PER", "port")
                .said("a1", Kind.PERSON, "the rescue worker", "said", "The strike hit the port", Stance.ASSERTS, "")
                .event("v1", "strike", EventType.ASSAULT, "aerial", List.of(), List.of("e2"), "", true, "a1")
                .build();
        Reading copy = reading("b", "Meridian Daily", "2024-05-06", text)
                .wire("AFP")
                .entity("e1", Entity.Kind.UNNAMED, "rescue worker", "", "the rescue worker")
                .entity("e2", Entity.Kind.ORGANIZATION, "Peru", "PER", "port")
                .said("a1", Kind.PERSON, "the rescue worker", "said", "The strike hit the port", Stance.ASSERTS, "")
                .event("v1", "strike", EventType.ASSAULT, "aerial", List.of(), List.of("e2"), "", true, "a1")
                .build();
        assertThat(claims(first, copy).getFirst().independent().count()).contains(1);
    }
}
