package org.sayso.model;

import java.util.Optional;

/**
 * An edge from a report to what it rests on.
 *
 * @param doc docId of the report
 * @param to an outlet or agency, or the docId of another report
 * @param stated true where the text says so, false where it was inferred
 * @param span the words that say so
 */
public record Lineage(String doc, String to, Kind kind, boolean stated, Optional<Span> span) {
    public Lineage {
        if (stated && span.isEmpty()) {
            throw new IllegalArgumentException("a stated edge from " + doc + " to " + to + " needs its words");
        }
    }

    public enum Kind {
        CITES,
        WIRE,
        COPIES,
        BRIEFING
    }
}
