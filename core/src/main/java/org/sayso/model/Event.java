package org.sayso.model;

import java.util.List;
import java.util.Optional;

/**
 * Who is said to have done what to whom.
 *
 * @param id unique in the reading: v1, v2, …, in order of the trigger
 * @param trigger the word or words that name it
 * @param extent the clause it stands in; covers the trigger
 * @param mode PLOVER's mode of that type ("phone", "drone")
 * @param contexts PLOVER's contexts
 * @param actors ids of entities
 * @param recipients ids of entities
 * @param when id of a time expression
 * @param whenBy how it is known that the expression dates this event; with {@code when} only
 * @param where id of a place
 * @param figures ids of figures
 * @param background told as history, not as news
 * @param said ids of the attributions it stands in, outermost first; empty: the publisher says it in its own words
 * @param decidedBy the rule or head that made it
 * @param confidence from 0 to 1
 */
public record Event(
        String id,
        Span trigger,
        Span extent,
        EventType type,
        Optional<String> mode,
        List<String> contexts,
        List<String> actors,
        List<String> recipients,
        Optional<String> when,
        Optional<DatedBy> whenBy,
        Optional<String> where,
        List<String> figures,
        Factuality factuality,
        boolean background,
        List<String> said,
        String decidedBy,
        double confidence) {
    public Event {
        contexts = List.copyOf(contexts);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        figures = List.copyOf(figures);
        said = List.copyOf(said);
        if (when.isEmpty() && whenBy.isPresent()) {
            throw new IllegalArgumentException("event " + id + " has no date, but has it by " + whenBy.get());
        }
        if (!extent.covers(trigger)) {
            throw new IllegalArgumentException("event " + id + ": extent " + extent + " leaves out trigger " + trigger);
        }
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("event " + id + " has confidence " + confidence);
        }
    }

    /** CLAUSE: the date stands with the event's own verb; SENTENCE: beside it; RUNNING: in the sentence before. */
    public enum DatedBy {
        CLAUSE,
        SENTENCE,
        RUNNING
    }
}
