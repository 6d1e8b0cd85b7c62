package org.sayso.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sayso.actor.Actors;
import org.sayso.event.EventMention;
import org.sayso.event.FactualityReader;
import org.sayso.figure.Harm;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Problem;
import org.sayso.model.Reading;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Token;
import org.sayso.model.Victim;

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
    private final FactualityReader factuality;

    Assembly(
            AnalyzedText text,
            List<Attribution> attributions,
            List<Timex> timexes,
            List<Place> places,
            Actors actors,
            FactualityReader factuality) {
        this.text = text;
        this.timexes = timexes;
        this.places = places;
        this.actors = actors;
        this.factuality = factuality;
        this.attributions =
                attributions.stream().map(a -> grounded(a, attributions)).toList();
    }

    Reading reading(
            Article article,
            List<EventMention> mentions,
            List<Figure> found,
            List<Harm> harms,
            List<Problem> problems) {
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
            Optional<Integer> event = eventOf(figure.span(), figure.measure().isCasualty(), ordered);
            event.ifPresent(
                    i -> figuresOf.computeIfAbsent(i, k -> new ArrayList<>()).add(figure.id()));
            figures.add(figure.with(event.map(i -> "v" + (i + 1)), said(figure.span())));
        }
        Dating dating = new Dating(
                text,
                article::dayOf,
                timexes,
                attributions,
                this::said,
                span -> actors.at(span).isPresent());
        List<Optional<Dating.Dated>> dates = dating.dates(ordered);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            List<String> figuresHere = figuresOf.getOrDefault(i, List.of());
            events.add(event(article, "v" + (i + 1), ordered.get(i), dates.get(i), figuresHere));
        }
        return new Reading(
                article,
                actors.entities(),
                timexes,
                places,
                figures,
                attributions,
                events,
                victims(harms, ordered),
                problems);
    }

    private Attribution grounded(Attribution a, List<Attribution> all) {
        Optional<String> entity = a.source().spans().stream()
                .map(actors::at)
                .flatMap(Optional::stream)
                .map(Entity::id)
                .findFirst();
        Attribution.Source source =
                new Attribution.Source(a.source().spans(), a.source().kind(), entity.or(a.source()::entity));
        return a.with(source, dateOfStatement(a, all));
    }

    /**
     * The date beside the cue, not one in what he or somebody else says ("said on Monday that the vote will be held on Friday") nor one
     * told of the speaker ("said the minister, who is due to leave on Friday").
     */
    private Optional<String> dateOfStatement(Attribution a, List<Attribution> all) {
        Span cue = a.cue().getFirst();
        Span sentence = text.sentenceAt(cue.start()).map(Sentence::span).orElse(cue);
        return Steps.nearest(
                        text,
                        cue,
                        timexes.stream()
                                .filter(t -> sentence.covers(t.span())
                                        && Dating.isDate(t)
                                        && all.stream().noneMatch(o -> o.says(t.span()) && !o.says(cue))
                                        && !isAside(cue, t.span()))
                                .toList(),
                        Timex::span,
                        4)
                .map(Timex::id);
    }

    /** Whether a span stands in a relative clause below a cue, or in another clause beside it that has a subject of its own. */
    private boolean isAside(Span cue, Span span) {
        Optional<Sentence> sentence =
                text.sentenceAt(span.start()).filter(s -> s.span().covers(cue));
        Optional<Token> said = sentence.flatMap(s -> s.headOf(cue));
        Optional<Token> day = sentence.flatMap(s -> s.headOf(span));
        if (said.isEmpty() || day.isEmpty()) {
            return false;
        }
        Sentence s = sentence.get();
        boolean relative = Stream.concat(Stream.of(day.get()), s.ancestors(day.get()).stream())
                .takeWhile(x -> !s.dominates(x, said.get()))
                .anyMatch(x -> x.relation().equals("acl:relcl"));
        return relative
                || s.ancestors(day.get()).stream()
                        .filter(Token::isVerb)
                        .findFirst()
                        .filter(v -> !s.dominates(v, said.get())
                                && s.child(v, "nsubj").isPresent())
                        .isPresent();
    }

    private Event event(Article article, String id, EventMention m, Optional<Dating.Dated> date, List<String> figures) {
        Optional<Timex> when = date.map(Dating.Dated::timex);
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
                date.map(Dating.Dated::by),
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
            Optional<Place> nearest = Steps.nearest(text, m.trigger(), there, Place::span, Integer.MAX_VALUE);
            if (nearest.isPresent()) {
                return nearest;
            }
        }
        List<Place> suffered = inClause.stream()
                .filter(p -> m.type().quad() == 4)
                .filter(p -> m.recipients().stream().anyMatch(p.span()::equals)
                        || sentence.filter(s -> Whereabouts.isTarget(s, m.trigger(), p.span()))
                                .isPresent())
                .toList();
        return Steps.nearest(text, m.trigger(), suffered, Place::span, Integer.MAX_VALUE);
    }

    /** "two officials told": how many somebody heard, not news. */
    private boolean countsSources(Figure figure) {
        boolean few =
                figure.high().filter(n -> n.compareTo(BigDecimal.TEN) <= 0).isPresent();
        return few
                && figure.measure() == Figure.Measure.OTHER
                && (figure.unit().equals("person") || figure.unit().equals("source"))
                && attributions.stream()
                        .flatMap(a -> a.source().spans().stream())
                        .anyMatch(s -> s.covers(figure.span()));
    }

    /** One for each person and word that tells: the name stands for the noun beside it. */
    private List<Victim> victims(List<Harm> harms, List<EventMention> events) {
        List<Victim> victims = new ArrayList<>();
        for (Harm harm : harms) {
            Optional<Entity> who = actors.at(harm.person());
            Optional<String> entity = who.map(Entity::id);
            boolean body = who.filter(e -> e.kind() == Entity.Kind.ORGANIZATION).isPresent();
            boolean told = entity.isPresent()
                    && victims.stream()
                            .anyMatch(v -> v.told().equals(harm.told().span())
                                    && v.entity().equals(entity));
            if (told || body || (harm.pronoun() && entity.isEmpty())) {
                continue;
            }
            Optional<Integer> event = eventOf(harm.person(), harm.measure().isCasualty(), events)
                    .filter(i -> events.get(i).type().quad() == 4)
                    .filter(i -> !harm.measure().isCasualty() || events.get(i).type() == EventType.ASSAULT);
            victims.add(new Victim(
                    "k" + (victims.size() + 1),
                    harm.person(),
                    harm.told().span(),
                    harm.measure(),
                    entity,
                    event.map(i -> "v" + (i + 1)),
                    sentence(harm.told().span())
                            .map(s -> factuality.read(text, s, harm.told(), attributions))
                            .orElseThrow(),
                    said(harm.person())));
        }
        return victims;
    }

    private Optional<Integer> eventOf(Span span, boolean casualty, List<EventMention> events) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            // "jailed for the killing of three": nobody died of the sentence
            boolean sentence = casualty && events.get(i).type() == EventType.SANCTION;
            if (events.get(i).extent().covers(span) && !sentence) {
                candidates.add(i);
            }
        }
        if (candidates.isEmpty() && casualty) {
            return onlyAttack(span, events);
        }
        return Steps.nearest(text, span, candidates, i -> events.get(i).trigger(), Integer.MAX_VALUE);
    }

    /** "27 people were killed when drones struck a camp": the dead of a sentence are those of its one attack. */
    private Optional<Integer> onlyAttack(Span span, List<EventMention> events) {
        Optional<Sentence> sentence = sentence(span);
        List<Integer> attacks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Span trigger = events.get(i).trigger();
            if (events.get(i).type() == EventType.ASSAULT
                    && sentence.filter(s -> s.span().covers(trigger)).isPresent()) {
                attacks.add(i);
            }
        }
        return attacks.size() == 1 ? Optional.of(attacks.getFirst()) : Optional.empty();
    }

    /** Attributions in whose content a span stands, outermost first; the author's own view of it before those it stands beside. */
    private List<String> said(Span span) {
        return attributions.stream()
                .filter(a -> a.says(span))
                .sorted(Comparator.comparingInt(this::depth)
                        .thenComparing(a -> !a.isAside())
                        .thenComparingInt(attributions::indexOf))
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

    private Optional<Sentence> sentence(Span span) {
        return text.sentenceAt(span.start());
    }
}
