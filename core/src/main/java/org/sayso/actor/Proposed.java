package org.sayso.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.ProposedAntecedents;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** What the language engine's head says of whom a word takes up, told by those whom the words before it mean. Thread-safe. */
final class Proposed {
    private final Map<Span, ProposedAntecedents> byWord = new HashMap<>();

    Proposed(AnalyzedText text) {
        text.antecedents().forEach(a -> byWord.put(a.word(), a));
    }

    /**
     * The head's view of one word.
     *
     * @param odds of each of those spoken of before; whoever is left out has none
     * @param elsewhere the likeliest word that means nobody of them
     */
    record View(Map<Referent, Double> odds, Optional<ProposedAntecedents.Candidate> elsewhere) {
        double of(Referent r) {
            return Math.min(1, odds.getOrDefault(r, 0.0));
        }
    }

    /** Absent where the head has nothing to say of a word. */
    Optional<View> of(Scene scene, Token word) {
        return Optional.ofNullable(byWord.get(word.span())).map(p -> view(scene, p));
    }

    private static View view(Scene scene, ProposedAntecedents proposed) {
        Map<Referent, Double> odds = new HashMap<>();
        Optional<ProposedAntecedents.Candidate> elsewhere = Optional.empty();
        for (ProposedAntecedents.Candidate c : proposed.candidates()) {
            Sentence s = scene.text.sentenceAt(c.word().start()).orElseThrow();
            Token head = s.headOf(c.word()).orElseThrow();
            Optional<Referent> own = scene.atOrNamed(s, head);
            own.ifPresent(r -> odds.merge(r, c.probability(), Double::sum));
            elsewhere = own.isPresent() || elsewhere.isPresent() ? elsewhere : Optional.of(c);
            // a pair has its mention where the first of the two has his
            scene.cast.all().stream()
                    .filter(r -> !r.members.isEmpty())
                    .filter(r ->
                            r.mentions.stream().anyMatch(m -> m.sentence() == s.index() && m.head() == head.index()))
                    .forEach(r -> odds.merge(r, c.probability(), Double::sum));
        }
        return new View(odds, elsewhere);
    }
}
