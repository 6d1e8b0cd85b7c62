package org.sayso.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Word;

/** Reckons expressions that point from the day of publication or from a date spoken of before. */
final class DeicticReckoner {
    private static final Set<String> POINTING = Set.of("last", "next", "this", "coming", "this coming", "this past");

    /** Words with which no event begins that "the day after" could be told from. */
    private static final Set<String> NO_EVENT = Set.of(
            "and", "but", "or", "to", "in", "on", "at", "by", "for", "from", "with", "when", "while", "as", "is", "was",
            "were", "had", "has", "have", "would", "will", "could");

    private DeicticReckoner() {}

    static List<Reckoned> weekday(Caught caught, Frame frame) {
        DayOfWeek day = DayOfWeek.of(caught.lexicon().weekday(caught.word("wd").orElseThrow()));
        boolean pointing = frame.published().isPresent() && POINTING.contains(caught.keys("dir"));
        Optional<LocalDate> found = pointing
                ? frame.published().map(d -> inNews(caught, d, day, frame.direction()))
                : caught.keys("dir").contains("that") || caught.keys("dir").contains("following")
                        ? frame.near()
                                .map(p -> nearest(
                                        p.start(), day, caught.keys("dir").contains("following")))
                        : frame.narrative() && frame.reference().isPresent()
                                ? frame.near().map(p -> nearest(p.start(), day, false))
                                : frame.published().map(d -> inNews(caught, d, day, frame.direction()));
        if (found.isEmpty()) {
            boolean event = (frame.narrative() && frame.published().isPresent())
                    || caught.keys("dir").contains("that");
            return List.of(Reckoned.unknown(
                    caught.span(),
                    caught.has("part") ? Timex.Type.TIME : Timex.Type.DATE,
                    event ? Anchor.EVENT : Anchor.NONE));
        }
        boolean reference = !pointing && (caught.keys("dir").contains("that") || frame.narrative());
        return dayOrPart(caught, Point.of(Grain.DAY, found.get()), reference ? Anchor.REFERENCE : Anchor.PUBLICATION);
    }

    private static LocalDate inNews(Caught caught, LocalDate published, DayOfWeek day, Direction direction) {
        String week = caught.keys("weekrel");
        if (!week.isEmpty()) {
            int step = Caught.step(week.substring(0, week.lastIndexOf(' ')));
            return Point.of(Grain.WEEK, published).plus(step).start().with(TemporalAdjusters.nextOrSame(day));
        }
        return switch (caught.keys("dir")) {
            case "last", "past", "this past" -> {
                LocalDate last = published.with(TemporalAdjusters.previous(day));
                yield caught.match().rule().id().equals("weekday-before") ? last.minusWeeks(1) : last;
            }
            case "next" -> {
                LocalDate soon = published.with(TemporalAdjusters.next(day));
                boolean sameWeek = Point.of(Grain.WEEK, soon).equals(Point.of(Grain.WEEK, published));
                yield sameWeek ? soon.plusWeeks(1) : soon;
            }
            case "coming", "this coming" -> published.with(TemporalAdjusters.next(day));
            case "this" ->
                direction == Direction.PAST
                        ? published.with(TemporalAdjusters.previousOrSame(day))
                        : published.with(TemporalAdjusters.nextOrSame(day));
            default ->
                switch (direction) {
                    case FUTURE -> published.with(TemporalAdjusters.nextOrSame(day));
                    case NEAREST -> nearest(published, day, false);
                    case PAST, UNKNOWN -> published.with(TemporalAdjusters.previousOrSame(day));
                };
        };
    }

    /** The day of that name within three days of another, or the first after it. */
    private static LocalDate nearest(LocalDate from, DayOfWeek day, boolean after) {
        LocalDate next = after ? from.with(TemporalAdjusters.next(day)) : from.with(TemporalAdjusters.nextOrSame(day));
        return after || next.isBefore(from.plusDays(4)) ? next : next.minusWeeks(1);
    }

