package org.sayso.event;

import java.util.List;
import java.util.Optional;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Span;

/**
 * An event in the words of one clause, before anybody in it is known.
 *
 * @param trigger the word or words that name it
 * @param extent the clause; covers the trigger
 * @param actors the words for each actor, in order
 * @param recipients the words for each recipient, in order
 * @param confidence from 0 to 1
 */
public record EventMention(
        Span trigger,
        Span extent,
        EventType type,
        Optional<String> mode,
        List<String> contexts,
        List<Span> actors,
        List<Span> recipients,
        Factuality factuality,
        boolean background,
        String decidedBy,
        double confidence) {
    public EventMention {
        contexts = List.copyOf(contexts);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        if (!extent.covers(trigger)) {
            throw new IllegalArgumentException("extent " + extent + " leaves out trigger " + trigger);
        }
    }
}
