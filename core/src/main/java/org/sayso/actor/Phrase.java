package org.sayso.actor;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * What a noun phrase says of somebody.
 *
 * @param words the phrase without its article
 * @param definite whether it means somebody who is known ("the group"; not "the other group")
 * @param owner whose somebody is ("his son")
 */
record Phrase(
        Sentence sentence,
        Token head,
        Lexicon.Noun noun,
        Span span,
        String words,
        boolean definite,
        boolean plural,
        Optional<Referent> owner,
        Affiliation tie) {
    Optional<String> country() {
        return tie.country().or(() -> owner.flatMap(o -> o.country));
    }

    List<Token> modifiers() {
        return sentence.children(head, "amod", "compound");
    }
}
