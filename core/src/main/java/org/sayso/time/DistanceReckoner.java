package org.sayso.time;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Word;
import org.sayso.time.Reckoned.Period;

/** Reckons "three weeks ago", "two days later" and lengths of time: durations and sets. */
final class DistanceReckoner {
    /** No calendar reaches farther. */
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(100_000);

    private DistanceReckoner() {}

    /** How many units were counted; empty for "several", "years". */
    static Optional<BigDecimal> count(Caught caught) {
        if (caught.has("vague")) {
            return Optional.empty();
        }
        BigDecimal half = new BigDecimal("0.5");
        Optional<Word> word = caught.word("n");
        BigDecimal fraction =
                caught.word("half").map(w -> w.number().orElse(half)).orElse(BigDecimal.ZERO);
        if (word.isEmpty()) {
            boolean oneAndAHalf = caught.has("half")
                    && caught.match().words().stream()
                            .skip(caught.match().from())
                            .limit(caught.match().to() - caught.match().from())
                            .anyMatch(w -> w.key().equals("and"));
            return caught.has("half")
                    ? Optional.of(oneAndAHalf ? BigDecimal.ONE.add(fraction) : fraction)
                    : isPlural(caught) ? Optional.empty() : Optional.of(BigDecimal.ONE);
        }
        String key = word.get().key();
        boolean article = key.equals("a") || key.equals("an");
        BigDecimal whole = article ? BigDecimal.ONE : word.get().number().orElse(BigDecimal.ONE);
        return Optional.of(whole.add(fraction));
    }

    private static boolean isPlural(Caught caught) {
        return caught.word("unit")
                .map(w -> !caught.lexicon().value("UNITS", w).isEmpty())
                .orElse(false);
    }

    static List<Reckoned> ago(Caught caught, Frame frame) {
        boolean ahead = caught.has("dir");
        Optional<BigDecimal> count = count(caught);
        if (count.isEmpty()) {
            return List.of(Reckoned.vague(caught.span(), ahead ? "FUTURE_REF" : "PAST_REF", frame.published()));
        }
        Optional<Point> base = frame.published().map(d -> Point.of(Grain.DAY, d));
        return List.of(base.flatMap(p -> away(p, caught, count.get(), ahead))
                .map(p -> Reckoned.date(caught.span(), p, Anchor.PUBLICATION))
                .orElseGet(() -> Reckoned.unknown(caught.span(), Timex.Type.DATE, Anchor.NONE)));
    }

    /** "two days later": from the date spoken of in this sentence or the last one; else a length from an event that only the text knows. */
    static List<Reckoned> later(Caught caught, Frame frame) {
        String dir = caught.keys("dir");
        boolean ahead = dir.equals("later") || dir.startsWith("after");
        Optional<BigDecimal> count = count(caught);
        boolean vague = count.isEmpty() || (!caught.has("n") && !caught.has("half"));
        if (vague) {
            return List.of(
                    Reckoned.bare(caught.span(), Timex.Type.DATE, ahead ? "FUTURE_REF" : "PAST_REF", Anchor.EVENT));
        }
        return List.of(frame.near()
                .filter(p -> p.grain().compareTo(unitGrain(caught)) <= 0)
                .flatMap(p -> away(p, caught, count.get(), ahead))
                .map(p -> Reckoned.date(caught.span(), p, Anchor.REFERENCE))
                .orElseGet(() -> Reckoned.bare(
                        caught.span(), Timex.Type.DURATION, Units.duration(lengthUnit(caught), count), Anchor.EVENT)));
    }

    private static Grain unitGrain(Caught caught) {
        return switch (letter(caught)) {
            case "W", "2W" -> Grain.WEEK;
            case "M" -> Grain.MONTH;
            case "Y", "10Y", "100Y" -> Grain.YEAR;
            default -> Grain.DAY;
        };
    }

    private static String letter(Caught caught) {
        return caught.word("unit").map(caught.lexicon()::unit).orElse("D");
    }

    private static Optional<Point> away(Point from, Caught caught, BigDecimal count, boolean ahead) {
        if (count.compareTo(FARTHEST) > 0) {
            return Optional.empty();
        }
        long sign = ahead ? 1 : -1;
        long whole = count.longValue();
        boolean half = count.remainder(BigDecimal.ONE).signum() != 0;
        LocalDate day = from.start();
        return switch (letter(caught)) {
            case "TS", "TM", "TH" -> Optional.of(Point.of(Grain.DAY, day));
            case "D" -> Optional.of(Point.of(Grain.DAY, day.plusDays(sign * whole)));
            case "W" ->
                Optional.of(
                        caught.has("vagueago") || from.grain() != Grain.DAY
                                ? Point.of(Grain.WEEK, day.plusWeeks(sign * whole))
                                : Point.of(Grain.DAY, day.plusWeeks(sign * whole)));
            case "2W" -> Optional.of(Point.of(Grain.WEEK, day.plusWeeks(sign * 2 * whole)));
            case "M" -> Optional.of(Point.of(Grain.MONTH, day.plusMonths(sign * whole)));
            case "Q" -> Optional.of(Point.of(Grain.QUARTER, day.plusMonths(sign * 3 * whole)));
            case "Y" ->
                Optional.of(
                        half
                                ? Point.of(Grain.MONTH, day.plusMonths(sign * (12 * whole + 6)))
                                : Point.of(Grain.YEAR, day.plusYears(sign * whole)));
            case "10Y" -> Optional.of(Point.of(Grain.YEAR, day.plusYears(sign * 10 * whole)));
            case "100Y" -> Optional.of(Point.of(Grain.CENTURY, day.plusYears(sign * 100 * whole)));
            default -> Optional.empty();
        };
    }

