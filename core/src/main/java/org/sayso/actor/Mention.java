package org.sayso.actor;

import org.sayso.model.Span;

/**
 * Words that mean somebody.
 *
 * @param head index of the head token in its sentence
 * @param subject whether it is the subject of a clause
 * @param quoted whether it stands between quotation marks
 */
record Mention(Span span, int sentence, int head, Form form, boolean subject, boolean quoted, String reason) {
    enum Form {
        NAME,
        DESCRIPTION,
        PRONOUN
    }
}
