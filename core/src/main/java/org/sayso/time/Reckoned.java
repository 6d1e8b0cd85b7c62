package org.sayso.time;

import java.time.LocalDate;
import java.util.Optional;
import org.sayso.model.Interval;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;

/**
 * One expression with its value reckoned.
 *
 * @param period what it may mean, where anything is known of that
 * @param point the date that later expressions may be reckoned from
 */
record Reckoned(
        Span span,
        Timex.Type type,
        Optional<String> value,
        Anchor anchor,
        Optional<Period> period,
        Optional<Point> point) {
    /** An interval and, where it is closed, the same in EDTF. */
    record Period(Interval interval, Optional<String> edtf) {
        Period(Interval interval, String edtf) {
            this(interval, Optional.of(edtf));
        }

        static Period of(Point point) {
            return new Period(Interval.ofDays(point.start(), point.last()), point.edtf());
        }

        static Period between(LocalDate first, LocalDate last) {
            return new Period(Interval.ofDays(first, last), Point.edtfDay(first) + "/" + Point.edtfDay(last));
        }

        /** A part of a day; one that runs into the next day is, in EDTF, both days. */
        static Period of(DayPart part, LocalDate day) {
            Interval interval = part.of(day);
            LocalDate last = interval.until().orElseThrow().minusNanos(1).toLocalDate();
            String edtf = last.equals(day)
                    ? Point.edtfDay(day)
                    : between(day, last).edtf().orElseThrow();
            return new Period(interval, edtf);
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

    /**
     * A part of a day.
     *
     * @param code of TIMEX3
     */
    static Reckoned part(Span span, Point day, String code, Anchor anchor) {
        return new Reckoned(
                span,
                Timex.Type.TIME,
                Optional.of(day.value() + "T" + code),
                anchor,
                Optional.of(Period.of(DayPart.valueOf(code), day.start())),
                Optional.of(day));
    }

    /** A value without a date: a duration, a set, PRESENT_REF. */
    static Reckoned bare(Span span, Timex.Type type, String value, Anchor anchor) {
        return new Reckoned(span, type, Optional.of(value), anchor, Optional.empty(), Optional.empty());
    }

    /** PAST_REF, FUTURE_REF or PRESENT_REF: before, after or about the day of publication. */
    static Reckoned vague(Span span, String value, Optional<LocalDate> published) {
        Optional<Interval> interval = switch (value) {
            case "PAST_REF" -> published.map(Interval::upTo);
            case "FUTURE_REF" -> published.map(Interval::since);
            default -> Optional.empty();
        };
        return new Reckoned(
                span,
                Timex.Type.DATE,
                Optional.of(value),
                published.isPresent() ? Anchor.PUBLICATION : Anchor.NONE,
                interval.map(i -> new Period(i, Optional.empty())),
                Optional.empty());
    }

    /** Only an event could tell, or nothing could. */
    static Reckoned unknown(Span span, Timex.Type type, Anchor anchor) {
        return new Reckoned(span, type, Optional.empty(), anchor, Optional.empty(), Optional.empty());
    }

    Reckoned at(Span newSpan) {
        return new Reckoned(newSpan, type, value, anchor, period, point);
    }

    Timex timex(String id) {
        return new Timex(id, span, type, value, period.flatMap(Period::edtf), anchor, period.map(Period::interval));
    }
}
