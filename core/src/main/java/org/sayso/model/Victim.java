package org.sayso.model;

import java.util.List;
import java.util.Optional;

/**
 * A single person, by name or by a noun, of whom a report tells that he or she was killed, hurt, held, driven away or is missing.
 * Several are a {@link Figure}, and so is one that is counted ("a guard").
 *
 * @param id unique in the reading: k1, k2, …
 * @param span the words for the person
 * @param told the word that tells what became of that person
 * @param entity id of the entity, where it is known
 * @param event id of the event it belongs to
 * @param factuality whether it is said to have happened
 * @param said ids of the attributions it stands in, outermost first
 */
public record Victim(
        String id,
        Span span,
        Span told,
        Figure.Measure measure,
        Optional<String> entity,
        Optional<String> event,
        Factuality factuality,
        List<String> said) {
    public Victim {
        said = List.copyOf(said);
        if (!measure.isPersonal()) {
            throw new IllegalArgumentException("nobody is a victim by " + measure + " at " + span);
        }
    }
}
