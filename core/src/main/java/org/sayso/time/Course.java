package org.sayso.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;

/** One reading of one text: what was found so far. */
final class Course {
    /** Dates that make a run, and years within which they belong together; measured on WikiWars. */
    private static final int RUN = 5;

    private static final int LEAP = 15;

    /** What a month in another year than the bare one named last costs, in years; measured on WikiWars. */
    private static final double BARE_YEAR = 0.6;

    /** How many expressions ahead a year may stand that tells the year of this one; measured on WikiWars. */
    private static final int AHEAD = 4;

    private static final Set<String> WITHOUT_YEAR = Set.of("DATE", "DAY_RANGE", "DAY_PAIR", "MONTH", "SEASON");

    private final AnalyzedText text;
    private final Function<Span, Optional<LocalDate>> published;
    private final boolean narrative;
    private final List<Caught> all;
    private final List<Reckoned> found = new ArrayList<>();

    /** @param published the day on which what stands in a span was */
    Course(AnalyzedText text, Function<Span, Optional<LocalDate>> published, boolean narrative, List<Caught> all) {
        this.text = text;
        this.published = published;
        this.narrative = narrative;
        this.all = all;
    }

    void add(List<Reckoned> more) {
        found.addAll(more);
    }

    List<Reckoned> found() {
        return List.copyOf(found);
    }

    /** In the place of what stands on the same words. */
    void replace(Reckoned better) {
        found.replaceAll(r -> r.span().equals(better.span()) ? better : r);
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
        boolean here = sentence(last.span().start()) == sentence(caught.span().start());
        if (here) {
            return Optional.of(last);
        }
        return dated.stream()
                .filter(r -> dated.stream().filter(x -> years(x, r) <= LEAP).count() * 2 > dated.size())
                .findFirst()
                .or(() -> Optional.of(last));
    }

    private static int years(Reckoned a, Reckoned b) {
        return Math.abs(a.point().orElseThrow().year() - b.point().orElseThrow().year());
    }

    /**
     * The date nearest in the same sentence counts, before or after; else that of the event, where the report dates it
     * elsewhere; else the last one before.
     */
    Frame frameInSentence(Caught caught, Tense tense, EventDays days) {
        int here = caught.span().start();
        Optional<Reckoned> nearest = found.stream()
                .filter(r -> r.point().isPresent())
                .filter(r ->
                        sentence(r.span().start()) == sentence(here) || r.span().start() < here)
                .min(Comparator.comparingInt((Reckoned r) -> sentence(r.span().start()) == sentence(here) ? 0 : 1)
                        .thenComparingInt(r -> Math.abs(r.span().start() - here)));
        boolean near = nearest.filter(r -> sentence(here) - sentence(r.span().start()) <= 1)
                .isPresent();
        Optional<Point> event = near ? Optional.empty() : days.beside(caught.span());
        return event.map(p -> frame(caught, tense, Optional.of(Reckoned.date(caught.span(), p, Anchor.REFERENCE))))
                .orElseGet(() -> frame(caught, tense, nearest));
    }

    private Frame frame(Caught caught, Tense tense, Optional<Reckoned> reference) {
        int distance = reference
                .map(r -> sentence(caught.span().start()) - sentence(r.span().start()))
                .orElse(Integer.MAX_VALUE);
        return new Frame(
                isOldSpeech(caught) ? Optional.empty() : published.apply(caught.span()),
                reference.flatMap(Reckoned::point),
                new Run(earlier(), ahead(caught), named()),
                distance,
                narrative || isBackground(caught, reference, distance),
                tense.direction(text, caught.span()));
    }

    /** The last month or day, unless it leaps out of the run of dates before it. */
    private Optional<Point> earlier() {
        List<Point> run = new ArrayList<>();
        for (int i = found.size() - 1; i >= 0 && run.size() < RUN; i--) {
            found.get(i)
                    .point()
                    .filter(p -> p.grain().compareTo(Grain.MONTH) <= 0)
                    .ifPresent(run::add);
        }
        return run.stream()
                .filter(p -> run.stream()
                                        .filter(x -> Math.abs(x.year() - p.year()) <= LEAP)
                                        .count()
                                * 2
                        > run.size())
                .findFirst();
    }

