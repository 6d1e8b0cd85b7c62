package org.sayso.actor;

import java.util.Comparator;
import org.sayso.model.Span;

/**
 * Words that mean somebody.
 *
 * @param head index of the head token in its sentence
 * @param subject whether it is the subject of a clause
 * @param quoted whether it stands between quotation marks
 */
record Mention(Span span, int sentence, int head, Form form, boolean subject, boolean quoted, String reason) {
    static final Comparator<Mention> IN_TEXT =
            Comparator.comparingInt(Mention::sentence).thenComparingInt(Mention::head);

    enum Form {
        NAME,
        DESCRIPTION,
        PRONOUN
    }
}
