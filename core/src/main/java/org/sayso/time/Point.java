package org.sayso.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A stretch of the calendar: a day, a week, a season … by its grain and first day.
 *
 * <p>Years before Christ are astronomical: 480 BC is -479, as in EDTF. Seasons are meteorological (winter begins with
 * December and keeps the year of that December), weeks are ISO 8601's.
 */
record Point(Grain grain, LocalDate start) {
    /** The stretch of that grain in which a day lies. */
    static Point of(Grain grain, LocalDate day) {
        LocalDate start = switch (grain) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case WEEKEND ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case SEASON -> season(day);
            case HALF -> LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1);
            case YEAR -> LocalDate.of(day.getYear(), 1, 1);
            case DECADE -> LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1);
            case CENTURY -> LocalDate.of(Math.floorDiv(day.getYear(), 100) * 100, 1, 1);
        };
        return new Point(grain, start);
    }

    static Point year(int year) {
        return new Point(Grain.YEAR, LocalDate.of(year, 1, 1));
    }

    static Point month(int year, int month) {
        return new Point(Grain.MONTH, LocalDate.of(year, month, 1));
    }

    /** @param code SP, SU, FA or WI */
    static Point season(int year, String code) {
        int month = switch (code) {
            case "SP" -> 3;
            case "SU" -> 6;
            case "FA" -> 9;
            default -> 12;
        };
        return new Point(Grain.SEASON, LocalDate.of(year, month, 1));
    }

    private static LocalDate season(LocalDate day) {
        int month = day.getMonthValue() / 3 * 3;
        return month == 0 ? LocalDate.of(day.getYear() - 1, 12, 1) : LocalDate.of(day.getYear(), month, 1);
    }

    Point plus(long n) {
        LocalDate moved = switch (grain) {
            case DAY -> start.plusDays(n);
            case WEEK, WEEKEND -> start.plusWeeks(n);
            case MONTH -> start.plusMonths(n);
            case QUARTER, SEASON -> start.plusMonths(3 * n);
            case HALF -> start.plusMonths(6 * n);
            case YEAR -> start.plusYears(n);
            case DECADE -> start.plusYears(10 * n);
            case CENTURY -> start.plusYears(100 * n);
        };
        return new Point(grain, moved);
    }

    LocalDate last() {
        return grain == Grain.WEEKEND ? start.plusDays(1) : plus(1).start.minusDays(1);
    }

    int year() {
        return start.getYear();
    }

    /** The TIMEX3 value. */
    String value() {
        String year = yearValue(start.getYear());
        return switch (grain) {
            case DAY -> year + two("-%02d", start.getMonthValue()) + two("-%02d", start.getDayOfMonth());
            case WEEK -> week();
            case WEEKEND -> week() + "-WE";
            case MONTH -> year + two("-%02d", start.getMonthValue());
            case QUARTER -> year + "-Q" + ((start.getMonthValue() + 2) / 3);
            case SEASON -> year + "-" + seasonCode();
            case HALF -> year + (start.getMonthValue() == 1 ? "-H1" : "-H2");
            case YEAR -> year;
            case DECADE -> year.substring(0, year.length() - 1) + "X";
            case CENTURY -> year.substring(0, year.length() - 2) + "XX";
        };
    }

    private String week() {
        return yearValue(start.get(IsoFields.WEEK_BASED_YEAR))
                + two("-W%02d", start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private String seasonCode() {
        return switch (start.getMonthValue()) {
            case 3 -> "SP";
            case 6 -> "SU";
            case 9 -> "FA";
            default -> "WI";
        };
    }

    /** The EDTF, level 1; stretches that it has no name for are intervals of days. */
    String edtf() {
        String year = edtfYear(start.getYear());
        return switch (grain) {
            case DAY -> edtfDay(start);
            case MONTH -> year + two("-%02d", start.getMonthValue());
            case YEAR -> year;
            case SEASON -> year + "-" + (start.getMonthValue() / 3 + 20);
            case DECADE -> year.substring(0, year.length() - 1) + "X";
            case CENTURY -> year.substring(0, year.length() - 2) + "XX";
            case WEEK, WEEKEND, QUARTER, HALF -> edtfDay(start) + "/" + edtfDay(last());
        };
    }

    static String edtfDay(LocalDate day) {
        return edtfYear(day.getYear()) + two("-%02d", day.getMonthValue()) + two("-%02d", day.getDayOfMonth());
    }

    private static String edtfYear(int year) {
        return year < 0 ? two("-%04d", -year) : two("%04d", year);
    }

    private static String yearValue(int year) {
        return year > 0 ? two("%04d", year) : two("BC%04d", 1 - year);
    }

    private static String two(String format, int number) {
        return String.format(Locale.ROOT, format, number);
    }
}
