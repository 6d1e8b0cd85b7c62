package org.sayso.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time expression and what it stands for.
 *
 * @param id unique in the reading: t1, t2, …
 * @param value TIMEX3 value; absent where it cannot be known
 * @param edtf Extended Date/Time Format, level 1; absent where no date is known
 * @param anchor what the value was reckoned from
 * @param interval what it may mean, as finely as the words tell: a day from midnight to midnight, a part of a day by its usual
 *     hours, a clock time its minute. Open on one side for what only lies before or after publication ("recently", "in the
 *     future"). Closed where there is a date, and only there. Words beside the expression ("since", "until", "early") do not
 *     change it
 */
public record Timex(
        String id,
        Span span,
        Type type,
        Optional<String> value,
        Optional<String> edtf,
        Anchor anchor,
        Optional<Interval> interval) {
    public Timex {
        if (edtf.isPresent() != interval.filter(Interval::isClosed).isPresent()) {
            throw new IllegalArgumentException("time expression at " + span + " is " + edtf + ", but " + interval);
        }
        if (edtf.isPresent() && (anchor == Anchor.NONE || anchor == Anchor.EVENT)) {
            throw new IllegalArgumentException("a date was guessed at " + span + ": anchor " + anchor);
        }
    }

    /** The first day that it may mean, where both ends are known; as the calendar on the wall shows it. */
    public Optional<LocalDate> earliest() {
        return interval.filter(Interval::isClosed).flatMap(Interval::from).map(LocalDateTime::toLocalDate);
    }

    /** The last day that it may mean, where both ends are known. */
    public Optional<LocalDate> latest() {
        return interval.filter(Interval::isClosed)
                .flatMap(Interval::until)
                .map(t -> t.minusNanos(1).toLocalDate());
    }

    /** No instant before this one can be meant. */
    public Optional<Instant> earliestInstant() {
        return interval.flatMap(Interval::earliest);
    }

    /** Neither this instant nor one after it can be meant. */
    public Optional<Instant> latestInstant() {
        return interval.flatMap(Interval::latest);
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
