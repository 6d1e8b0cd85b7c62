package org.sayso.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.model.Lineage;
import org.sayso.testing.ReadingBuilder;

class CopiesTest {
    private static final String AGENCY =
            "The ferry left the old harbour shortly before dawn with forty people on board and ran"
                    + " aground on the sandbank that pilots call the Widow, the coast guard of the island said.";
    private static final String SPEECH =
            "\"We shall rebuild the pier and the lighthouse and every single house along the shore before the first snow of"
                    + " this winter falls upon the island, and no one will be left behind while I am mayor\"";

    @Test
    void findsTheLaterOneThatPrintsTheSameWords() {
        List<Lineage> edges = Copies.among(List.of(
                ReadingBuilder.of("later", AGENCY + " Divers were sent.")
                        .on("2024-03-02")
                        .build(),
                ReadingBuilder.of("earlier", AGENCY).on("2024-03-01").build()));
        assertThat(edges).extracting(l -> l.doc() + " > " + l.to()).containsExactly("later > earlier");
        assertThat(edges.getFirst().stated()).isFalse();
    }

    @Test
    void leavesQuotationsOutOfTheComparison() {
        assertThat(Copies.among(List.of(
                        ReadingBuilder.of(
                                        "one",
                                        "The mayor spoke in the market hall after the storm. " + SPEECH
                                                + ", she said to loud cheers from the crowd below.")
                                .build(),
                        ReadingBuilder.of(
                                        "two",
                                        SPEECH
                                                + ": with these words the mayor of the island closed a long night of debate in the council chamber.")
                                .build())))
                .isEmpty();
    }

    @Test
    void findsNothingInTextsTooShortToTell() {
        assertThat(Copies.among(List.of(
                        ReadingBuilder.of("one", "There was no conversation, he said.")
                                .build(),
                        ReadingBuilder.of("two", "There was no conversation, he said!")
                                .build())))
                .isEmpty();
    }
}
