package org.sayso.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Interval;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Word;
import org.sayso.time.Reckoned.Period;

/** Reckons times of the day. */
final class ClockReckoner {
    private static final Pattern PARTED = Pattern.compile("([0-9]{1,2})[:.]([0-9]{2}).*");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private static final int HOUR = 60;
    private static final int MIDNIGHT = 24 * HOUR;

    private ClockReckoner() {}

    /** Whether the day of this time stands elsewhere in the sentence. */
    static boolean needsDay(Caught caught) {
        return !caught.has("wd") && !caught.has("month") && !caught.has("rel");
    }

    static List<Reckoned> clock(Caught caught, Frame frame) {
        Optional<Integer> time = minutes(caught);
        if (time.isEmpty()) {
            return List.of();
        }
        int minutes = time.get();
        String zone = caught.word("tz")
                .map(w -> caught.lexicon().value("TZ", w))
                .filter("Z"::equals)
                .orElse("");
        String clock = String.format(Locale.ROOT, "T%02d:%02d%s", minutes / HOUR, minutes % HOUR, zone);
        Reckoned day = day(caught, frame);
        if (day.point().isEmpty()) {
            return List.of(Reckoned.bare(caught.span(), Timex.Type.TIME, "XXXX-XX-XX" + clock, Anchor.NONE));
        }
        Point point = day.point().get();
        Reckoned reckoned = new Reckoned(
                caught.span(),
                Timex.Type.TIME,
                Optional.of(point.value() + clock),
                day.anchor(),
                Optional.of(period(caught, point, minutes, zone)),
                Optional.of(point));
        return caught.spanOf("own").map(own -> List.of(reckoned, day.at(own))).orElseGet(() -> List.of(reckoned));
    }

    /** The minute told; "shortly before midnight on Monday" is Monday's evening, not the day that begins then. */
    private static Period period(Caught caught, Point day, int minutes, String zone) {
        if (minutes == MIDNIGHT && caught.has("before")) {
            return Period.of(DayPart.EV, day.start());
        }
        LocalDateTime at = day.start().atStartOfDay().plusMinutes(minutes);
        Interval minute = Interval.between(at, at.plusMinutes(1));
        String edtf = Point.edtfDay(at.toLocalDate()) + "T" + at.toLocalTime() + ":00" + zone;
        return new Period(offset(caught, at, minutes).map(minute::at).orElse(minute), edtf);
    }

    /** By a twin in brackets, else by the zone or the city that is named. */
    private static Optional<ZoneOffset> offset(Caught caught, LocalDateTime at, int minutes) {
        Optional<Integer> twin = caught.word("twin").flatMap(w -> minutes(w, caught.keys("twinap"), ""));
        if (twin.isPresent()) {
            return zone(caught, "twintz", "TZ")
                    .map(z -> z.getRules().getOffset(at).getTotalSeconds() / 60)
                    .flatMap(z -> apart(minutes - twin.get() + z));
        }
        return zone(caught, "tz", "TZ")
                .or(() -> zone(caught, "city", "CITY"))
                .map(z -> z.getRules().getOffset(at));
    }

    private static Optional<ZoneId> zone(Caught caught, String name, String wordClass) {
        return caught.word(name)
                .map(w -> caught.lexicon().value(wordClass, w))
                .filter(z -> !z.isEmpty())
                .map(ZoneId::of);
    }

    /** The offset by which two clocks differ, whatever day each shows: from Hawaii's (UTC-10) to New Zealand's (UTC+13). */
    private static Optional<ZoneOffset> apart(int minutes) {
        int east = Math.floorMod(minutes + 10 * HOUR, MIDNIGHT) - 10 * HOUR;
        return east > 13 * HOUR || east % 15 != 0
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(60 * east));
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

    /** Minutes since the day began, up to 24:59; empty where there is no such time. */
    private static Optional<Integer> minutes(Caught caught) {
        return minutes(caught.word("clock").orElseThrow(), caught.keys("ap"), caught.keys("part"));
    }

    /**
     * @param half am, pm or empty
     * @param part part of the day beside the figures, or empty
     */
    private static Optional<Integer> minutes(Word clock, String half, String part) {
        boolean twelve = !half.isEmpty() || !part.isEmpty();
        boolean afternoon = half.equals("pm") || (!part.isEmpty() && !part.equals("morning"));
        return written(clock)
                .map(t -> twelve && t[0] <= 12 ? new int[] {t[0] % 12 + (afternoon ? 12 : 0), t[1]} : t)
                .filter(t -> !twelve || t[0] <= 12 || afternoon)
                .filter(t -> t[0] <= 24 && t[1] <= 59)
                .map(t -> t[0] * HOUR + t[1]);
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
