package org.sayso.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Chooses the year of a month, or of a day in a month, that the report leaves out. */
final class YearChoice {
    /** A date this many days ahead is taken for the coming one, where the clause does not tell. */
    private static final long SOON = 100;

    private YearChoice() {}

    /**
     * @param first first day of the month or the day itself, in any year
     * @param wholeMonth whether the month is meant
     */
    static Optional<Integer> choose(MonthDay first, boolean wholeMonth, Frame frame) {
        if (frame.narrative() && frame.reference().isPresent()) {
            return Optional.of(frame.run().year(first, frame.reference().get().year()));
        }
        return frame.published().map(day -> inNews(first, wholeMonth, day, frame.direction()));
    }

    private static int inNews(MonthDay first, boolean wholeMonth, LocalDate published, Direction direction) {
        LocalDate here = first.atYear(published.getYear());
        boolean today = wholeMonth ? here.getMonth() == published.getMonth() : here.equals(published);
        if (today) {
            return published.getYear();
        }
        int before = here.isBefore(published) ? published.getYear() : published.getYear() - 1;
        long back = ChronoUnit.DAYS.between(first.atYear(before), published);
        long ahead = ChronoUnit.DAYS.between(published, first.atYear(before + 1));
        return switch (direction) {
            case PAST -> before;
            case FUTURE -> back < SOON && ahead > 2 * SOON ? before : before + 1;
            case NEAREST, UNKNOWN -> ahead < SOON && ahead < back ? before + 1 : before;
        };
    }
}
