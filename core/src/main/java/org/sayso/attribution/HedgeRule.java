package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** "Reportedly", "allegedly": somebody said so, nobody says who. */
final class HedgeRule implements Rule {
    private final Cues cues;

    HedgeRule(Cues cues) {
        this.cues = cues;
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (Token adverb : s.tokens()) {
            Optional<Cue> cue = cues.at(s, adverb).filter(c -> c.takes("hedge"));
            if (cue.isPresent() && !adverb.isRoot()) {
                Token head = s.token(adverb.head());
                Token clause = head.is("amod") ? head : Clauses.clause(s, head);
                List<Token> words = new ArrayList<>(s.subtree(clause));
                words.remove(adverb);
                words.removeIf(w -> w.head() == clause.index() && w.is("mark"));
                List<Span> content = Pieces.of(s, words);
                if (!content.isEmpty()) {
                    String rule = "rule:" + cue.get().lemmas().getFirst();
                    found.add(Draft.of(List.of(), List.of(adverb.span()), content, rule, Draft.WEAK));
                }
            }
        }
        return found;
    }
}
