package org.sayso.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClusterScoreTest {
    /** The example of Luo (2005): of three entities two are found as one. */
    @Test
    void scoresAsInTheLiterature() {
        ClusterScore score = new ClusterScore();
        score.add(entities("12345", "67", "89ABC"), entities("12345", "6789ABC"));
        assertThat(score.muc()).isCloseTo(0.947, within(0.001));
        assertThat(score.cubed()).isCloseTo(0.865, within(0.001));
        assertThat(score.ceaf()).isCloseTo(0.733, within(0.001));
    }

    @Test
    void countsNoEntityOfOneMention() {
        ClusterScore score = new ClusterScore();
        score.add(entities("12", "3", "4"), entities("12", "5"));
        assertThat(score.conll()).isEqualTo(1);
    }

    @Test
    void findsTheBestPairsWhereTheFirstChoiceIsWrong() {
        assertThat(ClusterScore.best(new double[][] {{0.9, 0.8}, {0.8, 0.1}, {0, 0}}))
                .isCloseTo(1.6, within(1e-9));
        assertThat(ClusterScore.best(new double[][] {})).isZero();
    }

    private static Map<Character, String> entities(String... entities) {
        Map<Character, String> of = new TreeMap<>();
        for (String entity : entities) {
            entity.chars().forEach(c -> of.put((char) c, entity));
        }
        return of;
    }
}
