package org.sayso.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.table.Table;

/**
 * Reads a written date: ISO 8601, numbers with dots or strokes, month names in some fifty languages. Immutable.
 *
 * <p>Numbers whose order is open ({@code 03/04/2020}) are read month first for American English and day first elsewhere.
 * Years before 1995 and after 2099 are not dates of publication on the web and are passed over.
 */
final class DayFinder {
    /**
     * A day, and the instant where the text gives a time with its offset.
     *
     * @param start where it begins in the text searched
     * @param utc whether the day is that of a time in UTC or of unknown offset
     */
    record Found(LocalDate day, Optional<OffsetDateTime> at, int start, boolean utc) {}

    private static final Pattern ISO = Pattern.compile(
            "(?<![\\d.])((?:19|20)\\d\\d)-(\\d{1,2})-(\\d{1,2})(?!\\d)(?:[T ](\\d{2}):(\\d{2})(?::(\\d{1,2}))?(?:[.,]\\d+)?"
                    + "\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(?<!\\d)(20[0-4]\\d)(0[1-9]|1[0-2])([0-3]\\d)(?:T[\\d:]{4,8}Z?)?(?!\\d)");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![\\d.])((?:19|20)\\d\\d)\\s?[/.年년-]\\s?(\\d{1,2})\\s?[/.月월-]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![\\d.])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?((?:19|20)\\d\\d|\\d\\d)(?![\\d.])");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|-?го|\\.)?[\\s,\\u00a0.-]+(?:(?:de|of|di)\\s+|d[’']\\s*)?"
                    + "(\\p{L}[\\p{L}\\p{M}’']*)[.,]?(?:\\s?/\\s?\\p{L}+)?[\\s,\\u00a0.-]+(?:(?:de|del|of)\\s+)?((?:19|20)\\d\\d|[’']?\\d\\d(?![\\d:]))");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<![\\p{L}\\d])(\\p{L}[\\p{L}\\p{M}’']*)[.,]?[\\s\\u00a0-]+(\\d{1,2})(?:st|nd|rd|th|\\.)?(?:[\\s,\\u00a0/-]+)"
                    + "((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern YEAR_MONTH = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)[.,]?[\\s/-]+(\\p{L}[\\p{L}\\p{M}]*)[.,]?[\\s/-]+(\\d{1,2})(?!\\d)");
    private static final int EARLIEST = 1995;
    private static final int LATEST = 2099;
    private static final Pattern EPOCH = Pattern.compile("1\\d{9}|1\\d{12}");

    /** Lines of a plain text among which its date is looked for. */
    private static final int DATE_WITHIN = 6;

    private static final Pattern ONLY_A_DATE = Pattern.compile(
            "(?i)\\s*(?:(?:first )?(?:published|posted|date)(?: on)?:?\\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.?,?\\s+)?"
                    + "(?:\\d{1,2} \\p{L}{3,9}\\.?,? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2})"
                    + "(?:[ ,|·–-]+(?:at )?\\d{1,2}[:.]\\d{2}.{0,12})?\\s*");

    private record Name(int month, List<String> languages) {}

    private final Map<String, List<Name>> months;

    private final Clock clock = Clock.load();

    private DayFinder(Map<String, List<Name>> months) {
        this.months = Map.copyOf(months);
    }

    static DayFinder load() {
        Map<String, List<Name>> months = new HashMap<>();
        for (List<String> row : Table.rows(DayFinder.class, "months.tsv", 3)) {
            months.computeIfAbsent(row.get(0), k -> new ArrayList<>())
                    .add(new Name(
                            Integer.parseInt(row.get(1)), List.of(row.get(2).split(" "))));
        }
        return new DayFinder(months);
    }

    /** How a page writes what is open: its language tag, and whether numbers put the month first. */
    record Habit(String language, boolean monthFirst) {}

    /** The first date in a text. */
    Optional<Found> first(String text, Habit habit) {
        Matcher m = ISO.matcher(text);
        Optional<Found> atOnce = m.lookingAt() ? iso(m) : Optional.empty();
        return atOnce.or(() -> all(text, habit).stream().findFirst());
    }

    /** "14 September 2025" as one of the first lines of a plain text. */
    Optional<LocalDate> onItsOwnLine(String text, Habit habit) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .limit(DATE_WITHIN)
                .filter(line -> ONLY_A_DATE.matcher(line).matches())
                .flatMap(line -> first(line, habit).stream())
                .map(Found::day)
                .findFirst();
    }

    /** Every date in a text, in reading order. */
    List<Found> all(String text, Habit habit) {
        if (!hasDigit(text)) {
            return List.of();
        }
        String stripped = text.strip();
        if (EPOCH.matcher(stripped).matches()) {
            return epoch(stripped);
        }
        List<Found> found = new ArrayList<>();
        Matcher m = ISO.matcher(text);
        while (m.find()) {
            iso(m).ifPresent(found::add);
        }
        numbers(text, habit, found);
        names(text, habit, found);
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** Whether a text can hold a date at all. */
    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static List<Found> epoch(String digits) {
        long number = Long.parseLong(digits);
        Instant at = digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
        return List.of(new Found(utc.toLocalDate(), Optional.of(utc), 0, true));
    }

    private static Optional<Found> iso(Matcher m) {
        Optional<OffsetDateTime> at = Optional.ofNullable(m.group(7)).flatMap(zone -> moment(m, zone));
        return day(m.group(1), m.group(2), m.group(3))
                .map(day -> new Found(day, at, m.start(), utc(m.group(7), m.group(4))));
    }

    /** Whether a time is UTC, or says nothing of its zone, so that the local day may be another. */
    private static boolean utc(String zone, String hour) {
        return hour != null && (zone == null || zone.matches("Z|[+-]00:?00"));
    }

    private static Optional<OffsetDateTime> moment(Matcher m, String zone) {
        try {
            int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
            LocalDateTime time = LocalDateTime.of(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4)),
                    Integer.parseInt(m.group(5)),
                    second);
            return Optional.of(time.atOffset(ZoneOffset.of(zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void numbers(String text, Habit habit, List<Found> found) {
        for (Pattern pattern : List.of(COMPACT, YEAR_FIRST)) {
            Matcher m = pattern.matcher(text);
            while (m.find()) {
                int start = m.start();
                boolean timed = m.group().indexOf('T') >= 0;
                day(m.group(1), m.group(2), m.group(3))
                        .ifPresent(day -> found.add(new Found(day, Optional.empty(), start, timed)));
            }
        }
        Matcher m = YEAR_LAST.matcher(text);
        while (m.find()) {
            int start = m.start();
            boolean monthFirst = habit.monthFirst() && m.group(2).equals("/");
            String first = monthFirst ? m.group(3) : m.group(1);
            String second = monthFirst ? m.group(1) : m.group(3);
            Optional<LocalDate> day = day(m.group(4), second, first);
            Optional<LocalDate> other = day.isPresent() ? day : day(m.group(4), first, second);
            int end = m.end();
            other.ifPresent(d -> found.add(new Found(d, clock.beside(text, d, start, end), start, false)));
        }
    }

    private void names(String text, Habit habit, List<Found> found) {
        String lower = text.toLowerCase(Locale.ROOT);
        named(lower, DAY_MONTH.matcher(lower), 3, 2, 1, habit, found);
        named(lower, MONTH_DAY.matcher(lower), 3, 1, 2, habit, found);
        named(lower, YEAR_MONTH.matcher(lower), 1, 2, 3, habit, found);
    }

    private void named(String text, Matcher m, int year, int month, int day, Habit habit, List<Found> found) {
        int from = 0;
        while (m.find(from)) {
            int start = m.start();
            int end = m.end();
            from = m.start() + 1;
            month(m.group(month), habit)
                    .flatMap(number -> day(m.group(year), number.toString(), m.group(day)))
                    .ifPresent(d -> found.add(new Found(d, clock.beside(text, d, start, end), start, false)));
        }
    }

    private Optional<Integer> month(String name, Habit habit) {
        List<Name> names = months.getOrDefault(name, List.of());
        for (Name each : names) {
            if (each.languages().contains(habit.language())) {
                return Optional.of(each.month());
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names.getFirst().month());
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            String digits = year.replaceAll("\\D", "");
            int y = Integer.parseInt(digits) + (digits.length() == 2 ? 2000 : 0);
            return y < EARLIEST || y > LATEST
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
