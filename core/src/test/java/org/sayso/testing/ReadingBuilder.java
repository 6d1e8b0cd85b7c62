package org.sayso.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Figure;
import org.sayso.model.Interval;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Victim;

/** Builds a reading by hand; every span is given by the words that stand there, the first time they occur. */
public final class ReadingBuilder {
    private final String docId;
    private final String text;
    private Optional<String> publisher = Optional.empty();
    private Optional<LocalDate> published = Optional.empty();
    private List<String> wire = List.of();
    private final List<Entity> entities = new ArrayList<>();
    private final List<Timex> timexes = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Attribution> attributions = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Victim> victims = new ArrayList<>();

    private ReadingBuilder(String docId, String text) {
        this.docId = docId;
        this.text = text;
    }

    public static ReadingBuilder of(String docId, String text) {
        return new ReadingBuilder(docId, text);
    }

    public ReadingBuilder by(String newPublisher) {
        publisher = Optional.of(newPublisher);
        return this;
    }

    public ReadingBuilder on(String day) {
        published = Optional.of(LocalDate.parse(day));
        return this;
    }

    public ReadingBuilder wire(String agency) {
        wire = List.of(agency);
        return this;
    }

    public Span span(String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("\"" + words + "\" is not in " + docId);
        }
        return new Span(at, at + words.length());
    }

    /** An official of a country, or a country, wherever these words stand. */
    public ReadingBuilder entity(String id, Entity.Kind kind, String name, String country, String... words) {
        List<Span> mentions = new ArrayList<>();
        for (String w : words.length == 0 ? new String[] {name} : words) {
            for (int at = text.indexOf(w); at >= 0; at = text.indexOf(w, at + 1)) {
                mentions.add(new Span(at, at + w.length()));
            }
        }
        entities.add(new Entity(
                id,
                name,
                kind,
                Optional.of(country).filter(c -> !c.isEmpty()),
                country.isEmpty() ? Optional.empty() : Optional.of("GOV"),
                Optional.empty(),
                Optional.empty(),
                mentions));
        return this;
    }

    public ReadingBuilder date(String id, String words, String day) {
        LocalDate d = LocalDate.parse(day);
        timexes.add(new Timex(
                id,
                span(words),
                Timex.Type.DATE,
                Optional.of(day),
                Optional.of(day),
                Timex.Anchor.EXPLICIT,
                Optional.of(Interval.ofDays(d, d))));
        return this;
    }

    /** The source is resolved to the entity that has these very words as a mention. */
    public ReadingBuilder said(
            String id, Source.Kind kind, String source, String cue, String content, Stance stance, String inside) {
        Span words = span(source);
        Optional<String> entity = entities.stream()
                .filter(e -> e.mentions().contains(words))
                .map(Entity::id)
                .findFirst();
        attributions.add(new Attribution(
                id,
                new Source(List.of(words), kind, entity),
                List.of(span(cue)),
                content.isEmpty() ? List.of() : List.of(span(content)),
                Optional.of(inside).filter(i -> !i.isEmpty()),
                Attribution.Speech.INDIRECT,
                stance,
                Optional.empty(),
                Optional.empty(),
                "hand",
                1));
        return this;
    }

    /** The author's own view of what others are cited for. */
    public ReadingBuilder aside(String id, String cue, String content, Stance stance) {
        attributions.add(new Attribution(
                id,
                new Source(List.of(), Source.Kind.AUTHOR, Optional.empty()),
                List.of(span(cue)),
                List.of(span(content)),
                Optional.empty(),
                Attribution.Speech.INDIRECT,
                stance,
                Optional.empty(),
                Optional.empty(),
                "hand",
                1));
        return this;
    }

    public ReadingBuilder event(
            String id,
            String trigger,
            EventType type,
            String mode,
            List<String> actors,
            List<String> recipients,
            String when,
            boolean happened,
            String... said) {
        List<String> own = figures.stream()
                .filter(f -> f.event().equals(Optional.of(id)))
                .map(Figure::id)
                .toList();
        events.add(new Event(
                id,
                span(trigger),
                span(trigger),
                type,
                Optional.of(mode).filter(m -> !m.isEmpty()),
                List.of(),
                actors,
                recipients,
                Optional.of(when).filter(w -> !w.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                own,
                new Factuality(
                        happened ? Factuality.Status.HAPPENED : Factuality.Status.DENIED,
                        happened ? Factuality.Polarity.POSITIVE : Factuality.Polarity.NEGATIVE,
                        Factuality.Certainty.CERTAIN),
                false,
                List.of(said),
                "hand",
                1));
        return this;
    }

    /** Before the event it belongs to. */
    public ReadingBuilder killed(String id, String words, int low, int high, String event, String... said) {
        figures.add(new Figure(
                id,
                span(words),
                Optional.of(BigDecimal.valueOf(low)),
                Optional.of(BigDecimal.valueOf(high)),
                false,
                "person",
                Figure.Measure.KILLED,
                Optional.empty(),
                Optional.of(event),
                List.of(said)));
        return this;
    }

    /** Of somebody who is an entity. */
    public ReadingBuilder victim(String id, String words, String told, String entity, String... said) {
        victims.add(new Victim(
                id,
                span(words),
                span(told),
                Figure.Measure.INJURED,
                Optional.of(entity),
                Optional.empty(),
                new Factuality(Factuality.Status.HAPPENED, Factuality.Polarity.POSITIVE, Factuality.Certainty.CERTAIN),
                List.of(said)));
        return this;
    }

    public Reading build() {
        Article article = new Article(
                Article.idOf(text),
                docId,
                Optional.empty(),
                publisher,
                Optional.empty(),
                List.of(),
                published,
                Optional.empty(),
                Optional.empty(),
                wire,
                List.of(),
                Optional.of("en"),
                text);
        return new Reading(article, entities, timexes, List.of(), figures, attributions, events, victims, List.of());
    }
}
