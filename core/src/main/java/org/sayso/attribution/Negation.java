package org.sayso.attribution;

import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** Whether a word is negated where it stands. */
final class Negation {
    private static final Set<String> WORDS = Set.of("not", "n't", "n’t", "never", "neither", "no", "nor", "hardly");

    private Negation() {}

    static boolean of(Sentence s, Token word) {
        boolean own = s.children(word, "advmod", "det", "cc", "cc:preconj").stream()
                .anyMatch(
                        t -> t.index() < word.index() && WORDS.contains(t.form().toLowerCase(java.util.Locale.ROOT)));
        if (own) {
            return true;
        }
        boolean noSubject = s.child(word, "nsubj")
                .filter(n -> n.upos() != org.sayso.model.Upos.PROPN)
                .filter(n ->
                        Set.of("no", "nobody", "none", "neither", "nothing").contains(Cues.lemma(n))
                                || s.children(n, "det").stream()
                                        .anyMatch(d -> Set.of("no", "neither").contains(Cues.lemma(d))))
                .isPresent();
        Optional<Token> head = s.head(word).filter(h -> word.is("conj") || word.is("xcomp"));
        return noSubject || word.is("conj") && head.isPresent() && head.get().isVerb() && preconjoined(s, head.get());
    }

    private static boolean preconjoined(Sentence s, Token head) {
        return s.children(head, "cc", "advmod").stream()
                .anyMatch(t -> t.index() < head.index() && t.form().equalsIgnoreCase("neither"));
    }
}
