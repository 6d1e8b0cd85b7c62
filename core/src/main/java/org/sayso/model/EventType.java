package org.sayso.model;

/** The sixteen event types of PLOVER, each with its quad class. */
public enum EventType {
    AGREE(1),
    CONSULT(1),
    SUPPORT(1),
    CONCEDE(1),
    COOPERATE(2),
    AID(2),
    RETREAT(2),
    REQUEST(3),
    ACCUSE(3),
    REJECT(3),
    THREATEN(3),
    PROTEST(4),
    SANCTION(4),
    MOBILIZE(4),
    COERCE(4),
    ASSAULT(4);

    private final int quad;

    EventType(int quad) {
        this.quad = quad;
    }

    /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
    public int quad() {
        return quad;
    }

    /**
     * The type that PLOVER's manual gives such an event: cooperation that still lies ahead is AGREE, a retreat that does is
     * CONCEDE. A record keeps the deed itself and says that it is planned.
     */
    public EventType coded(Factuality factuality) {
        boolean ahead = factuality.status() == Factuality.Status.PLANNED
                && factuality.polarity() == Factuality.Polarity.POSITIVE
                && factuality.certainty() != Factuality.Certainty.UNKNOWN;
        return switch (this) {
            case CONSULT, SUPPORT, COOPERATE, AID -> ahead ? AGREE : this;
            case RETREAT -> ahead ? CONCEDE : this;
            case AGREE, CONCEDE, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT ->
                this;
        };
    }
}
