package org.sayso.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A time expression and what it stands for.
 *
 * @param id unique in the reading: t1, t2, …
 * @param value TIMEX3 value; absent where it cannot be known
 * @param edtf Extended Date/Time Format, level 1; absent where no date is known
 * @param anchor what the value was reckoned from
 * @param earliest first day it may mean
 * @param latest last day it may mean, not before {@code earliest}
 */
public record Timex(
        String id,
        Span span,
        Type type,
        Optional<String> value,
        Optional<String> edtf,
        Anchor anchor,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest) {
    public Timex {
        if (earliest.isPresent() != latest.isPresent()
                || (earliest.isPresent() && earliest.get().isAfter(latest.orElseThrow()))) {
            throw new IllegalArgumentException(
                    "time expression at " + span + " runs from " + earliest + " to " + latest);
        }
        if (edtf.isPresent() && (anchor == Anchor.NONE || anchor == Anchor.EVENT)) {
            throw new IllegalArgumentException("a date was guessed at " + span + ": anchor " + anchor);
        }
    }

    public enum Type {
        DATE,
        TIME,
        DURATION,
        SET
    }

    /** EVENT and NONE say that no date is given: only another event could tell, or nothing could. */
    public enum Anchor {
        EXPLICIT,
        PUBLICATION,
        REFERENCE,
        EVENT,
        NONE
    }
}
