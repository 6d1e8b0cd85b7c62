package org.sayso.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.time.Reckoned.Period;

/** Reckons dates that the calendar names: days, months, seasons, quarters, years, decades, centuries. */
final class CalendarReckoner {
    /** A point and what its year was reckoned from. */
    private record Dated(Point point, Anchor anchor) {}

    /** A quarter that begins within so many days may be the coming one. */
    private static final int SOON = 92;

    private CalendarReckoner() {}

    /** "7 November", "the night of 9–10 November". Empty where there is no such day. */
    static List<Reckoned> date(Caught caught, Frame frame) {
        Span span = caught.span();
        int day = caught.number("day");
        Optional<Dated> dated = day(caught, day, frame);
        if (dated.isEmpty()) {
            return withoutYear(span, caught.month(), day);
        }
        Point point = dated.get().point();
        Anchor anchor = dated.get().anchor();
        if (caught.part().isPresent()) {
            return List.of(Reckoned.part(span, point, caught.part().get(), anchor));
        }
        return List.of(Reckoned.date(span, point, anchor));
    }

    private static List<Reckoned> withoutYear(Span span, int month, int day) {
        if (day > MonthDay.of(month, 1).atYear(2000).lengthOfMonth()) {
            return List.of();
        }
        String value = String.format(java.util.Locale.ROOT, "XXXX-%02d-%02d", month, day);
        return List.of(Reckoned.bare(span, Timex.Type.DATE, value, Anchor.NONE));
    }

    private static Optional<Dated> day(Caught caught, int day, Frame frame) {
        int month = caught.month();
        Optional<Dated> written = writtenYear(caught, frame);
        if (day > MonthDay.of(month, 1).atYear(2000).lengthOfMonth()) {
            return Optional.empty();
        }
        Optional<Integer> year = written.map(d -> d.point().year())
                .or(() -> caught.has("yearrel")
                        ? Optional.empty()
                        : yearOfWeekday(caught, MonthDay.of(month, day), frame));
        Anchor anchor = written.map(Dated::anchor).orElse(frame.baseAnchor());
        return year.filter(y -> day <= MonthDay.of(month, 1).atYear(y).lengthOfMonth())
                .map(y -> new Dated(new Point(Grain.DAY, LocalDate.of(y, month, day)), anchor));
    }

    /** The year chosen, or a neighbour in which the day falls on the weekday that is written with it. */
    private static Optional<Integer> yearOfWeekday(Caught caught, MonthDay day, Frame frame) {
        Optional<Integer> chosen = YearChoice.choose(day, false, frame);
        if (!caught.has("wd") || chosen.isEmpty()) {
            return chosen;
        }
        int weekday = caught.lexicon().weekday(caught.word("wd").orElseThrow());
        for (int step : new int[] {0, 1, -1}) {
            if (day.atYear(chosen.get() + step).getDayOfWeek().getValue() == weekday) {
                return Optional.of(chosen.get() + step);
            }
        }
        return chosen;
    }

    /** "November 9–10": one expression over two days. */
    static List<Reckoned> range(Caught caught, Frame frame) {
        Optional<Dated> first = day(caught, caught.number("day"), frame);
        Optional<Dated> last = day(caught, caught.number("day2"), frame);
        if (first.isEmpty()
                || last.isEmpty()
                || !first.get().point().start().isBefore(last.get().point().start())) {
            return List.of();
        }
        Point point = first.get().point();
        Period period = Period.between(point.start(), last.get().point().start());
        return List.of(new Reckoned(
                caught.span(),
                Timex.Type.DATE,
                Optional.of(point.value() + "/" + last.get().point().value()),
                first.get().anchor(),
                Optional.of(period),
                Optional.of(point)));
    }

