package org.sayso.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Word;
import org.sayso.time.Reckoned.Period;

/** Reckons times of the day. */
final class ClockReckoner {
    private static final Pattern PARTED = Pattern.compile("([0-9]{1,2})[:.]([0-9]{2}).*");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private ClockReckoner() {}

    /** Whether the day of this time stands elsewhere in the sentence. */
    static boolean needsDay(Caught caught) {
        return !caught.has("wd") && !caught.has("month") && !caught.has("rel");
    }

    static List<Reckoned> clock(Caught caught, Frame frame) {
        Optional<int[]> time = time(caught);
        if (time.isEmpty()) {
            return List.of();
        }
        String zone =
                caught.word("tz").map(w -> caught.lexicon().value("TZ", w)).orElse("");
        String clock = String.format(Locale.ROOT, "T%02d:%02d%s", time.get()[0], time.get()[1], zone);
        Reckoned day = day(caught, frame);
        if (day.point().isEmpty()) {
            return List.of(Reckoned.bare(caught.span(), Timex.Type.TIME, "XXXX-XX-XX" + clock, Anchor.NONE));
        }
        Point point = day.point().get();
        boolean midnight = time.get()[0] == 24;
        if (midnight && caught.has("before")) {
            return List.of(before(caught.span(), day, clock));
        }
        String edtf = Point.edtfDay(point.start().plusDays(midnight ? 1 : 0))
                + String.format(Locale.ROOT, "T%02d:%02d:00%s", midnight ? 0 : time.get()[0], time.get()[1], zone);
        Reckoned reckoned = new Reckoned(
                caught.span(),
                Timex.Type.TIME,
                Optional.of(point.value() + clock),
                day.anchor(),
                Optional.of(new Period(point.start(), point.start(), edtf)),
                Optional.of(point));
        return caught.spanOf("own").map(own -> List.of(reckoned, day.at(own))).orElseGet(() -> List.of(reckoned));
    }

    /** "shortly before midnight on Monday": Monday, not the day that begins then. */
    private static Reckoned before(Span span, Reckoned day, String clock) {
        Point point = day.point().orElseThrow();
        return new Reckoned(
                span,
                Timex.Type.TIME,
                Optional.of(point.value() + clock),
                day.anchor(),
                Optional.of(Period.of(point)),
                Optional.of(point));
    }

    /** "in the morning", on the day that is spoken of. */
    static List<Reckoned> part(Caught caught, Frame frame) {
        String code = caught.part().orElseThrow();
        Reckoned day = day(caught, frame);
        return List.of(day.point()
                .map(p -> Reckoned.part(caught.span(), p, code, day.anchor()))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.TIME, Anchor.EVENT)));
    }

    /** "later in the day", the day that is spoken of. */
    static List<Reckoned> inTheDay(Caught caught, Frame frame) {
        Reckoned day = day(caught, frame);
        return List.of(day.point().isPresent() ? day : Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.EVENT));
    }

    private static Reckoned day(Caught caught, Frame frame) {
        if (caught.has("wd")) {
            return DeicticReckoner.weekday(caught, frame).getFirst();
        }
        if (caught.has("rel")) {
            return DeicticReckoner.relativeDay(caught, frame).getFirst();
        }
        if (caught.has("month")) {
            List<Reckoned> dates = CalendarReckoner.date(caught, frame);
            return dates.isEmpty() ? Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE) : dates.getFirst();
        }
        Optional<Point> near = frame.near().filter(p -> p.grain() == Grain.DAY);
        if (near.isPresent()) {
            return Reckoned.date(caught.span(), near.get(), Anchor.REFERENCE);
        }
        return frame.published()
                .filter(d -> !frame.narrative())
                .map(d -> Reckoned.date(caught.span(), Point.of(Grain.DAY, d), Anchor.PUBLICATION))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE));
    }

    /** Hour and minute; empty where there is no such time. */
    private static Optional<int[]> time(Caught caught) {
        Word word = caught.word("clock").orElseThrow();
        Optional<int[]> written = written(word);
        boolean twelve = caught.has("ap") || caught.has("part");
        boolean afternoon = caught.keys("ap").equals("pm") || (caught.has("part") && !caught.is("part", "morning"));
        return written.map(t -> twelve && t[0] <= 12 ? new int[] {t[0] % 12 + (afternoon ? 12 : 0), t[1]} : t)
                .filter(t -> !twelve || t[0] <= 12 || afternoon)
                .filter(t -> t[0] <= 24 && t[1] <= 59);
    }

    /** The figures as they stand. */
    private static Optional<int[]> written(Word word) {
        String key = word.key();
        if (key.equals("noon") || key.equals("midday")) {
            return Optional.of(new int[] {12, 0});
        }
        if (key.equals("midnight")) {
            return Optional.of(new int[] {24, 0});
        }
        Matcher parted = PARTED.matcher(key);
        if (parted.matches()) {
            return Optional.of(new int[] {Integer.parseInt(parted.group(1)), Integer.parseInt(parted.group(2))});
        }
        if (!word.isInt() || word.asInt() < 0) {
            return Optional.empty();
        }
        int number = word.asInt();
        return Optional.of(
                FOUR_DIGITS.matcher(key).matches() ? new int[] {number / 100, number % 100} : new int[] {number, 0});
    }
}
