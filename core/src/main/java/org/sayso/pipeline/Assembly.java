package org.sayso.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sayso.actor.Actors;
import org.sayso.event.EventMention;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Problem;
import org.sayso.model.Reading;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Token;

/**
 * Ties what the stages found to one another: who stands behind each event and figure, which date and place hold for which
 * event, which entity a source means. It finds nothing new. Immutable, used for one article.
 */
final class Assembly {
    /** An event that ended longer ago than this is background. */
    private static final int NEWS_MONTHS = 6;

    private final AnalyzedText text;
    private final List<Attribution> attributions;
    private final List<Timex> timexes;
    private final List<Place> places;
    private final Actors actors;

    Assembly(
            AnalyzedText text, List<Attribution> attributions, List<Timex> timexes, List<Place> places, Actors actors) {
        this.text = text;
        this.timexes = timexes;
        this.places = places;
        this.actors = actors;
        this.attributions = attributions.stream().map(this::grounded).toList();
    }

    Reading reading(Article article, List<EventMention> mentions, List<Figure> found, List<Problem> problems) {
        List<EventMention> ordered = mentions.stream()
                .filter(this::concernsSomebody)
                .sorted(Comparator.comparing(EventMention::trigger).thenComparing(EventMention::type))
                .toList();
        Map<Integer, List<String>> figuresOf = new HashMap<>();
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : found) {
            if (countsSources(figure)) {
                continue;
            }
            Optional<Integer> event = eventOf(figure, ordered);
            event.ifPresent(
                    i -> figuresOf.computeIfAbsent(i, k -> new ArrayList<>()).add(figure.id()));
            figures.add(figure.with(event.map(i -> "v" + (i + 1)), said(figure.span())));
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            events.add(event(article, "v" + (i + 1), ordered.get(i), figuresOf.getOrDefault(i, List.of())));
        }
        return new Reading(article, actors.entities(), timexes, places, figures, attributions, events, problems);
    }

    private Attribution grounded(Attribution a) {
        Optional<String> entity = a.source().spans().stream()
                .map(actors::at)
                .flatMap(Optional::stream)
                .map(Entity::id)
                .findFirst();
        Attribution.Source source =
                new Attribution.Source(a.source().spans(), a.source().kind(), entity.or(a.source()::entity));
        return a.with(source, dateOfStatement(a));
    }

    /** The date beside the cue, not one in what is said: "said on Monday that the vote will be held on Friday". */
    private Optional<String> dateOfStatement(Attribution a) {
        Span cue = a.cue().getFirst();
        return nearest(
                        cue,
                        timexes.stream()
                                .filter(t -> dated(t) && !a.says(t.span()))
                                .toList(),
                        Timex::span,
                        4)
                .map(Timex::id);
    }

    private Event event(Article article, String id, EventMention m, List<String> figures) {
        Optional<Timex> when = when(m);
        List<String> recipients = ids(m.recipients());
        List<String> who = ids(m.actors()).stream()
                .filter(e -> !recipients.contains(e) || m.recipients().isEmpty())
                .toList();
        return new Event(
                id,
                m.trigger(),
                m.extent(),
                m.type(),
                m.mode(),
                m.contexts(),
                who,
                recipients,
                when.map(Timex::id),
                where(m).map(Place::id),
                figures,
                m.factuality(),
                m.background() || longAgo(article, when),
                said(m.trigger()),
                m.decidedBy(),
                m.confidence());
    }

    /** What happened long before the report tells how things came to be; it is not its news. */
    private static boolean longAgo(Article article, Optional<Timex> when) {
        Optional<LocalDate> last = when.flatMap(Timex::latest);
        return last.isPresent()
                && article.published()
                        .filter(day -> last.get().isBefore(day.minusMonths(NEWS_MONTHS)))
                        .isPresent();
    }

    /**
     * An event is what somebody did, or had done to them, or, where things were done, what was done somewhere. Words of another
     * trade ("hit the gym", "curbs cravings") have nobody.
     */
    private boolean concernsSomebody(EventMention m) {
        boolean material = m.type().quad() % 2 == 0;
        return !ids(m.actors()).isEmpty() || !ids(m.recipients()).isEmpty() || (material && where(m).isPresent());
    }

    private List<String> ids(List<Span> spans) {
        return spans.stream()
                .map(actors::at)
                .flatMap(Optional::stream)
                .map(Entity::id)
                .distinct()
                .toList();
    }

    /** The clause's date, else the one date of the sentence that does not date a statement; never a running guess. */
    private Optional<Timex> when(EventMention m) {
        List<Timex> inClause = timexes.stream()
                .filter(t -> dated(t) && m.extent().covers(t.span()))
                .toList();
        Optional<Timex> own = nearest(m.trigger(), inClause, Timex::span, Integer.MAX_VALUE);
        if (own.isPresent()) {
            return own;
        }
        List<Timex> inSentence = sentence(m.trigger()).stream()
                .flatMap(s -> timexes.stream().filter(t -> dated(t) && s.span().covers(t.span())))
                .filter(t -> attributions.stream().noneMatch(a -> a.when().equals(Optional.of(t.id()))))
                .filter(t -> said(t.span()).equals(said(m.trigger())))
                .toList();
        return inSentence.size() == 1 ? Optional.of(inSentence.getFirst()) : Optional.empty();
    }

    /**
     * A place of the clause where the words say that it happened, nearest in the tree; else the place that suffered it ("shelled
     * Goma"). A place that only describes somebody is none.
     */
    private Optional<Place> where(EventMention m) {
        Optional<Sentence> sentence = sentence(m.trigger());
        List<Place> inClause = places.stream()
                .filter(p -> m.extent().covers(p.span()))
                .filter(p -> m.actors().stream().noneMatch(s -> s.overlaps(p.span())))
                .toList();
        // What was said, promised or refused about people somewhere did not happen there.
        int loosest = m.type().quad() % 2 == 0 ? 1 : 0;
        for (int wanted = 0; wanted <= loosest; wanted++) {
            Optional<Integer> rank = Optional.of(wanted);
            List<Place> there = inClause.stream()
                    .filter(p -> m.recipients().stream().noneMatch(p.span()::equals))
                    .filter(p -> sentence.flatMap(s -> Whereabouts.of(s, m.trigger(), p.span()))
                            .equals(rank))
                    .toList();
            Optional<Place> nearest = nearest(m.trigger(), there, Place::span, Integer.MAX_VALUE);
            if (nearest.isPresent()) {
                return nearest;
            }
        }
        List<Place> suffered = inClause.stream()
                .filter(p -> m.type().quad() == 4 && m.recipients().stream().anyMatch(p.span()::equals))
                .toList();
        return nearest(m.trigger(), suffered, Place::span, Integer.MAX_VALUE);
    }

    /** "two officials told": how many somebody heard, not news. */
    private boolean countsSources(Figure figure) {
        boolean few =
                figure.high().filter(n -> n.compareTo(BigDecimal.TEN) <= 0).isPresent();
        return few
                && figure.measure() == Figure.Measure.OTHER
                && figure.unit().equals("person")
                && attributions.stream()
                        .flatMap(a -> a.source().spans().stream())
                        .anyMatch(s -> s.covers(figure.span()));
    }

    private Optional<Integer> eventOf(Figure figure, List<EventMention> events) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).extent().covers(figure.span())) {
                candidates.add(i);
            }
        }
        return nearest(figure.span(), candidates, i -> events.get(i).trigger(), Integer.MAX_VALUE);
    }

    /** Attributions in whose content a span stands, outermost first. */
    private List<String> said(Span span) {
        return attributions.stream()
                .filter(a -> a.says(span))
                .sorted(Comparator.comparingInt(this::depth).thenComparingInt(attributions::indexOf))
                .map(Attribution::id)
                .toList();
    }

    private int depth(Attribution a) {
        int depth = 0;
        Optional<String> outer = a.inside();
        while (outer.isPresent() && depth <= attributions.size()) {
            depth++;
            String id = outer.get();
            outer = attributions.stream()
                    .filter(x -> x.id().equals(id))
                    .findFirst()
                    .flatMap(Attribution::inside);
        }
        return depth;
    }

    private static boolean dated(Timex t) {
        return (t.type() == Timex.Type.DATE || t.type() == Timex.Type.TIME);
    }

    /** By steps in the tree, then by characters; only in the same sentence and within so many steps. */
    private <T> Optional<T> nearest(Span from, List<T> candidates, Function<T, Span> span, int maxSteps) {
        Optional<Sentence> sentence = sentence(from);
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(c -> sentence.get().span().covers(span.apply(c)))
                .filter(c -> steps(sentence.get(), from, span.apply(c)) <= maxSteps)
                .min(Comparator.<T>comparingInt(c -> steps(sentence.get(), from, span.apply(c)))
                        .thenComparingInt(c -> Math.abs(span.apply(c).start() - from.start())));
    }

    private Optional<Sentence> sentence(Span span) {
        return text.sentenceAt(span.start());
    }

    private static int steps(Sentence sentence, Span a, Span b) {
        Optional<Token> from = sentence.headOf(a);
        Optional<Token> to = sentence.headOf(b);
        if (from.isEmpty() || to.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        List<Token> up = new ArrayList<>(List.of(from.get()));
        up.addAll(sentence.ancestors(from.get()));
        List<Token> down = new ArrayList<>(List.of(to.get()));
        down.addAll(sentence.ancestors(to.get()));
        for (int i = 0; i < up.size(); i++) {
            int j = down.indexOf(up.get(i));
            if (j >= 0) {
                return i + j;
            }
        }
        return Integer.MAX_VALUE;
    }
}