    /** "April 24 and 25": two expressions. */
    static List<Reckoned> pair(Caught caught, Frame frame) {
        Optional<Dated> first = day(caught, caught.number("day"), frame);
        Optional<Dated> second = day(caught, caught.number("day2"), frame);
        if (first.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        return List.of(
                Reckoned.date(
                        caught.spanOf("one").orElseThrow(),
                        first.get().point(),
                        first.get().anchor()),
                Reckoned.date(
                        caught.spanOf("two").orElseThrow(),
                        second.get().point(),
                        second.get().anchor()));
    }

    /** "the 28th of that month", "on the 28th": the month is the one spoken of. */
    static List<Reckoned> dayOfMonth(Caught caught, Frame frame) {
        int day = caught.number("day");
        String rel = caught.keys("rel");
        boolean deictic = rel.startsWith("this") || rel.startsWith("last") || rel.startsWith("next");
        Optional<LocalDate> base = deictic
                ? frame.published()
                : frame.near()
                        .filter(p -> p.grain().compareTo(Grain.MONTH) <= 0)
                        .map(Point::start);
        if (base.isEmpty()) {
            return rel.isEmpty() ? List.of() : List.of(Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.EVENT));
        }
        Point month = Point.of(Grain.MONTH, base.get()).plus(deictic ? Caught.step(rel) : 0);
        if (day > month.last().getDayOfMonth()) {
            return List.of();
        }
        Point point = new Point(Grain.DAY, month.start().withDayOfMonth(day));
        return List.of(Reckoned.date(caught.span(), point, deictic ? Anchor.PUBLICATION : Anchor.REFERENCE));
    }

    static List<Reckoned> month(Caught caught, Frame frame) {
        int month = caught.month();
        Optional<Dated> year = writtenYear(caught, frame);
        if (year.isEmpty() && !caught.has("yearrel")) {
            year = monthsYear(caught, month, frame);
        }
        return year.map(d -> Reckoned.date(caught.span(), Point.month(d.point().year(), month), d.anchor()))
                .map(List::of)
                .orElseGet(() -> List.of(Reckoned.bare(
                        caught.span(),
                        Timex.Type.DATE,
                        String.format(java.util.Locale.ROOT, "XXXX-%02d", month),
                        Anchor.NONE)));
    }

    private static Optional<Dated> monthsYear(Caught caught, int month, Frame frame) {
        String dir = caught.keys("dir");
        Frame asked = switch (Caught.step(dir)) {
            case -1 -> frame.turned(Direction.PAST);
            case 1 -> frame.turned(Direction.FUTURE);
            default -> frame;
        };
        Optional<LocalDate> base = frame.base();
        boolean sameMonth = base.isPresent() && base.get().getMonthValue() == month;
        int more = sameMonth ? Caught.step(dir) : 0;
        boolean back = frame.narrative()
                && Caught.step(dir) == -1
                && base.isPresent()
                && month > base.get().getMonthValue();
        return YearChoice.choose(MonthDay.of(month, 1), true, asked)
                .map(y -> new Dated(Point.year(y + more - (back ? 1 : 0)), frame.baseAnchor()));
    }

    /** The year that the expression itself gives, in figures or as "last year", "that year". */
    private static Optional<Dated> writtenYear(Caught caught, Frame frame) {
        if (caught.year().isPresent()) {
            return caught.year().map(y -> new Dated(Point.year(y), Anchor.EXPLICIT));
        }
        String rel = caught.keys("yearrel");
        if (rel.isEmpty()) {
            return Optional.empty();
        }
        if (rel.startsWith("th") && !rel.startsWith("this")) {
            int step = rel.contains("following") ? 1 : rel.contains("previous") ? -1 : 0;
            return frame.reference()
                    .or(() -> frame.published().map(d -> Point.of(Grain.DAY, d)))
                    .map(p -> new Dated(Point.year(p.year() + step), Anchor.REFERENCE));
        }
        int step = Caught.step(rel.substring(0, rel.indexOf(' ')));
        return frame.published().map(d -> new Dated(Point.year(d.getYear() + step), Anchor.PUBLICATION));
    }