    /** A bare year since the last month or day; said again it weighs more, reckoned ("the previous year") less. */
    private Optional<Run.Named> named() {
        Optional<Run.Named> named = Optional.empty();
        for (int i = found.size() - 1; i >= 0; i--) {
            Optional<Point> point = found.get(i).point();
            if (point.isPresent() && point.get().grain().compareTo(Grain.MONTH) <= 0) {
                break;
            }
            if (point.isPresent() && point.get().grain() == Grain.YEAR) {
                int year = point.get().year();
                double more = found.get(i).anchor() == Anchor.EXPLICIT ? BARE_YEAR : BARE_YEAR / 2;
                if (named.isEmpty()) {
                    named = Optional.of(new Run.Named(year, more));
                } else if (named.get().year() == year) {
                    named = Optional.of(new Run.Named(year, named.get().weight() + more));
                }
            }
        }
        return named;
    }

    /** The next month or day with its year, among the expressions that follow. */
    private Optional<Point> ahead(Caught caught) {
        return all.stream()
                .filter(next -> next.match().from() > caught.match().from())
                .limit(AHEAD)
                .filter(next -> next.has("month") && next.year().isPresent())
                .findFirst()
                .map(next -> Point.month(next.year().orElseThrow(), next.month()));
    }

    /** "annexed in March 2014. In April …": a date without year goes on from an old one that stands just before it. */
    private boolean isBackground(Caught caught, Optional<Reckoned> reference, int distance) {
        Optional<LocalDate> day = published.apply(caught.span());
        if (day.isEmpty()
                || reference.isEmpty()
                || !WITHOUT_YEAR.contains(caught.match().rule().meaning())) {
            return false;
        }
        Point point = reference.get().point().orElseThrow();
        boolean old = point.year() < day.get().getYear() - 1;
        boolean dated =
                reference.get().anchor() == Anchor.EXPLICIT || reference.get().anchor() == Anchor.REFERENCE;
        int reach = point.grain().compareTo(Grain.MONTH) <= 0 ? 1 : 0;
        return old && dated && distance >= 0 && distance <= reach && !isTopical(caught, day.get());
    }

    /** Whether the month lies so near to publication that news would leave out its year. */
    private static boolean isTopical(Caught caught, LocalDate published) {
        if (!caught.has("month")) {
            return false;
        }
        int apart = Math.floorMod(published.getMonthValue() - caught.month(), 12);
        return apart <= 3 || apart >= 10;
    }

    /** Words quoted by history: their "today" is not the day of publication. */
    private boolean isOldSpeech(Caught caught) {
        int here = caught.span().start();
        String before = text.text().substring(text.text().lastIndexOf('\n', here) + 1, here);
        boolean straight = before.chars().filter(c -> c == '"').count() % 2 == 1;
        return narrative
                && Narration.points(caught.match())
                && (straight || before.lastIndexOf('“') > before.lastIndexOf('”'));
    }

    private int sentence(int offset) {
        return text.sentenceAt(offset).map(Sentence::index).orElse(-1);
    }

    List<Timex> timexes() {
        found.sort(Comparator.comparing(Reckoned::span));
        List<Timex> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Reckoned reckoned = found.get(i);
            if (i + 1 < found.size() && isDayOf(reckoned, found.get(i + 1))) {
                reckoned = reckoned.at(reckoned.span().union(found.get(++i).span()));
            }
            all.add(reckoned.timex("t" + (all.size() + 1)));
        }
        return List.copyOf(all);
    }

    /** "6 a.m. ten days before the vote": a time of day and its day right behind it are one. */
    private boolean isDayOf(Reckoned clock, Reckoned day) {
        return clock.type() == Timex.Type.TIME
                && day.type() == Timex.Type.DATE
                && clock.point().isPresent()
                && clock.point().equals(day.point())
                && text.text().substring(clock.span().end(), day.span().start()).isBlank();
    }
}
