package org.sayso.model;

import java.util.Map;

/**
 * How an event is presented, as the language engine's head sees it: the probability of each class.
 *
 * @param inner in the eyes of the innermost voucher, of all classes
 * @param author in the author's own voice; what is left to 1 is that the author commits to nothing
 */
public record ProposedFactuality(Map<Factuality.Status, Double> inner, Map<Factuality.Status, Double> author) {
    public ProposedFactuality {
        inner = Map.copyOf(inner);
        author = Map.copyOf(author);
        if (inner.size() != Factuality.Status.values().length || author.size() != inner.size()) {
            throw new IllegalArgumentException("classes are missing in " + inner + " or " + author);
        }
    }
}
