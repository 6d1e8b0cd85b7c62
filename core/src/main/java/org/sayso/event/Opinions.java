package org.sayso.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sayso.model.Factuality;
import org.sayso.model.Factuality.Certainty;
import org.sayso.model.Factuality.Polarity;
import org.sayso.model.Factuality.Status;
import org.sayso.model.ProposedFactuality;
import org.sayso.table.Table;

/**
 * Sets the rules' class of an event against that of the language engine's head: the likeliest class, if the two err independently,
 * is the one with the highest product of the head's probability and of how often the rules say what they say where that class is
 * right ({@code rules.tsv}, counted on the lines that trained the head), if it is much likelier than the rules' class; then it is less certain.
 * Immutable.
 */
final class Opinions {
    /** The rules' own class, this likely in the end, stays as sure as they are. */
    private static final double PROBABLE = 0.8;
    /**
     * So many times as likely as the rules' own a class must be, for rare classes stand more often in the lines than in the news.
     * Chosen from 1, 2, 3, 5 and 8 by types on PLV train, chains and UDS-IH2 dev.
     */
    private static final double FARTHER = 2;

    private final Map<Status, Map<Status, Double>> said;

    private Opinions(Map<Status, Map<Status, Double>> said) {
        this.said = said;
    }

    static Opinions load() {
        Status[] all = Status.values();
        Map<Status, Map<Status, Double>> said = new EnumMap<>(Status.class);
        for (List<String> row : Table.rows(Opinions.class, "rules.tsv", all.length + 1)) {
            double sum = 0;
            for (int i = 1; i < row.size(); i++) {
                sum += Double.parseDouble(row.get(i)) + 1;
            }
            Map<Status, Double> shares = new EnumMap<>(Status.class);
            for (int i = 1; i < row.size(); i++) {
                shares.put(all[i - 1], (Double.parseDouble(row.get(i)) + 1) / sum);
            }
            said.put(Status.valueOf(row.getFirst()), shares);
        }
        return new Opinions(said);
    }

    /** What is announced not to be done ("will not lift the blockade") is none of the head's classes: it is denied, or stays as it is. */
    Factuality weighed(Factuality rules, ProposedFactuality head) {
        Status best = rules.status();
        double highest = 0;
        double sum = 0;
        for (Status status : Status.values()) {
            double p = product(head, status, rules);
            sum += p;
            if (p > highest) {
                highest = p;
                best = status;
            }
        }
        boolean refused = rules.polarity() == Polarity.NEGATIVE;
        if (highest < FARTHER * product(head, rules.status(), rules) || refused && best != Status.DENIED) {
            return rules;
        }
        Certainty sure = best == Status.HYPOTHETICAL
                ? Certainty.UNKNOWN
                : highest / sum > PROBABLE ? Certainty.PROBABLE : Certainty.POSSIBLE;
        return new Factuality(best, best == Status.DENIED ? Polarity.NEGATIVE : Polarity.POSITIVE, sure);
    }

    private double product(ProposedFactuality head, Status status, Factuality rules) {
        return head.inner().getOrDefault(status, 0.0)
                * said.getOrDefault(status, Map.of()).getOrDefault(rules.status(), 0.0);
    }
}
