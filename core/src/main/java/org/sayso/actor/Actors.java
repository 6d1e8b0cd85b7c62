package org.sayso.actor;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Entity;
import org.sayso.model.Span;

/**
 * The entities of one article.
 *
 * @param entities ids e1, e2, … in order of first mention; every span that was asked for and means somebody is among the
 *     mentions of one of them
 * @param links why each of those spans means whom it means, in order
 */
public record Actors(List<Entity> entities, List<Link> links) {
    public Actors {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
    }

    public Actors(List<Entity> entities) {
        this(entities, List.of());
    }

    /** The entity that a span means. */
    public Optional<Entity> at(Span span) {
        return entities.stream().filter(e -> e.mentions().contains(span)).findFirst();
    }

    /**
     * Why some words mean somebody.
     *
     * @param entity its id
     * @param reason "pronoun", "apposition", "name in the files", …
     */
    public record Link(Span span, String entity, String reason) {}
}
