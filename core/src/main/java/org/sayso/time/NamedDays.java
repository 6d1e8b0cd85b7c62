package org.sayso.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Grammar;
import org.sayso.table.Table;

/**
 * Days that have a name, from named_days.tsv: every year's ("12-25", "11-thu-4" for the fourth Thursday of November,
 * "easter-2", "us-election") and those that happened once ("2001-09-11").
 *
 * <p>A rule that catches {@code week} means the week of its day. A day that happened once is only meant in a report after it; some names need a word of their context in the report.
 */
final class NamedDays {
    private record Named(String day, Optional<LocalDate> since, List<String> context) {}

    /** A day this near ahead is taken for the coming one, where the clause does not tell. */
    private static final int SOON = 75;

    private final Map<String, Named> days = new HashMap<>();
    private final List<Grammar.Rule> rules;

    private NamedDays(List<List<String>> rows) {
        for (List<String> row : rows) {
            Optional<LocalDate> since =
                    row.get(3).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row.get(3)));
            List<String> context =
                    row.get(4).isEmpty() ? List.of() : List.of(row.get(4).split(" "));
            days.put(row.get(0), new Named(row.get(2), since, context));
        }
        rules = rows.stream()
                .map(r -> new Grammar.Rule(r.get(0), "NAMED", r.get(1)))
                .toList();
    }

    static NamedDays load() {
        return new NamedDays(Table.rows(NamedDays.class, "named_days.tsv", 7));
    }

    List<Grammar.Rule> rules() {
        return rules;
    }

    /**
     * @param text the whole report, in lower case
     */
    List<Reckoned> reckon(Caught caught, Frame frame, String text) {
        Named named = days.get(caught.match().rule().id());
        if (named == null
                || (!named.context().isEmpty() && named.context().stream().noneMatch(text::contains))) {
            return withoutContext(caught, frame);
        }
        if (named.day().length() == 10 && Character.isDigit(named.day().charAt(0))) {
            LocalDate day = LocalDate.parse(named.day());
            boolean after = frame.published().isEmpty()
                    || !frame.published().get().isBefore(named.since().orElse(day));
            return after
                    ? List.of(Reckoned.date(caught.span(), Point.of(Grain.DAY, day), Anchor.EXPLICIT))
                    : withoutContext(caught, frame);
        }
        Grain grain = caught.has("week") ? Grain.WEEK : Grain.DAY;
        if (caught.year().isPresent()) {
            return day(named.day(), caught.year().get())
                    .map(d -> List.of(Reckoned.date(caught.span(), Point.of(grain, d), Anchor.EXPLICIT)))
                    .orElse(List.of());
        }
        if (frame.base().isEmpty()) {
            return List.of(Reckoned.unknown(caught.span(), org.sayso.model.Timex.Type.DATE, Anchor.NONE));
        }
        return yearly(named.day(), grain, frame)
                .map(d -> DeicticReckoner.dayOrPart(caught, Point.of(grain, d), frame.baseAnchor()))
                .orElse(List.of());
    }

    /** The last or the next one, as the clause tells; else the nearer one, if it is soon. */
    private static Optional<LocalDate> yearly(String rule, Grain grain, Frame frame) {
        LocalDate base = frame.base().orElseThrow();
        Optional<LocalDate> here = start(rule, grain, base.getYear());
        if (here.isPresent() && (frame.narrative() || here.get().equals(base))) {
            return here;
        }
        Optional<LocalDate> before = IntStream.rangeClosed(0, 4)
                .mapToObj(n -> start(rule, grain, base.getYear() - n))
                .flatMap(Optional::stream)
                .filter(d -> d.isBefore(base))
                .findFirst();
        Optional<LocalDate> after = IntStream.rangeClosed(0, 4)
                .mapToObj(n -> start(rule, grain, base.getYear() + n))
                .flatMap(Optional::stream)
                .filter(d -> d.isAfter(base))
                .findFirst();
        boolean soon = after.isPresent() && after.get().isBefore(base.plusDays(SOON));
        return switch (frame.direction()) {
            case PAST -> before;
            case FUTURE -> after;
            case NEAREST, UNKNOWN -> soon ? after : before;
        };
    }

    /** The day, or the first of its week. */
    private static Optional<LocalDate> start(String rule, Grain grain, int year) {
        return day(rule, year).map(d -> Point.of(grain, d).start());
    }

    /** The words may still be a plain date ("Oct. 7"), which its own rule would have read. */
    private static List<Reckoned> withoutContext(Caught caught, Frame frame) {
        List<org.sayso.pattern.Word> words = caught.match().captures().getOrDefault("span", List.of());
        Optional<org.sayso.pattern.Word> month = words.stream()
                .filter(w -> !caught.lexicon().value("MONTH", w).isEmpty()
                        || !caught.lexicon().value("MABBR", w).isEmpty())
                .findFirst();
        Optional<org.sayso.pattern.Word> day =
                words.stream().filter(w -> w.number().isPresent()).findFirst();
        if (month.isEmpty() || day.isEmpty()) {
            return List.of();
        }
        Map<String, List<org.sayso.pattern.Word>> captures =
                new HashMap<>(caught.match().captures());
        captures.put("month", List.of(month.get()));
        captures.put("day", List.of(day.get()));
        Grammar.Match match = new Grammar.Match(
                caught.match().rule(),
                caught.match().words(),
                caught.match().from(),
                caught.match().to(),
                captures);
        return CalendarReckoner.date(new Caught(match, caught.lexicon()), frame);
    }

    static Optional<LocalDate> day(String rule, int year) {
        if (rule.startsWith("easter")) {
            return Optional.of(easter(year).plusDays(Integer.parseInt(rule.substring(6))));
        }
        if (rule.equals("us-election")) {
            LocalDate firstMonday = LocalDate.of(year, 11, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
            return Optional.of(firstMonday.plusDays(1));
        }
        if (rule.equals("us-inauguration")) {
            return year % 4 == 1 ? Optional.of(LocalDate.of(year, 1, 20)) : Optional.empty();
        }
        String[] parts = rule.split("-");
        int month = Integer.parseInt(parts[0]);
        if (parts.length == 2) {
            return Optional.of(LocalDate.of(year, month, Integer.parseInt(parts[1])));
        }
        DayOfWeek day = switch (parts[1].toLowerCase(Locale.ROOT)) {
            case "mon" -> DayOfWeek.MONDAY;
            case "tue" -> DayOfWeek.TUESDAY;
            case "wed" -> DayOfWeek.WEDNESDAY;
            case "thu" -> DayOfWeek.THURSDAY;
            case "fri" -> DayOfWeek.FRIDAY;
            case "sat" -> DayOfWeek.SATURDAY;
            default -> DayOfWeek.SUNDAY;
        };
        int nth = Integer.parseInt(parts[2]);
        LocalDate first = LocalDate.of(year, month, 1);
        return Optional.of(
                nth == 5
                        ? first.with(TemporalAdjusters.lastInMonth(day))
                        : first.with(TemporalAdjusters.dayOfWeekInMonth(nth, day)));
    }

    /** Western Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
