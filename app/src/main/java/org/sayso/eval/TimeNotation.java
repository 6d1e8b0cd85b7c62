package org.sayso.eval;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of writing for TIMEX3 values that mean the same: {@code 2000-W7} and {@code 2000-W07}, {@code 198X} and {@code 198},
 * {@code 1949-XX-XX} and {@code 1949}, {@code P1DE} and {@code P10Y}, {@code T24:00} and {@code T00:00} of the next day. What
 * tells a coarser or another time is left as it is: {@code P1W} is no calendar week, a night is not its day.
 */
final class TimeNotation {
    /** What is left open after the year or month; not where nothing is known. */
    private static final Pattern OPEN = Pattern.compile("(?<known>.*\\d.*?)(-XX)+");

    private static final Pattern OPEN_CLOCK = Pattern.compile("(?<day>[^T]+)TXX(:XX)?");
    private static final Pattern AGE = Pattern.compile("(?<digits>(BC)?\\d{2,3})X{1,2}");
    private static final Pattern WEEK = Pattern.compile("(?<year>.*-W)(?<week>\\d)(?<rest>-.*)?");
    private static final Pattern CLOCK =
            Pattern.compile("(?<day>[^T]+)T(?<hour>\\d{1,2}):?(?<minute>\\d{2})(:00)?(?<zone>Z?)");
    private static final Pattern DURATION = Pattern.compile("P(T?)((?:[\\d.]+(?:DE|CE|Y|Q|M|W|D|H|S))+)");
    private static final Pattern PART = Pattern.compile("([\\d.]+)(DE|CE|Y|Q|M|W|D|H|S)");

    /** Units as multiples of a smaller one of which they are always as many. */
    private static final Map<String, Length> DATE_UNITS = Map.of(
            "CE", new Length(1200, "M"),
            "DE", new Length(120, "M"),
            "Y", new Length(12, "M"),
            "Q", new Length(3, "M"),
            "M", new Length(1, "M"),
            "W", new Length(7, "D"),
            "D", new Length(1, "D"));

    private static final Map<String, Length> CLOCK_UNITS =
            Map.of("H", new Length(3600, "S"), "M", new Length(60, "S"), "S", new Length(1, "S"));

    private record Length(int count, String unit) {}

    private TimeNotation() {}

    static String equal(String value) {
        String v = value.strip().toUpperCase(Locale.ROOT);
        Matcher duration = DURATION.matcher(v);
        if (duration.matches()) {
            return duration(v, duration);
        }
        Matcher clock = CLOCK.matcher(v);
        if (clock.matches()) {
            return clock(clock);
        }
        v = replaced(v, OPEN_CLOCK, "${day}");
        v = replaced(v, OPEN, "${known}");
        v = replaced(v, AGE, "${digits}");
        return replaced(v, WEEK, "${year}0${week}${rest}");
    }

    private static String replaced(String value, Pattern whole, String by) {
        Matcher m = whole.matcher(value);
        return m.matches() ? m.replaceFirst(by) : value;
    }

    /** In months, days or seconds; what mixes them ("P1M3D") stays. */
    private static String duration(String value, Matcher duration) {
        Map<String, Length> units = duration.group(1).isEmpty() ? DATE_UNITS : CLOCK_UNITS;
        BigDecimal sum = BigDecimal.ZERO;
        String unit = "";
        Matcher part = PART.matcher(duration.group(2));
        while (part.find()) {
            Length length = units.get(part.group(2));
            if (length == null || !(unit.isEmpty() || unit.equals(length.unit()))) {
                return value;
            }
            unit = length.unit();
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(length.count())));
        }
        return "P" + duration.group(1) + sum.stripTrailingZeros().toPlainString() + unit;
    }

    private static String clock(Matcher clock) {
        String day = clock.group("day");
        int hour = Integer.parseInt(clock.group("hour"));
        if (hour == 24) {
            try {
                day = LocalDate.parse(day).plusDays(1).toString();
                hour = 0;
            } catch (DateTimeException noCalendarDay) {
                hour = 24;
            }
        }
        return String.format(Locale.ROOT, "%sT%02d:%s%s", day, hour, clock.group("minute"), clock.group("zone"));
    }
}
