package org.sayso.event;

import java.util.List;
import java.util.Optional;
import org.sayso.model.EventType;
import org.sayso.model.Span;

/** A sense and the mention made of it, while the coding rules still need both. */
record Found(Sense sense, EventMention mention) {

    Found with(EventType type, Optional<String> mode) {
        EventMention m = mention;
        return new Found(
                sense,
                new EventMention(
                        m.trigger(),
                        m.extent(),
                        type,
                        mode,
                        m.contexts(),
                        m.actors(),
                        m.recipients(),
                        m.factuality(),
                        m.background(),
                        m.decidedBy(),
                        m.confidence()));
    }

    Found with(Optional<String> mode, List<Span> actors, List<Span> recipients, double confidence) {
        EventMention m = mention;
        return new Found(
                sense,
                new EventMention(
                        m.trigger(),
                        m.extent(),
                        m.type(),
                        mode,
                        m.contexts(),
                        actors,
                        recipients,
                        m.factuality(),
                        m.background(),
                        m.decidedBy(),
                        confidence));
    }
}