    static List<Reckoned> duration(Caught caught) {
        Anchor anchor = caught.has("event") ? Anchor.EVENT : Anchor.NONE;
        return List.of(Reckoned.bare(
                caught.span(), Timex.Type.DURATION, Units.duration(lengthUnit(caught), count(caught)), anchor));
    }

    /** "three days after the vote", the day of the vote being known. */
    static Optional<Reckoned> fromEvent(Caught caught, Point event) {
        boolean ahead = caught.is("event", "after") || caught.is("event", "following");
        boolean back = caught.is("event", "before") || caught.is("event", "prior");
        if (!(ahead || back) || !(caught.has("n") || caught.has("half"))) {
            return Optional.empty();
        }
        return count(caught)
                .flatMap(n -> away(event, caught, n, ahead))
                .map(p -> Reckoned.date(caught.span(), p, Anchor.REFERENCE));
    }

    private static String lengthUnit(Caught caught) {
        return caught.word("unit")
                .or(() -> caught.word("vague").flatMap(w -> lastWord(caught)))
                .map(caught.lexicon()::unit)
                .filter(u -> !u.isEmpty())
                .orElse("Y");
    }

    private static Optional<Word> lastWord(Caught caught) {
        return caught.match().captures().get("vague") == null
                ? Optional.empty()
                : Optional.of(caught.match().captures().get("vague").getLast());
    }

    /** "between 60 and 90 days": two lengths. */
    static List<Reckoned> pair(Caught caught) {
        String unit = lengthUnit(caught);
        if (caught.is("n", "a")) {
            return duration(caught);
        }
        return List.of(
                Reckoned.bare(
                        caught.spanOf("one").orElseThrow(),
                        Timex.Type.DURATION,
                        Units.duration(unit, caught.word("n").flatMap(Word::number)),
                        Anchor.NONE),
                Reckoned.bare(
                        caught.spanOf("two").orElseThrow(),
                        Timex.Type.DURATION,
                        Units.duration(unit, caught.word("n2").flatMap(Word::number)),
                        Anchor.NONE));
    }

    /** "over the past four months": a length that ends or begins with the day of publication. */
    static List<Reckoned> anchored(Caught caught, Frame frame) {
        Optional<BigDecimal> count = count(caught);
        String unit = lengthUnit(caught);
        String value = Units.duration(unit, count);
        String dir = caught.keys("dir");
        boolean back = dir.equals("last") || dir.equals("past");
        boolean ahead = dir.equals("next") || dir.equals("coming");
        Optional<LocalDate> published = frame.narrative() ? Optional.empty() : frame.published();
        if (count.isEmpty()
                || count.get().compareTo(FARTHEST) > 0
                || published.isEmpty()
                || !(back || ahead)
                || unit.startsWith("T")
                || unit.equals("WE")) {
            return List.of(Reckoned.bare(caught.span(), Timex.Type.DURATION, value, Anchor.NONE));
        }
        LocalDate far = away(Point.of(Grain.DAY, published.get()), caught, count.get(), ahead)
                .map(p -> exact(published.get(), unit, count.get(), ahead))
                .orElse(published.get());
        Period period = ahead ? Period.between(published.get(), far) : Period.between(far, published.get());
        return List.of(new Reckoned(
                caught.span(),
                Timex.Type.DURATION,
                Optional.of(value),
                Anchor.PUBLICATION,
                Optional.of(period),
                Optional.empty()));
    }

    private static LocalDate exact(LocalDate from, String unit, BigDecimal count, boolean ahead) {
        long n = (ahead ? 1 : -1) * count.longValue();
        return switch (unit) {
            case "D" -> from.plusDays(n);
            case "W" -> from.plusWeeks(n);
            case "2W" -> from.plusWeeks(2 * n);
            case "M" -> from.plusMonths(n);
            case "Q" -> from.plusMonths(3 * n);
            case "10Y" -> from.plusYears(10 * n);
            case "100Y" -> from.plusYears(100 * n);
            default -> from.plusYears(n);
        };
    }

    static List<Reckoned> set(Caught caught) {
        String unit = caught.word("unit").map(caught.lexicon()::unit).orElse("D");
        if (unit.isEmpty()) {
            unit = caught.is("unit", "weekend")
                    ? "W"
                    : caught.lexicon().value("PART", caught.keys("unit")).isEmpty() ? "Y" : "D";
        }
        BigDecimal n = caught.has("other") || caught.has("ord")
                ? BigDecimal.TWO
                : caught.has("n") && !caught.match().rule().id().equals("each-of")
                        ? caught.word("n").flatMap(Word::number).orElse(BigDecimal.ONE)
                        : BigDecimal.ONE;
        return List.of(Reckoned.bare(caught.span(), Timex.Type.SET, Units.duration(unit, Optional.of(n)), Anchor.NONE));
    }
}