    /** "a week from Tuesday". */
    static List<Reckoned> fromWeekday(Caught caught, Frame frame) {
        DayOfWeek day = DayOfWeek.of(caught.lexicon().weekday(caught.word("wd").orElseThrow()));
        long weeks = caught.is("n", "a") ? 1 : caught.number("n");
        return frame.published()
                .map(d -> d.with(TemporalAdjusters.nextOrSame(day)).plusWeeks(weeks))
                .map(d -> List.of(Reckoned.date(caught.span(), Point.of(Grain.DAY, d), Anchor.PUBLICATION)))
                .orElseGet(() -> List.of(Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE)));
    }

    /** today, yesterday, tomorrow, tonight, last night, this morning, the day before yesterday. */
    static List<Reckoned> relativeDay(Caught caught, Frame frame) {
        long step = switch (caught.keys("rel")) {
            case "yesterday", "last" -> -1;
            case "tomorrow" -> 1;
            case "before yesterday" -> -2;
            case "after tomorrow" -> 2;
            default -> 0;
        };
        boolean tonight = caught.is("rel", "tonight");
        Optional<Point> day = frame.published().map(d -> Point.of(Grain.DAY, d.plusDays(step)));
        if (day.isEmpty()) {
            return List.of(Reckoned.unknown(
                    caught.span(), tonight || caught.has("part") ? Timex.Type.TIME : Timex.Type.DATE, Anchor.NONE));
        }
        return tonight
                ? List.of(Reckoned.part(caught.span(), day.get(), "NI", Anchor.PUBLICATION))
                : dayOrPart(caught, day.get(), Anchor.PUBLICATION);
    }

    static List<Reckoned> dayOrPart(Caught caught, Point day, Anchor anchor) {
        return List.of(caught.part()
                .map(code -> Reckoned.part(caught.span(), day, code, anchor))
                .orElseGet(() -> Reckoned.date(caught.span(), day, anchor)));
    }

    /** A night runs over two days: it is named by the day on which it begins. */
    static List<Reckoned> overnight(Caught caught, Frame frame) {
        Optional<LocalDate> morning;
        if (caught.has("wd")) {
            morning = weekday(caught, frame).getFirst().point().map(Point::start);
        } else if (caught.has("month")) {
            morning = CalendarReckoner.date(caught, frame).stream()
                    .findFirst()
                    .flatMap(Reckoned::point)
                    .map(Point::start);
        } else {
            morning = frame.direction() == Direction.FUTURE
                    ? frame.published().map(d -> d.plusDays(1))
                    : frame.published();
        }
        boolean begins = caught.match().words().stream()
                .skip(caught.match().from())
                .limit(2)
                .anyMatch(w -> w.key().equals("on"));
        return List.of(morning.map(d -> begins ? d : d.minusDays(1))
                .map(d -> Reckoned.part(caught.span(), Point.of(Grain.DAY, d), "NI", Anchor.PUBLICATION))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.TIME, Anchor.NONE)));
    }

    /** "that day", "the same month": the date spoken of, at the grain that is asked for. */
    static List<Reckoned> same(Caught caught, Frame frame) {
        String unit = caught.keys("unit");
        Optional<Grain> grain = Units.grain(unit);
        Optional<String> part = Units.part(unit, caught.lexicon());
        Grain wanted = grain.orElse(Grain.DAY);
        Optional<Point> base = wanted == Grain.YEAR || frame.narrative() ? frame.reference() : frame.near();
        Optional<Point> point = base.filter(p -> p.grain().compareTo(wanted) <= 0)
                .map(p -> wanted == Grain.SEASON
                        ? Point.season(p.year(), caught.lexicon().value("SEASON", caught.keys("unit")))
                        : Point.of(wanted, p.start()));
        return List.of(point.map(p -> part.isPresent()
                        ? Reckoned.part(caught.span(), p, part.get(), Anchor.REFERENCE)
                        : Reckoned.date(caught.span(), p, Anchor.REFERENCE))
                .orElseGet(() -> Reckoned.unknown(
                        caught.span(), part.isPresent() ? Timex.Type.TIME : Timex.Type.DATE, Anchor.EVENT)));
    }

    /** "the same month a year ago": a year before what is spoken of, at its own grain; else only the year is known. */
    static List<Reckoned> samePeriod(Caught caught, Frame frame) {
        Optional<Grain> grain = Units.grain(caught.keys("unit"));
        Optional<Point> spoken =
                frame.near().filter(p -> grain.map(g -> p.grain() == g).orElse(p.grain() != Grain.DAY));
        return List.of(spoken.map(p -> Reckoned.date(
                        caught.span(), Point.of(p.grain(), p.start().minusYears(1)), Anchor.REFERENCE))
                .or(() -> frame.published()
                        .filter(d -> !frame.narrative())
                        .map(d -> Reckoned.date(caught.span(), Point.year(d.getYear() - 1), Anchor.PUBLICATION)))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.EVENT)));
    }

    /** "the next day", "the day before": from the day spoken of in this sentence or the last one; else only an event tells. */
    static List<Reckoned> nextDay(Caught caught, Frame frame) {
        String dir = caught.keys("dir");
        int step = dir.equals("later") ? 1 : dir.equals("earlier") ? -1 : Caught.step(dir);
        Optional<String> part = Units.part(caught.keys("unit"), caught.lexicon());
        Optional<Point> day = frame.near()
                .filter(p -> p.grain() == Grain.DAY && !leadsToAnEvent(caught))
                .map(p -> p.plus(step));
        return List.of(day.map(p -> part.isPresent()
                        ? Reckoned.part(caught.span(), p, part.get(), Anchor.REFERENCE)
                        : Reckoned.date(caught.span(), p, Anchor.REFERENCE))
                .orElseGet(() -> Reckoned.unknown(
                        caught.span(), part.isPresent() ? Timex.Type.TIME : Timex.Type.DATE, Anchor.EVENT)));
    }

    /** "the day before last Tuesday", "the day after Nov. 5". */
    static List<Reckoned> besideDate(Caught caught, Frame frame) {
        int step = caught.is("side", "before") ? -1 : 1;
        List<Reckoned> dates = caught.has("month") ? CalendarReckoner.date(caught, frame) : weekday(caught, frame);
        return dates.stream()
                .map(r -> r.point()
                        .map(p -> Reckoned.date(caught.span(), p.plus(step), r.anchor()))
                        .orElseGet(() -> r.at(caught.span())))
                .toList();
    }

    /** "the day after the vote": another event tells, not the date spoken of. */
    private static boolean leadsToAnEvent(Caught caught) {
        int next = caught.match().to();
        List<Word> words = caught.match().words();
        boolean leads = caught.is("dir", "after") || caught.is("dir", "before");
        if (!leads || next >= words.size()) {
            return false;
        }
        Word word = words.get(next);
        return word.kind() == Word.Kind.LETTERS && !NO_EVENT.contains(word.key());
    }

    /** "the day after the vote", "the year before the war", the day of the event being known. */
    static Optional<Reckoned> fromEvent(Caught caught, Point event) {
        Optional<Grain> grain = leadsToAnEvent(caught) ? Units.grain(caught.keys("unit")) : Optional.empty();
        return grain.map(g -> Point.of(g, event.start()).plus(Caught.step(caught.keys("dir"))))
                .map(p -> Reckoned.date(caught.span(), p, Anchor.REFERENCE));
    }

    /** "the following year". */
    static List<Reckoned> nextUnit(Caught caught, Frame frame) {
        int step = Caught.step(caught.keys("dir"));
        String unit = caught.keys("unit");
        Grain grain = Units.grain(unit).orElse(Grain.DAY);
        Optional<Point> base = frame.narrative() ? frame.reference() : frame.near();
        Optional<Point> point = base.filter(p -> p.grain().compareTo(grain) <= 0 && !leadsToAnEvent(caught))
                .map(p -> {
                    if (grain == Grain.SEASON) {
                        Point here = Point.season(p.year(), caught.lexicon().value("SEASON", caught.keys("unit")));
                        boolean moves = step > 0
                                ? !here.start().isAfter(p.start())
                                : !here.start().isBefore(p.start());
                        return moves ? here.plus(4L * step) : here;
                    }
                    return Point.of(grain, p.start()).plus(step);
                });
        return List.of(point.map(p -> Reckoned.date(caught.span(), p, Anchor.REFERENCE))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.EVENT)));
    }

    /** "last week", "later this year", "the weekend", "month's end". */
    static List<Reckoned> relativeUnit(Caught caught, Frame frame) {
        String unit = caught.has("unit") ? caught.keys("unit") : "year";
        String dir = caught.keys("dir");
        Grain grain = Units.grain(unit).orElse(Grain.YEAR);
        boolean bare = dir.isEmpty();
        Optional<LocalDate> base = bare ? frame.base() : frame.published();
        if (bare && frame.near().isPresent() && caught.has("mod") && grain != Grain.WEEKEND) {
            base = frame.near().map(Point::start);
        }
        if (base.isEmpty()) {
            return List.of(Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE));
        }
        Point here = Point.of(grain, base.get());
        int step = Caught.step(dir);
        if (grain == Grain.WEEKEND && step == 0) {
            boolean begun = !here.start().isAfter(base.get());
            step = !begun && frame.direction() != Direction.FUTURE && earlyInWeek(base.get(), dir) ? -1 : 0;
        }
        boolean published = base.equals(frame.published());
        return List.of(
                Reckoned.date(caught.span(), here.plus(step), published ? Anchor.PUBLICATION : Anchor.REFERENCE));
    }

    /** "This weekend" on a Thursday is the coming one; "over the weekend" is the last until the next begins. */
    private static boolean earlyInWeek(LocalDate day, String dir) {
        return dir.isEmpty() || day.getDayOfWeek().getValue() <= 3;
    }
}
