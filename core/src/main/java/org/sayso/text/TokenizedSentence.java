package org.sayso.text;

import java.util.List;
import org.sayso.model.Span;

/**
 * The words of one sentence.
 *
 * @param paragraph place of its paragraph in the text, from 0
 * @param words in order, at least one
 */
public record TokenizedSentence(int paragraph, List<Span> words) {
    public TokenizedSentence {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("sentence without words in paragraph " + paragraph);
        }
    }

    /** From the first word to the last. */
    public Span span() {
        return new Span(words.getFirst().start(), words.getLast().end());
    }
}
