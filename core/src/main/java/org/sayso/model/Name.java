package org.sayso.model;

/** A named entity as the analyzer saw it, not yet known to be anybody in particular. */
public record Name(Span span, Kind kind, int sentence) {
    /** GROUP holds peoples, nationalities and religions ("Turkish", "Sunnis"). */
    public enum Kind {
        PERSON,
        ORGANIZATION,
        PLACE,
        GROUP,
        OTHER
    }
}
