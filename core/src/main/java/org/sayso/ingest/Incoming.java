package org.sayso.ingest;

import org.sayso.model.Outcome;
import org.sayso.model.Page;

/** One document that was asked for: a page, or why there is none. */
public sealed interface Incoming {
    record Arrived(Page page) implements Incoming {}

    record Missed(Outcome.LeftOut why) implements Incoming {}

    /** @param place the file, file and line, or URL */
    static Incoming missed(String place, Outcome.Reason reason, String message) {
        return new Missed(new Outcome.LeftOut(place, reason, message));
    }
}
