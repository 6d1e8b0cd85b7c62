package org.sayso.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sayso.json.StoryJson;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Reading;
import org.sayso.model.Story;

class MergerTest {
    private final Merger merger = Merger.load();

    private Claim call(List<Reading> readings) {
        return merger.merge(readings).getFirst().claims().getFirst();
    }

    @Test
    void keepsACallOfAnotherMonthApart() {
        List<Story> stories = merger.merge(Fixtures.call());
        assertThat(stories).hasSize(2);
        assertThat(stories.get(0).docs()).containsExactly("a-first", "b-second", "c-third", "d-denial");
        assertThat(stories.get(1).docs()).containsExactly("e-later");
    }

    @Test
    void countsTwoUnnamedRootsAndSaysThatTheirOverlapIsUnknown() {
        Claim claim = call(Fixtures.call());
        assertThat(claim.reports()).extracting(Claim.Report::doc).containsExactly("a-first", "b-second", "c-third");
        assertThat(claim.independent().count()).contains(2);
        assertThat(claim.independent().established()).isFalse();
        assertThat(claim.independent().why()).contains("both unnamed", "overlap unknown");
        assertThat(claim.roots()).extracting(r -> r.via().orElse("")).containsExactlyInAnyOrder("Le Monde", "Reuters");
    }

    @Test
    void doesNotCountWhoRepeats() {
        Claim claim = call(List.of(Fixtures.first(), Fixtures.second()));
        assertThat(claim.outlets()).isEqualTo(2);
        assertThat(claim.independent().count()).contains(1);
        assertThat(claim.roots()).extracting(Claim.Root::voucher).containsExactly("people close to Costa");
    }

    @Test
    void doesNotCountACopyWithoutACredit() {
        Reading own = Fixtures.unnamed("a-own", "The Guardian");
        Reading copy = Fixtures.unnamed("b-copy", "El Pais");
        Story story = merger.merge(List.of(own, copy)).getFirst();
        assertThat(story.lineage()).extracting(l -> l.doc() + " > " + l.to()).contains("b-copy > a-own");
        assertThat(story.claims().getFirst().outlets()).isEqualTo(2);
        assertThat(story.claims().getFirst().independent().count()).contains(1);
    }

    @Test
    void tellsADenialFromSilence() {
        Claim claim = call(Fixtures.call());
        assertThat(claim.denials()).extracting(Claim.Denial::by).containsExactly("Office of the President");
        assertThat(claim.denials().getFirst().scope()).isEqualTo(Claim.Scope.WHOLE);
        assertThat(claim.noComment()).extracting(Claim.NoComment::by).containsExactly("Costa's team");
        assertThat(claim.status()).isEqualTo(Claim.Status.DISPUTED);
    }

    @Test
    void datesTheDenial() {
        Story story = merger.merge(Fixtures.call()).getFirst();
        assertThat(story.changes()).extracting(Change::what).contains(Change.What.DENIED);
        assertThat(story.changes().getLast().at()).hasToString("2024-05-07");
    }

    @Test
    void tracesWhatEachReportRestsOn() {
        Story story = merger.merge(Fixtures.call()).getFirst();
        assertThat(story.lineage())
                .filteredOn(l -> l.kind() == Lineage.Kind.CITES)
                .extracting(l -> l.doc() + " " + l.to())
                .containsExactly("a-first Le Monde", "b-second Le Monde");
        assertThat(story.lineage())
                .filteredOn(l -> l.kind() == Lineage.Kind.WIRE)
                .extracting(l -> l.doc() + " " + l.to() + " " + l.stated())
                .containsExactly("c-third Reuters true");
    }

    @Test
    void givesTheSameStoriesInWhateverOrderTheReadingsCome() {
        List<String> expected =
                merger.merge(Fixtures.call()).stream().map(StoryJson::write).toList();
        for (int seed = 0; seed < 10; seed++) {
            List<Reading> shuffled = new ArrayList<>(Fixtures.call());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(merger.merge(shuffled).stream().map(StoryJson::write).toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void everyEvidenceStandsInItsReport() {
        for (Story story : merger.merge(Fixtures.call())) {
            for (Claim claim : story.claims()) {
                for (Claim.Report r : claim.reports()) {
                    Optional<Reading> reading = Fixtures.call().stream()
                            .filter(x -> x.article().docId().equals(r.doc()))
                            .findFirst();
                    assertThat(r.span().of(reading.orElseThrow().article().text()))
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void mergesNothingIntoNothing() {
        assertThat(merger.merge(List.of())).isEmpty();
    }
}
