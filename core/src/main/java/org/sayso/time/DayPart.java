package org.sayso.time;

import java.time.LocalDate;
import org.sayso.model.Interval;

/**
 * Parts of a day, by their TIMEX3 codes, and the hours that reports mean by them. They overlap: what is evening to one is night
 * to another, and the small hours are told of as morning and as night. A night runs into the next day.
 */
enum DayPart {
    MO(0, 12),
    MI(11, 14),
    AF(12, 18),
    EV(17, 24),
    NI(18, 32);

    private final int from;
    private final int until;

    DayPart(int from, int until) {
        this.from = from;
        this.until = until;
    }

    Interval of(LocalDate day) {
        return Interval.between(
                day.atStartOfDay().plusHours(from), day.atStartOfDay().plusHours(until));
    }
}
