package org.sayso.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A stretch of time as a clock on the wall shows it, half-open: it begins with {@code from} and ends before {@code until}. One of
 * the two may be missing: the stretch is then open on that side.
 *
 * @param from absent where it may have begun at any time
 * @param until absent where it may last for ever; after {@code from}
 * @param offset of that clock from UTC; absent where the report does not tell, which is the rule
 */
public record Interval(Optional<LocalDateTime> from, Optional<LocalDateTime> until, Optional<ZoneOffset> offset) {
    /** The first clock on earth to show a time, and the last. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    public Interval {
        if (from.isEmpty() && until.isEmpty()) {
            throw new IllegalArgumentException("an interval that neither begins nor ends");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("an interval from " + from.get() + " until " + until.get());
        }
    }

    /** Whole days, where no zone is told. */
    public static Interval ofDays(LocalDate first, LocalDate last) {
        return between(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }

    /** Where no zone is told. */
    public static Interval between(LocalDateTime from, LocalDateTime until) {
        return new Interval(Optional.of(from), Optional.of(until), Optional.empty());
    }

    /** With that day or after it. */
    public static Interval since(LocalDate day) {
        return new Interval(Optional.of(day.atStartOfDay()), Optional.empty(), Optional.empty());
    }

    /** On that day or before it. */
    public static Interval upTo(LocalDate day) {
        return new Interval(Optional.empty(), Optional.of(day.plusDays(1).atStartOfDay()), Optional.empty());
    }

    /**
     * The reverse of {@link #earliest} and {@link #latest}.
     *
     * @param offset as in the interval
     */
    public static Interval ofInstants(
            Optional<Instant> earliest, Optional<Instant> latest, Optional<ZoneOffset> offset) {
        return new Interval(
                earliest.map(i -> LocalDateTime.ofInstant(i, offset.orElse(FIRST))),
                latest.map(i -> LocalDateTime.ofInstant(i, offset.orElse(LAST))),
                offset);
    }

    /** The same on a clock of which the offset is known. */
    public Interval at(ZoneOffset known) {
        return new Interval(from, until, Optional.of(known));
    }

    public boolean isClosed() {
        return from.isPresent() && until.isPresent();
    }

    /** No instant before this one can be meant; without an offset, wherever on earth the clock hangs. */
    public Optional<Instant> earliest() {
        return from.map(t -> t.toInstant(offset.orElse(FIRST)));
    }

    /** Neither this instant nor one after it can be meant; without an offset, wherever on earth the clock hangs. */
    public Optional<Instant> latest() {
        return until.map(t -> t.toInstant(offset.orElse(LAST)));
    }
}
