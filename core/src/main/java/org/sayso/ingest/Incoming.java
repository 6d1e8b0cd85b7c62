package org.sayso.ingest;

import org.sayso.model.Outcome;
import org.sayso.model.Page;

/** One document that was asked for: a page, or why there is none. */
public sealed interface Incoming {
    /** @param place the file, file and line or offset, or URL */
    record Arrived(Page page, String place) implements Incoming {
        /** A page named by its place. */
        Arrived(Page page) {
            this(page, page.docId());
        }
    }

    record Missed(Outcome.LeftOut why) implements Incoming {}

    /** @param place the file, file and line, or URL */
    static Incoming missed(String place, Outcome.Reason reason, String message) {
        return new Missed(new Outcome.LeftOut(place, reason, message));
    }
}
