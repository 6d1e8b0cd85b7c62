package org.sayso.time;

import java.time.LocalDate;
import java.util.Optional;
import org.sayso.model.Timex.Anchor;

/**
 * What an expression is reckoned from.
 *
 * @param published day of publication
 * @param reference the date last spoken of
 * @param run the dates around, by which history tells the year of a month
 * @param distance sentences between the reference and the expression
 * @param narrative whether the clause tells history, reckoned from its own dates, rather than news
 */
record Frame(
        Optional<LocalDate> published,
        Optional<Point> reference,
        Run run,
        int distance,
        boolean narrative,
        Direction direction) {

    Frame turned(Direction other) {
        return new Frame(published, reference, run, distance, narrative, other);
    }

    /** The day from which "last week" or "March" is counted, where there is one. */
    Optional<LocalDate> base() {
        return narrative && reference.isPresent() ? reference.map(Point::start) : published;
    }

    Anchor baseAnchor() {
        return base().isEmpty()
                ? Anchor.NONE
                : narrative && reference.isPresent() ? Anchor.REFERENCE : Anchor.PUBLICATION;
    }

    /** The date spoken of in this sentence or the one before. */
    Optional<Point> near() {
        return distance <= 1 ? reference : Optional.empty();
    }
}
