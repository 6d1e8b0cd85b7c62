package org.sayso.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number that a report gives of something.
 *
 * @param id unique in the reading: f1, f2, …
 * @param low absent for "up to 40"
 * @param high absent for "at least 12"
 * @param approximate "about", "dozens", "nearly"
 * @param cumulative a total to that day ("since October", "bringing the total to 31"), not what is new
 * @param unit what is counted, singular ("drone", "person"), or a currency's ISO 4217 code
 * @param counted the words for what is counted, where the text has them
 * @param event id of the event it belongs to
 * @param said ids of the attributions it stands in, outermost first
 */
public record Figure(
        String id,
        Span span,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        boolean approximate,
        boolean cumulative,
        String unit,
        Measure measure,
        Optional<Span> counted,
        Optional<String> event,
        List<String> said) {
    public Figure {
        said = List.copyOf(said);
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException("figure at " + span + " has neither low nor high");
        }
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            throw new IllegalArgumentException("figure low " + low.get() + " > high " + high.get() + " at " + span);
        }
    }

    /** A figure that is not said to be a running total. */
    public Figure(
            String id,
            Span span,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            boolean approximate,
            String unit,
            Measure measure,
            Optional<Span> counted,
            Optional<String> event,
            List<String> said) {
        this(id, span, low, high, approximate, false, unit, measure, counted, event, said);
    }

    public Figure with(Optional<String> newEvent, List<String> newSaid) {
        return new Figure(id, span, low, high, approximate, cumulative, unit, measure, counted, newEvent, newSaid);
    }

    public enum Measure {
        LAUNCHED,
        INTERCEPTED,
        KILLED,
        INJURED,
        MISSING,
        DISPLACED,
        DETAINED,
        MONEY,
        OTHER;

        /** Whether it tells of people dead, hurt or missing, as after an attack. */
        public boolean isCasualty() {
            return switch (this) {
                case KILLED, INJURED, MISSING -> true;
                case DISPLACED, DETAINED, LAUNCHED, INTERCEPTED, MONEY, OTHER -> false;
            };
        }

        /** Whether it tells what became of people. */
        public boolean isPersonal() {
            return switch (this) {
                case KILLED, INJURED, MISSING, DISPLACED, DETAINED -> true;
                case LAUNCHED, INTERCEPTED, MONEY, OTHER -> false;
            };
        }
    }
}
