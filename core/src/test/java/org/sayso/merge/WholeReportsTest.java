package org.sayso.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sayso.model.Claim;
import org.sayso.testing.Reports;

/** What becomes of one report, read by the stages that ship. Left out where there are no weights. */
class WholeReportsTest {
    private final Merger merger = Merger.load();

    @BeforeAll
    static void needsTheEngine() throws IOException {
        Reports.needTheEngine();
    }

    private List<Claim> claims(String text) {
        return merger.story(List.of(Reports.read("2024-11-15", text))).claims();
    }

    @Test
    void eachSidesDeadAreAClaimOfTheirOwn() {
        List<Claim> claims = claims(
                "Militants killed 19 soldiers in an attack near Djibo on Monday, the army said in a statement.\n\n"
                        + "\"Our men repelled the terrorists, killing about 30 of them,\" army spokesman Colonel Adama Traore told"
                        + " reporters.");
        assertThat(claims).hasSize(2);
        assertThat(claims)
                .flatExtracting(Claim::figures)
                .extracting(Claim.FigureLine::low)
                .containsExactlyInAnyOrder(
                        java.util.Optional.of(new BigDecimal(19)), java.util.Optional.of(new BigDecimal(30)));
    }

    @Test
    void aHeadlineIsNoClaimBesideItsReport() {
        List<Claim> claims = claims("Gunmen attack army post in northern Burkina Faso\n\n"
                + "Militants killed 19 soldiers in an attack on an army post near Djibo on Monday, the army said.");
        assertThat(claims)
                .singleElement()
                .satisfies(c -> assertThat(c.event().where()).contains("Djibo"));
    }

    @Test
    void whatOneSeizedIsNotAllHeSeized() {
        List<Claim> claims =
                claims("Islamic State seized a cache of weapons that was dropped near Kobani, the army said.\n\n"
                        + "Islamic State has also seized an oil refinery, the governor said.");
        assertThat(claims).hasSize(2);
        assertThat(claims)
                .extracting(Claim::summary)
                .anyMatch(s -> s.contains("cache of weapons"))
                .anyMatch(s -> s.contains("oil refinery"));
    }

    @Test
    void activistsOnWhomAnObservatoryReliesAreItsOwn() {
        List<Claim> claims =
                claims("Islamic State fighters seized at least one cache of weapons, activists said Tuesday.\n\n"
                        + "The Harbour Observatory, which bases its information on a network of activists on the ground, said the fighters"
                        + " had seized at least one cache of weapons.");
        assertThat(claims)
                .singleElement()
                .satisfies(c ->
                        assertThat(c.roots()).extracting(Claim.Root::voucher).containsExactly("Harbour Observatory"));
    }

    /** Who accuses another of "the attack", and who denies having attacked "the hospital", speak of the attack before. */
    @Test
    void whatWasToldBeforeIsMeantBehind() {
        List<Claim> claims =
                claims("RSF drones struck a hospital in El Obeid on Thursday, killing 22 people, a doctors' group said."
                        + " The Sudan Doctors Network said in a statement that most of the dead were women.\n\n"
                        + "Sudan's army accused the Rapid Support Forces of carrying out the attack. The RSF denied that it had attacked the"
                        + " hospital.");
        Claim attack = claims.getFirst();
        assertThat(attack.status()).isEqualTo(Claim.Status.DISPUTED);
        assertThat(attack.denials()).extracting(Claim.Denial::by).containsExactly("Rapid Support Forces");
        assertThat(attack.roots()).extracting(Claim.Root::voucher).contains("Sudan Doctors Network");
        assertThat(claims)
                .filteredOn(c -> c.event().type().equals(attack.event().type()))
                .hasSize(1);
    }
}
