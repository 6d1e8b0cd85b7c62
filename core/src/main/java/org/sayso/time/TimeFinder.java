package org.sayso.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.pattern.Grammar;
import org.sayso.pattern.Grammar.Match;
import org.sayso.pattern.Numerals;

/**
 * Finds time expressions and gives them dates. Thread-safe.
 *
 * <p>Expressions are recognized by rules over words, without the tree; the tree only tells on which side of the day of
 * publication "on Sunday" lies, and whether "may" is a month. News is reckoned from the day of publication, history from
 * the date spoken of before. What only another event can tell ("the following day") stays without a date, unless that
 * event's date stands in the same sentence or the one before.
 */
public final class TimeFinder {
    private final Lexicon lexicon;
    private final Grammar grammar;
    private final Numerals numerals;
    private final Reckoner reckoner;
    private final Tense tense;
    private final Plausibility plausibility = Plausibility.load();

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
        List<Match> matches = grammar.matches(numerals.fold(text.text())).stream()
                .filter(m -> plausibility.isTime(m, text))
                .toList();
        boolean narrative = Narration.isNarrative(matches, published);
        Course course = new Course(text, published, narrative);
        List<Match> later = new ArrayList<>();
        for (Match match : matches) {
            Caught caught = new Caught(match, lexicon);
            if (waits(caught)) {
                later.add(match);
            } else {
                course.add(reckoner.reckon(caught, course.frame(caught, tense), course.lowerCase));
            }
        }
        for (Match match : later) {
            Caught caught = new Caught(match, lexicon);
            course.add(reckoner.reckon(caught, course.frameInSentence(caught, tense), course.lowerCase));
        }
        return course.timexes();
    }

    /** A time of day takes its day from a date that may stand after it. */
    private static boolean waits(Caught caught) {
        String meaning = caught.match().rule().meaning();
        return meaning.equals("PART_ALONE") || (meaning.equals("CLOCK") && ClockReckoner.needsDay(caught));
    }

    /** One reading of one text: what was found so far. */
    private static final class Course {
        /** Dates that make a run, and years within which they belong together; measured on WikiWars. */
        private static final int RUN = 5;

        private static final int LEAP = 15;

        private static final Set<String> WITHOUT_YEAR = Set.of("DATE", "DAY_RANGE", "DAY_PAIR", "MONTH", "SEASON");

        private final AnalyzedText text;
        private final Optional<LocalDate> published;
        private final boolean narrative;
        private final String lowerCase;
        private final List<Reckoned> found = new ArrayList<>();

        Course(AnalyzedText text, Optional<LocalDate> published, boolean narrative) {
            this.text = text;
            this.published = published;
            this.narrative = narrative;
            this.lowerCase = text.text().toLowerCase(Locale.ROOT);
        }

        void add(List<Reckoned> more) {
            found.addAll(more);
        }

        Frame frame(Caught caught, Tense tense) {
            return frame(caught, tense, runningReference(caught));
        }

        /**
         * The date last spoken of; but one that leaps far out of the run of dates before it is an aside ("as in 1812")
         * unless it stands in the same sentence.
         */
        private Optional<Reckoned> runningReference(Caught caught) {
            List<Reckoned> dated = new ArrayList<>();
            for (int i = found.size() - 1; i >= 0 && dated.size() < RUN; i--) {
                if (found.get(i).point().isPresent()) {
                    dated.add(found.get(i));
                }
            }
            if (dated.isEmpty()) {
                return Optional.empty();
            }
            Reckoned last = dated.getFirst();
            boolean here =
                    sentence(last.span().start()) == sentence(caught.span().start());
            if (here) {
                return Optional.of(last);
            }
            return dated.stream()
                    .filter(r -> dated.stream().filter(x -> years(x, r) <= LEAP).count() * 2 > dated.size())
                    .findFirst()
                    .or(() -> Optional.of(last));
        }

        private static int years(Reckoned a, Reckoned b) {
            return Math.abs(
                    a.point().orElseThrow().year() - b.point().orElseThrow().year());
        }

        /** The date nearest in the same sentence counts, before or after; else the last one before. */
        Frame frameInSentence(Caught caught, Tense tense) {
            int here = caught.span().start();
            Optional<Reckoned> nearest = found.stream()
                    .filter(r -> r.point().isPresent())
                    .filter(r -> sentence(r.span().start()) == sentence(here)
                            || r.span().start() < here)
                    .min(Comparator.comparingInt(
                                    (Reckoned r) -> sentence(r.span().start()) == sentence(here) ? 0 : 1)
                            .thenComparingInt(r -> Math.abs(r.span().start() - here)));
            return frame(caught, tense, nearest);
        }

        private Frame frame(Caught caught, Tense tense, Optional<Reckoned> reference) {
            int distance = reference
                    .map(r ->
                            sentence(caught.span().start()) - sentence(r.span().start()))
                    .orElse(Integer.MAX_VALUE);
            return new Frame(
                    published,
                    reference.flatMap(Reckoned::point),
                    distance,
                    narrative || isBackground(caught, reference, distance),
                    tense.direction(text, caught.span()));
        }

        /** "annexed in March 2014. In April …": a date without year goes on from an old one that stands just before it. */
        private boolean isBackground(Caught caught, Optional<Reckoned> reference, int distance) {
            if (published.isEmpty()
                    || reference.isEmpty()
                    || !WITHOUT_YEAR.contains(caught.match().rule().meaning())) {
                return false;
            }
            Point point = reference.get().point().orElseThrow();
            boolean old = point.year() < published.get().getYear() - 1;
            boolean dated = reference.get().anchor() == Anchor.EXPLICIT
                    || reference.get().anchor() == Anchor.REFERENCE;
            int reach = point.grain().compareTo(Grain.MONTH) <= 0 ? 1 : 0;
            return old && dated && distance >= 0 && distance <= reach && !isTopical(caught, published.get());
        }

        /** Whether the month lies so near to publication that news would leave out its year. */
        private static boolean isTopical(Caught caught, LocalDate published) {
            if (!caught.has("month")) {
                return false;
            }
            int apart = Math.floorMod(published.getMonthValue() - caught.month(), 12);
            return apart <= 3 || apart >= 10;
        }

        private int sentence(int offset) {
            return text.sentenceAt(offset).map(Sentence::index).orElse(-1);
        }

        List<Timex> timexes() {
            found.sort(Comparator.comparing(Reckoned::span));
            List<Timex> all = new ArrayList<>();
            for (Reckoned reckoned : found) {
                all.add(reckoned.timex("t" + (all.size() + 1)));
            }
            return List.copyOf(all);
        }
    }
}
