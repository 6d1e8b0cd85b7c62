package org.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sayso.model.Factuality;
import org.sayso.model.Factuality.Certainty;
import org.sayso.model.Factuality.Polarity;
import org.sayso.model.Factuality.Status;
import org.sayso.model.ProposedFactuality;

class OpinionsTest {
    private static final Opinions OPINIONS = Opinions.load();
    private static final Factuality PLANNED = new Factuality(Status.PLANNED, Polarity.POSITIVE, Certainty.CERTAIN);

    /** What the rules call planned hangs on a condition often enough for a sure head to be believed. */
    @Test
    void followsASureHeadAndIsLessCertain() {
        Factuality weighed = OPINIONS.weighed(PLANNED, head(Status.CONDITIONAL, 0.95));
        assertThat(weighed.status()).isEqualTo(Status.CONDITIONAL);
        assertThat(weighed.certainty()).isNotEqualTo(Certainty.CERTAIN);
    }

    @Test
    void staysWithTheRulesWhereTheHeadIsUnsure() {
        assertThat(OPINIONS.weighed(PLANNED, head(Status.DENIED, 0.3))).isEqualTo(PLANNED);
    }

    @Test
    void whatIsDeniedIsNegative() {
        assertThat(OPINIONS.weighed(PLANNED, head(Status.DENIED, 0.99)))
                .extracting(Factuality::status, Factuality::polarity)
                .containsExactly(Status.DENIED, Polarity.NEGATIVE);
    }

    /** "Will not lift the blockade". */
    @Test
    void whatIsAnnouncedNotToBeDoneStays() {
        Factuality refused = new Factuality(Status.PLANNED, Polarity.NEGATIVE, Certainty.CERTAIN);
        assertThat(OPINIONS.weighed(refused, head(Status.CONDITIONAL, 0.99))).isEqualTo(refused);
    }

    private static ProposedFactuality head(Status status, double p) {
        Map<Status, Double> all = new EnumMap<>(Status.class);
        for (Status s : Status.values()) {
            all.put(s, s == status ? p : (1 - p) / (Status.values().length - 1));
        }
        return new ProposedFactuality(all, all);
    }
}
