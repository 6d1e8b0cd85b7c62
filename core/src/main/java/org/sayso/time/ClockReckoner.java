package org.sayso.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Word;
import org.sayso.time.Reckoned.Period;

/** Reckons times of the day. */
final class ClockReckoner {
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
        String edtf = Point.edtfDay(point.start().plusDays(midnight ? 1 : 0))
                + String.format(Locale.ROOT, "T%02d:%02d:00%s", midnight ? 0 : time.get()[0], time.get()[1], zone);
        return List.of(new Reckoned(
                caught.span(),
                Timex.Type.TIME,
                Optional.of(point.value() + clock),
                day.anchor(),
                Optional.of(new Period(point.start(), point.start(), edtf)),
                Optional.of(point)));
    }

    /** "in the morning", on the day that is spoken of. */
    static List<Reckoned> part(Caught caught, Frame frame) {
        String code = caught.part().orElseThrow();
        Reckoned day = day(caught, frame);
        return List.of(day.point()
                .map(p -> Reckoned.part(caught.span(), p, code, day.anchor()))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.TIME, Anchor.EVENT)));
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
        int hour;
        int minute = 0;
        String key = word.key();
        if (key.equals("noon") || key.equals("midday")) {
            hour = 12;
        } else if (key.equals("midnight")) {
            hour = 24;
        } else if (key.indexOf(':') > 0 || key.indexOf('.') > 0) {
            String[] parts = key.split("[:.]");
            hour = Integer.parseInt(parts[0]);
            minute = Integer.parseInt(parts[1]);
        } else if (key.matches("\\d{4}")) {
            hour = word.asInt() / 100;
            minute = word.asInt() % 100;
        } else {
            hour = word.asInt();
        }
        boolean twelve = caught.has("ap") || caught.has("part");
        boolean afternoon = caught.keys("ap").equals("pm") || (caught.has("part") && !caught.is("part", "morning"));
        if (twelve && hour > 12) {
            return hour < 24 && afternoon ? Optional.of(new int[] {hour, minute}) : Optional.empty();
        }
        if (twelve) {
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        return hour > 24 || minute > 59 ? Optional.empty() : Optional.of(new int[] {hour, minute});
    }
}