    static List<Reckoned> year(Caught caught, Frame frame) {
        if (caught.has("short")) {
            int two = caught.number("short");
            int now = frame.narrative() && frame.reference().isPresent()
                    ? frame.reference().get().year() + 50
                    : frame.published().map(LocalDate::getYear).orElse(2000) + 5;
            int year = Math.floorDiv(now, 100) * 100 + two;
            return one(caught, Point.year(year > now ? year - 100 : year), Anchor.EXPLICIT);
        }
        Reckoned year = Reckoned.date(caught.span(), Point.year(caught.year().orElseThrow()), Anchor.EXPLICIT);
        boolean article = caught.match().rule().id().equals("year-bare") && !caught.has("mod");
        return List.of(article ? year.at(caught.spanOf("year").orElseThrow()) : year);
    }

    /** "1914–18": two expressions. */
    static List<Reckoned> yearPair(Caught caught) {
        int first = caught.number("year");
        int second = caught.number("year2");
        if (caught.has("era")) {
            boolean before = caught.keys("era").startsWith("b");
            return List.of(
                    Reckoned.date(
                            caught.spanOf("one").orElseThrow(),
                            Point.year(before ? 1 - first : first),
                            Anchor.EXPLICIT),
                    Reckoned.date(
                            caught.spanOf("two").orElseThrow(),
                            Point.year(before ? 1 - second : second),
                            Anchor.EXPLICIT));
        }
        if (second < 100) {
            second += first / 100 * 100;
        }
        if (second <= first) {
            return List.of(Reckoned.date(caught.spanOf("one").orElseThrow(), Point.year(first), Anchor.EXPLICIT));
        }
        return List.of(
                Reckoned.date(caught.spanOf("one").orElseThrow(), Point.year(first), Anchor.EXPLICIT),
                Reckoned.date(caught.spanOf("two").orElseThrow(), Point.year(second), Anchor.EXPLICIT));
    }

    static List<Reckoned> decade(Caught caught, Frame frame) {
        int number = caught.number("decade");
        if (number < 100 && !caught.has("era")) {
            int published = frame.published().map(LocalDate::getYear).orElse(2000);
            int century = published / 100 * 100;
            number += century + number > published ? century - 100 : century;
        }
        boolean before = caught.keys("era").startsWith("b");
        if (before) {
            // the 470s BC are written with the digits of the era: BC047
            String value = String.format(java.util.Locale.ROOT, "BC%03d", number / 10);
            Period period = Period.between(LocalDate.of(1 - number - 9, 1, 1), LocalDate.of(1 - number, 12, 31));
            return List.of(new Reckoned(
                    caught.span(),
                    Timex.Type.DATE,
                    Optional.of(value),
                    Anchor.EXPLICIT,
                    Optional.of(period),
                    Optional.empty()));
        }
        return one(caught, Point.of(Grain.DECADE, LocalDate.of(number, 1, 1)), Anchor.EXPLICIT);
    }

    static List<Reckoned> century(Caught caught) {
        int number = ordinal(caught);
        if (caught.keys("era").startsWith("b")) {
            return List.of(Reckoned.bare(
                    caught.span(),
                    Timex.Type.DATE,
                    String.format(java.util.Locale.ROOT, "BC%02d", number - 1),
                    Anchor.EXPLICIT));
        }
        return one(caught, new Point(Grain.CENTURY, LocalDate.of((number - 1) * 100, 1, 1)), Anchor.EXPLICIT);
    }

    static List<Reckoned> season(Caught caught, Frame frame) {
        String code = caught.lexicon().value("SEASON", caught.word("season").orElseThrow());
        Optional<Dated> written = writtenYear(caught, frame);
        if (written.isPresent()) {
            return one(
                    caught,
                    Point.season(written.get().point().year(), code),
                    written.get().anchor());
        }
        Optional<LocalDate> base = frame.base();
        if (base.isEmpty()) {
            return List.of(Reckoned.bare(caught.span(), Timex.Type.DATE, "XXXX-" + code, Anchor.NONE));
        }
        String dir = caught.keys("dir");
        Point here = Point.season(base.get().getYear(), code);
        if (code.equals("WI") && base.get().getMonthValue() <= 2 && !frame.narrative()) {
            here = here.plus(-4);
        }
        boolean past = !frame.narrative() && (Caught.step(dir) < 0 || frame.direction() == Direction.PAST);
        boolean future = !frame.narrative() && (Caught.step(dir) > 0 || frame.direction() == Direction.FUTURE);
        if ((past && here.start().isAfter(base.get()))
                || (Caught.step(dir) < 0 && !here.last().isBefore(base.get()))) {
            here = here.plus(-4);
        } else if (future && here.last().isBefore(base.get())) {
            here = here.plus(4);
        }
        return one(caught, here, frame.baseAnchor());
    }

