package org.sayso.event;

import java.util.List;
import java.util.Optional;
import org.sayso.model.EventType;
import org.sayso.model.Token;

/**
 * A word read as an event, before factuality and the coding rules.
 *
 * @param head verb whose clause tells the event, or the noun itself
 * @param named the event noun under a light verb, else the head
 * @param absorbed words that are part of this event and name none of their own
 */
record Sense(
        Entry entry,
        EventType type,
        Optional<String> mode,
        Token head,
        Token named,
        List<Token> actors,
        List<Token> recipients,
        List<Token> absorbed) {
    Sense {
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        absorbed = List.copyOf(absorbed);
    }

    boolean nominal() {
        return head.isNoun();
    }
}
