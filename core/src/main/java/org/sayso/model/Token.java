package org.sayso.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One word of a {@link Sentence}, with its place in the UD tree.
 *
 * @param index place in the sentence, from 0
 * @param form the characters at {@code span}, save that what broke on the way to the page is repaired
 * @param xpos Penn Treebank tag (tense, number and verb form are read from it)
 * @param head index of the head in the sentence, or -1 for the root
 * @param relation UD relation with its subtype ("obl:tmod")
 * @param factuality author's commitment to the event this word names, from -3 (did not happen) to 3 (happened), where
 *     the engine gives one
 * @param told how the event this word names is presented, likewise
 */
public record Token(
        int index,
        Span span,
        String form,
        String lemma,
        Upos upos,
        String xpos,
        int head,
        String relation,
        OptionalDouble factuality,
        Optional<ProposedFactuality> told) {
    public Token {
        if (index < 0 || head < -1 || head == index) {
            throw new IllegalArgumentException(
                    "token " + form + " at " + span + " has index " + index + ", head " + head);
        }
    }

    Token at(Span place) {
        return new Token(index, place, form, lemma, upos, xpos, head, relation, factuality, told);
    }

    /** Whether the relation is this one, with or without subtype: {@code is("obl")} holds for obl:tmod. */
    public boolean is(String wanted) {
        int n = wanted.length();
        return relation.startsWith(wanted) && (relation.length() == n || relation.charAt(n) == ':');
    }

    public boolean isRoot() {
        return head == -1;
    }

    public boolean isVerb() {
        return upos == Upos.VERB || upos == Upos.AUX;
    }

    public boolean isNoun() {
        return upos == Upos.NOUN || upos == Upos.PROPN;
    }
}