    static List<Reckoned> quarter(Caught caught, Frame frame) {
        Optional<Dated> year = writtenYear(caught, frame);
        if (caught.has("dir")) {
            return frame.published()
                    .map(d -> Point.of(Grain.QUARTER, d).plus(Caught.step(caught.keys("dir"))))
                    .map(p -> one(caught, p, Anchor.PUBLICATION))
                    .orElseGet(() -> List.of(Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE)));
        }
        int number = caught.has("code")
                ? caught.lexicon().number("QCODE", caught.word("code").orElseThrow())
                : caught.keys("ord").equals("final") || caught.keys("ord").equals("last") ? 4 : ordinal(caught);
        if (number > 4) {
            return List.of();
        }
        if (year.isPresent()) {
            LocalDate start = LocalDate.of(year.get().point().year(), number * 3 - 2, 1);
            return one(caught, new Point(Grain.QUARTER, start), year.get().anchor());
        }
        return frame.published()
                .map(d -> {
                    Point here = new Point(Grain.QUARTER, LocalDate.of(d.getYear(), number * 3 - 2, 1));
                    boolean soon = here.start().isBefore(d.plusDays(SOON)) && frame.direction() != Direction.PAST;
                    boolean ahead = here.start().isAfter(d) && frame.direction() != Direction.FUTURE && !soon;
                    return one(caught, ahead ? here.plus(-4) : here, Anchor.PUBLICATION);
                })
                .orElseGet(() -> List.of(Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE)));
    }

    static List<Reckoned> half(Caught caught, Frame frame) {
        return writtenYear(caught, frame)
                .map(y -> one(
                        caught,
                        Point.of(Grain.HALF, LocalDate.of(y.point().year(), caught.is("half", "first") ? 1 : 7, 1)),
                        y.anchor()))
                .orElseGet(() -> List.of(Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE)));
    }

    /** "2024-11-07"; "11/7/2024" the American way, unless only the other way makes a date. */
    static List<Reckoned> written(Caught caught) {
        String[] parts = caught.keys("iso").split("[-/]");
        if (parts.length != 3) {
            return List.of();
        }
        int[] n = java.util.Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        boolean iso = parts[0].length() == 4;
        int year = iso ? n[0] : n[2] < 100 ? n[2] + (n[2] > 50 ? 1900 : 2000) : n[2];
        boolean dayFirst = !iso && n[0] > 12;
        try {
            LocalDate day =
                    LocalDate.of(year, iso ? n[1] : dayFirst ? n[1] : n[0], iso ? n[2] : dayFirst ? n[0] : n[1]);
            return one(caught, Point.of(Grain.DAY, day), Anchor.EXPLICIT);
        } catch (DateTimeException noSuchDay) {
            return List.of();
        }
    }

    /** "the week of March 6", "the last week of September". */
    static List<Reckoned> weekOf(Caught caught, Frame frame) {
        List<Reckoned> inner = caught.has("mod") ? month(caught, frame) : date(caught, frame);
        return inner.stream()
                .filter(r -> r.point().isPresent())
                .map(r -> {
                    Point point = r.point().get();
                    boolean end = caught.is("mod", "last") || caught.is("mod", "final");
                    return Reckoned.date(
                            caught.span(), Point.of(Grain.WEEK, end ? point.last() : point.start()), r.anchor());
                })
                .toList();
    }

    static int ordinal(Caught caught) {
        var word = caught.word("ord").orElseThrow();
        return word.number().isPresent() ? word.asInt() : caught.lexicon().number("ORD", word);
    }

    private static List<Reckoned> one(Caught caught, Point point, Anchor anchor) {
        return List.of(Reckoned.date(caught.span(), point, anchor));
    }
}
