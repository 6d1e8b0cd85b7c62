package org.sayso.figure;

import org.sayso.model.Figure.Measure;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * What became of one person, as a sentence tells it.
 *
 * @param person the name, the noun or the pronoun
 * @param pronoun whether it is one ("he was shot"), and so nobody by itself
 * @param told the word that tells it
 */
public record Harm(Span person, boolean pronoun, Token told, Measure measure) {}
