package org.sayso.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sayso.model.Claim;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;
import org.sayso.testing.Reports;

/** A raid in four reports, made up for this: whose dead are counted, who counts them, what is denied. Left out where there are no weights. */
class RaidStoryTest {
    private static List<Claim> claims;

    @BeforeAll
    static void readAndMerge() throws IOException {
        Reports.needTheEngine();
        Pipeline pipeline = new Pipeline(Stages.standard());
        claims = Merger.load()
                .merge(List.of(
                        read(pipeline, "first", "Harbour Gazette", "2026-11-21", """
                                PORT-AU-PRINCE, Nov 21, 2026 (AP) - Gang members attacked the town of Kenscoff early Saturday, burning at \
                                least 30 homes and killing an unknown number of residents, the mayor, Jean Dorval, told Radio Soleil.

                                Police spokesman Lionel Estime said officers repelled the attack and that five gunmen died. He did not \
                                comment on civilian deaths.

                                A local rights group, RDHP, put the civilian toll at 22 but cautioned that it had not been able to reach all \
                                neighborhoods.

                                Prime Minister Alix Bertin condemned the violence and ordered an investigation into reports that police had \
                                left their posts hours before the assault, which the police have denied."""),
                        read(pipeline, "second", "Evening Courier", "2026-11-22", """
                                PORT-AU-PRINCE, Nov 22, 2026 (Reuters) - At least 22 people were killed when gangs stormed Kenscoff, a \
                                hillside town near Haiti's capital, rights group RDHP said on Sunday.

                                Haiti's national police denied that its officers had abandoned their posts. It said seven gunmen had been \
                                killed."""),
                        read(pipeline, "third", "Miami Beacon", "2026-11-22", """
                                MIAMI, Nov 22, 2026 - At least 22 people died in a gang attack on the Haitian town of Kenscoff, Reuters \
                                reported, citing the rights group RDHP.

                                The mayor of Kenscoff, Jean Dorval, said on Sunday that 31 bodies had been found. He had said on Saturday \
                                that about 30 homes were burned."""),
                        read(pipeline, "fourth", "Morning Standard", "2026-11-23", """
                                PORT-AU-PRINCE, Nov 23, 2026 (AFP) - The death toll from an attack on the Haitian town of Kenscoff has risen \
                                to 36, the mayor said on Monday, as residents began burying the dead.

                                Police said on Monday that five gunmen were killed. A spokesman, Lionel Estime, repeated that officers did \
                                not leave their posts.""")))
                .stream()
                .flatMap(story -> story.claims().stream())
                .toList();
    }

    private static Reading read(Pipeline pipeline, String id, String publisher, String day, String text) {
        Page page = new Page(
                id,
                Optional.empty(),
                Optional.of(publisher),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                new Page.Plain(text));
        return ((Outcome.Read) pipeline.read(page)).reading();
    }

    private static Claim claim(String words) {
        return claims.stream()
                .filter(c -> c.summary().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        claims.stream().map(Claim::summary).toList().toString()));
    }

    @Test
    void gunmenAreNotTheDeadOfTheirOwnRaid() {
        Claim dead = claim("Haitian town of Kenscoff");
        assertThat(dead.figures())
                .extracting(f -> f.low().orElseThrow().intValue())
                .contains(22, 31, 36)
                .doesNotContain(5, 7);
        Claim gunmen = claim("killed");
        assertThat(gunmen.figures())
                .extracting(f -> f.low().orElseThrow().intValue())
                .contains(5, 7)
                .doesNotContain(22, 36);
    }

    @Test
    void theMayorIsOneAndSoIsTheRightsGroup() {
        assertThat(claim("Haitian town of Kenscoff").roots())
                .extracting(Claim.Root::voucher)
                .containsExactlyInAnyOrder("Jean Dorval", "RDHP");
        assertThat(claim("Haitian town of Kenscoff").figures())
                .filteredOn(f -> f.low().orElseThrow().intValue() > 30)
                .extracting(Claim.FigureLine::party)
                .containsOnly("Jean Dorval");
    }

    @Test
    void thePoliceSpokesmanIsThePolice() {
        assertThat(claim("killed").roots()).hasSize(1);
    }

    /** "Which the police have denied" is that they left, not the assault. */
    @Test
    void theRaidIsDeniedByNobody() {
        assertThat(claims.stream().filter(c -> c.event().type().isPresent()).flatMap(c -> c.denials().stream()))
                .isEmpty();
    }
}
