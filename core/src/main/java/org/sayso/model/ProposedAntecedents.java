package org.sayso.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whom a noun or pronoun takes up, as the language engine's head sees it.
 *
 * @param word the noun or pronoun
 * @param nobody probability that it takes up no word before it
 * @param candidates words before it in order of their probability, the highest first; those of hardly any are left out
 */
public record ProposedAntecedents(Span word, double nobody, List<Candidate> candidates) {
    /** @param somebody probability that the word means persons or bodies; told of names and nouns only */
    public record Candidate(Span word, double probability, double somebody) {}

    public ProposedAntecedents {
        candidates = List.copyOf(candidates);
        if (nobody < 0 || nobody > 1 || candidates.stream().anyMatch(c -> c.probability() < 0 || c.probability() > 1)) {
            throw new IllegalArgumentException("antecedents of " + word + ": " + nobody + ", " + candidates);
        }
    }

    ProposedAntecedents in(UnaryOperator<Span> home) {
        return new ProposedAntecedents(
                home.apply(word),
                nobody,
                candidates.stream()
                        .map(c -> new Candidate(home.apply(c.word()), c.probability(), c.somebody()))
                        .toList());
    }
}
