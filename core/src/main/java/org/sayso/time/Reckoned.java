package org.sayso.time;

import java.time.LocalDate;
import java.util.Optional;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;

/**
 * One expression with its value reckoned.
 *
 * @param period the days that it covers, where known
 * @param point the date that later expressions may be reckoned from
 */
record Reckoned(
        Span span,
        Timex.Type type,
        Optional<String> value,
        Anchor anchor,
        Optional<Period> period,
        Optional<Point> point) {
    /** First and last day, and the same in EDTF. */
    record Period(LocalDate first, LocalDate last, String edtf) {
        static Period of(Point point) {
            return new Period(point.start(), point.last(), point.edtf());
        }

        static Period between(LocalDate first, LocalDate last) {
            return new Period(first, last, Point.edtfDay(first) + "/" + Point.edtfDay(last));
        }
    }

    static Reckoned date(Span span, Point point, Anchor anchor) {
        return new Reckoned(
                span,
                Timex.Type.DATE,
                Optional.of(point.value()),
                anchor,
                Optional.of(Period.of(point)),
                Optional.of(point));
    }

    /** A part of a day; a night runs into the next day. */
    static Reckoned part(Span span, Point day, String code, Anchor anchor) {
        Period period = code.equals("NI") && !code.isEmpty()
                ? Period.between(day.start(), day.start().plusDays(1))
                : Period.of(day);
        return new Reckoned(
                span,
                Timex.Type.TIME,
                Optional.of(day.value() + "T" + code),
                anchor,
                Optional.of(period),
                Optional.of(day));
    }

    /** A value without a date: a duration, a set, PRESENT_REF. */
    static Reckoned bare(Span span, Timex.Type type, String value, Anchor anchor) {
        return new Reckoned(span, type, Optional.of(value), anchor, Optional.empty(), Optional.empty());
    }

    /** Only an event could tell, or nothing could. */
    static Reckoned unknown(Span span, Timex.Type type, Anchor anchor) {
        return new Reckoned(span, type, Optional.empty(), anchor, Optional.empty(), Optional.empty());
    }

    Reckoned at(Span newSpan) {
        return new Reckoned(newSpan, type, value, anchor, period, point);
    }

    Timex timex(String id) {
        return new Timex(
                id,
                span,
                type,
                value,
                period.map(Period::edtf),
                anchor,
                period.map(Period::first),
                period.map(Period::last));
    }
}
