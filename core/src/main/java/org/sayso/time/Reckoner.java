package org.sayso.time;

import java.util.List;
import java.util.Locale;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;

/** Gives what a rule caught its value, by what the rule means. */
final class Reckoner {
    private final NamedDays namedDays;

    Reckoner(NamedDays namedDays) {
        this.namedDays = namedDays;
    }

    /**
     * The expressions that a match stands for: one, two for pairs, none where there is no such date.
     *
     * @param text the whole report in lower case
     */
    List<Reckoned> reckon(Caught caught, Frame frame, String text) {
        return switch (caught.match().rule().meaning()) {
            case "SKIP" -> List.of();
            case "NAMED" -> namedDays.reckon(caught, frame, text);
            case "ISO", "SLASHED" -> CalendarReckoner.written(caught);
            case "DATE" -> caught.has("day") ? CalendarReckoner.date(caught, frame) : List.of();
            case "DAY_RANGE" -> CalendarReckoner.range(caught, frame);
            case "DAY_PAIR" -> CalendarReckoner.pair(caught, frame);
            case "DATE_OF_MONTH" -> CalendarReckoner.dayOfMonth(caught, frame);
            case "MONTH" -> CalendarReckoner.month(caught, frame);
            case "YEAR" -> CalendarReckoner.year(caught, frame);
            case "FISCAL" -> List.of(fiscal(caught));
            case "YEAR_PAIR" -> CalendarReckoner.yearPair(caught);
            case "DECADE" -> CalendarReckoner.decade(caught, frame);
            case "CENTURY" -> CalendarReckoner.century(caught);
            case "SEASON" -> CalendarReckoner.season(caught, frame);
            case "QUARTER" -> CalendarReckoner.quarter(caught, frame);
            case "WEEK_OF" -> CalendarReckoner.weekOf(caught, frame);
            case "HALF" -> CalendarReckoner.half(caught, frame);
            case "WEEKDAY" -> DeicticReckoner.weekday(caught, frame);
            case "FROM_WEEKDAY" -> DeicticReckoner.fromWeekday(caught, frame);
            case "RELDAY" -> DeicticReckoner.relativeDay(caught, frame);
            case "OVERNIGHT" -> DeicticReckoner.overnight(caught, frame);
            case "SAME_DAY" -> DeicticReckoner.same(caught, frame);
            case "SAME_PERIOD" -> DeicticReckoner.samePeriod(caught, frame);
            case "IN_THE_DAY" -> ClockReckoner.inTheDay(caught, frame);
            case "NEXT_DAY" -> DeicticReckoner.nextDay(caught, frame);
            case "BESIDE_DATE" -> DeicticReckoner.besideDate(caught, frame);
            case "NEXT_UNIT" -> DeicticReckoner.nextUnit(caught, frame);
            case "REL_UNIT" -> DeicticReckoner.relativeUnit(caught, frame);
            case "AGO" -> DistanceReckoner.ago(caught, frame);
            case "LATER" -> DistanceReckoner.later(caught, frame);
            case "DURATION" -> DistanceReckoner.duration(caught);
            case "DURATION_PAIR" -> DistanceReckoner.pair(caught);
            case "DURATION_ANCHORED" -> DistanceReckoner.anchored(caught, frame);
            case "SET" -> DistanceReckoner.set(caught);
            case "SET_WEEKDAY" -> List.of(set(caught, "XXXX-WXX-" + weekday(caught)));
            case "SET_MONTH" -> List.of(set(caught, String.format(Locale.ROOT, "XXXX-%02d", caught.month())));
            case "ADVSET" ->
                List.of(set(
                        caught,
                        caught.lexicon().value("ADVSET", caught.word("adv").orElseThrow())));
            case "CLOCK" -> ClockReckoner.clock(caught, frame);
            case "PART_ALONE" -> ClockReckoner.part(caught, frame);
            case "AT_NIGHT" -> List.of(Reckoned.bare(caught.span(), Timex.Type.TIME, "XXXX-XX-XXTNI", Anchor.NONE));
            case "PRESENT" -> List.of(Reckoned.vague(caught.span(), "PRESENT_REF", frame.published()));
            case "PAST" -> List.of(Reckoned.vague(caught.span(), "PAST_REF", frame.published()));
            case "FUTURE" -> List.of(Reckoned.vague(caught.span(), "FUTURE_REF", frame.published()));
            default ->
                throw new IllegalStateException("rule " + caught.match().rule().id() + " has an unknown meaning "
                        + caught.match().rule().meaning());
        };
    }

    private static int weekday(Caught caught) {
        var word = caught.word("wd").orElseThrow();
        String many = caught.lexicon().value("WEEKDAYS", word);
        return many.isEmpty() ? caught.lexicon().weekday(word) : Integer.parseInt(many);
    }

    /** A book year: where it begins, each state and firm says for itself. */
    private static Reckoned fiscal(Caught caught) {
        return Reckoned.bare(caught.span(), Timex.Type.DATE, "FY" + caught.number("year"), Anchor.EXPLICIT);
    }

    private static Reckoned set(Caught caught, String value) {
        return Reckoned.bare(caught.span(), Timex.Type.SET, value, Anchor.NONE);
    }
}
