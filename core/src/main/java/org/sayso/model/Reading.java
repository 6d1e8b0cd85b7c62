package org.sayso.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that one article says, each item tied to its words. Lists are in order of the text.
 *
 * <p>Cannot be built with a span outside the text, an id used twice or a reference that nothing answers.
 */
public record Reading(
        Article article,
        List<Entity> entities,
        List<Timex> timexes,
        List<Place> places,
        List<Figure> figures,
        List<Attribution> attributions,
        List<Event> events,
        List<Victim> victims,
        List<Problem> problems) {
    public Reading {
        entities = List.copyOf(entities);
        timexes = List.copyOf(timexes);
        places = List.copyOf(places);
        figures = List.copyOf(figures);
        attributions = List.copyOf(attributions);
        events = List.copyOf(events);
        victims = List.copyOf(victims);
        problems = List.copyOf(problems);
        String where = "article " + article.docId();
        int length = article.text().length();
        spans(entities, timexes, places, figures, attributions, events, victims)
                .filter(s -> s.end() > length)
                .findFirst()
                .ifPresent(s -> {
                    throw new IllegalArgumentException("span " + s + " lies outside of " + where + " of " + length);
                });
        Set<String> e = ids(entities.stream().map(Entity::id), where);
        Set<String> t = ids(timexes.stream().map(Timex::id), where);
        Set<String> p = ids(places.stream().map(Place::id), where);
        Set<String> f = ids(figures.stream().map(Figure::id), where);
        Set<String> a = ids(attributions.stream().map(Attribution::id), where);
        Set<String> v = ids(events.stream().map(Event::id), where);
        for (Attribution x : attributions) {
            answered(a, x.inside().stream(), x.id(), where);
            answered(t, x.when().stream(), x.id(), where);
            answered(e, x.source().entity().stream(), x.id(), where);
        }
        for (Event x : events) {
            answered(e, Stream.concat(x.actors().stream(), x.recipients().stream()), x.id(), where);
            answered(t, x.when().stream(), x.id(), where);
            answered(p, x.where().stream(), x.id(), where);
            answered(f, x.figures().stream(), x.id(), where);
            answered(a, x.said().stream(), x.id(), where);
        }
        ids(victims.stream().map(Victim::id), where);
        for (Victim x : victims) {
            answered(e, x.entity().stream(), x.id(), where);
            answered(v, x.event().stream(), x.id(), where);
            answered(a, x.said().stream(), x.id(), where);
        }
        for (Figure x : figures) {
            answered(v, x.event().stream(), x.id(), where);
            answered(a, x.said().stream(), x.id(), where);
        }
    }

    /** A reading of which only the article is kept, with the reason. */
    public static Reading unread(Article article, List<Problem> problems) {
        return new Reading(
                article, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), problems);
    }

    public Optional<Entity> entity(String id) {
        return entities.stream().filter(x -> x.id().equals(id)).findFirst();
    }

    public Optional<Timex> timex(String id) {
        return timexes.stream().filter(x -> x.id().equals(id)).findFirst();
    }

    public Optional<Place> place(String id) {
        return places.stream().filter(x -> x.id().equals(id)).findFirst();
    }

    public Optional<Figure> figure(String id) {
        return figures.stream().filter(x -> x.id().equals(id)).findFirst();
    }

    public Optional<Attribution> attribution(String id) {
        return attributions.stream().filter(x -> x.id().equals(id)).findFirst();
    }

    public Optional<Event> event(String id) {
        return events.stream().filter(x -> x.id().equals(id)).findFirst();
    }

    /** The words for a source, as printed; empty where nobody is named. */
    public String sourceWords(Attribution attribution) {
        return String.join(
                " … ",
                attribution.source().spans().stream()
                        .map(s -> s.of(article.text()))
                        .toList());
    }

    private static Stream<Span> spans(
            List<Entity> entities,
            List<Timex> timexes,
            List<Place> places,
            List<Figure> figures,
            List<Attribution> attributions,
            List<Event> events,
            List<Victim> victims) {
        return Stream.of(
                        entities.stream().flatMap(x -> x.mentions().stream()),
                        timexes.stream().map(Timex::span),
                        places.stream().map(Place::span),
                        figures.stream().flatMap(x -> Stream.concat(Stream.of(x.span()), x.counted().stream())),
                        attributions.stream()
                                .flatMap(x -> Stream.of(x.source().spans(), x.cue(), x.content())
                                        .flatMap(List::stream)),
                        events.stream().flatMap(x -> Stream.of(x.trigger(), x.extent())),
                        victims.stream().flatMap(x -> Stream.of(x.span(), x.told())))
                .flatMap(s -> s);
    }

    private static Set<String> ids(Stream<String> ids, String where) {
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("id " + id + " is used twice in " + where);
            }
        });
        return seen;
    }

    private static void answered(Set<String> known, Stream<String> wanted, String by, String where) {
        wanted.filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(by + " refers to " + id + ", which is not in " + where);
        });
    }
}
