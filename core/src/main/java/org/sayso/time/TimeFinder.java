package org.sayso.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Grammar;
import org.sayso.pattern.Grammar.Match;
import org.sayso.pattern.Numerals;
import org.sayso.pattern.Word;

/**
 * Finds time expressions and gives them dates. Thread-safe.
 *
 * <p>Expressions are recognized by rules over words, without the tree; the tree only tells on which side of the day of
 * publication "on Sunday" lies, and whether "may" is a month. News is reckoned from the day of publication, history from
 * the date spoken of before. What only another event can tell ("the following day") stays without a date, unless that
 * event's date stands in the same sentence or the one before, or the report dates the event that is named.
 */
public final class TimeFinder {
    private final Lexicon lexicon;
    private final Grammar grammar;
    private final Numerals numerals;
    private final Reckoner reckoner;
    private final Tense tense;
    private final Plausibility plausibility = Plausibility.load();
    private final Map<String, String> verbs = EventDays.verbs();

    private TimeFinder(Lexicon lexicon, NamedDays namedDays, Numerals numerals, Tense tense) {
        this.lexicon = lexicon;
        this.grammar = TimeGrammar.load(lexicon, namedDays);
        this.numerals = numerals;
        this.reckoner = new Reckoner(namedDays);
        this.tense = tense;
    }

    /** With the rules and words that ship beside this class. */
    public static TimeFinder load() {
        return new TimeFinder(Lexicon.load(), NamedDays.load(), Numerals.load(), Tense.load());
    }

    /**
     * The expressions in order, never overlapping, with ids t1, t2, …
     *
     * @param published day of publication; without it, what is reckoned from it stays without a value
     */
    public List<Timex> find(AnalyzedText text, Optional<LocalDate> published) {
        return find(text, published, span -> published);
    }

    /** The same; what an entry of a live blog says is reckoned from the day of that entry. */
    public List<Timex> find(AnalyzedText text, Article article) {
        return find(text, article.published(), article::dayOf);
    }

    private List<Timex> find(
            AnalyzedText text, Optional<LocalDate> published, Function<Span, Optional<LocalDate>> dayOf) {
        List<Match> matches = grammar.matches(numerals.fold(text.text())).stream()
                .filter(m -> plausibility.isTime(m, text))
                .toList();
        boolean narrative = Narration.isNarrative(matches, text, published);
        List<Caught> all = Series.caught(matches, lexicon);
        Course course = new Course(text, dayOf, narrative, all);
        String lowerCase = text.text().toLowerCase(Locale.ROOT);
        for (Caught caught : all) {
            if (!waits(caught)) {
                course.add(reckoner.reckon(caught, course.frame(caught, tense), lowerCase));
            }
        }
        EventDays days = new EventDays(text, verbs, course.found());
        for (Caught caught : all) {
            fromEvent(caught, days).or(() -> apposed(caught, course.found())).ifPresent(course::replace);
        }
        for (Caught caught : all) {
            if (waits(caught)) {
                course.add(reckoner.reckon(caught, course.frameInSentence(caught, tense, days), lowerCase));
            }
        }
        return course.timexes();
    }

    /** "On Nov. 8, two days after the vote": both are the same time. */
    private static Optional<Reckoned> apposed(Caught caught, List<Reckoned> found) {
        int from = caught.match().from();
        boolean distance = caught.match().rule().meaning().equals("DURATION") && caught.has("event");
        if (!distance || from < 2) {
            return Optional.empty();
        }
        List<Word> words = caught.match().words();
        int date = words.get(from - 2).span().end();
        return words.get(from - 1).key().equals(",")
                ? found.stream()
                        .filter(r -> r.span().end() == date)
                        .flatMap(r -> r.point().stream())
                        .filter(p -> p.grain().compareTo(Grain.MONTH) <= 0)
                        .map(p -> Reckoned.date(caught.span(), p, Anchor.REFERENCE))
                        .findFirst()
                : Optional.empty();
    }

    /** What only another event can tell, where the report says when that was. */
    private static Optional<Reckoned> fromEvent(Caught caught, EventDays days) {
        return switch (caught.match().rule().meaning()) {
            case "DURATION" ->
                caught.has("event")
                        ? days.of(caught.match().words(), caught.match().to())
                                .flatMap(p -> DistanceReckoner.fromEvent(caught, p))
                        : Optional.empty();
            case "NEXT_DAY", "NEXT_UNIT" ->
                days.of(caught.match().words(), caught.match().to()).flatMap(p -> DeicticReckoner.fromEvent(caught, p));
            default -> Optional.empty();
        };
    }

    /** A time of day takes its day from a date that may stand after it. */
    private static boolean waits(Caught caught) {
        String meaning = caught.match().rule().meaning();
        return meaning.equals("PART_ALONE")
                || meaning.equals("IN_THE_DAY")
                || (meaning.equals("CLOCK") && ClockReckoner.needsDay(caught));
    }
}
