package org.sayso.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Entity;

/** Somebody in one article, while it is being read. Mutable; lives only as long as one call. */
final class Referent {
    final int order;
    final Entity.Kind kind;
    String name;
    Gender gender = Gender.UNKNOWN;
    boolean plural;
    /** A state, or its government. */
    boolean state;

    /** A body that is not named: "a rights group". */
    boolean body;

    /** Made of two or more others: "Trump and Putin". */
    List<Referent> members = List.of();

    Optional<Known> known = Optional.empty();
    Optional<String> country = Optional.empty();
    Optional<String> sector = Optional.empty();
    /** As the article words it. */
    Optional<String> role = Optional.empty();

    final Set<String> nouns = new TreeSet<>();
    final List<String> names = new ArrayList<>();
    final List<Mention> mentions = new ArrayList<>();

    Referent(int order, Entity.Kind kind, String name) {
        this.order = order;
        this.kind = kind;
        this.name = name;
    }

    /** Whose relative, lawyer or aide it is: "his brother". */
    Optional<Referent> owner = Optional.empty();

    /** Its last mention before a word. */
    Optional<Mention> lastBefore(int sentence, int token) {
        return mentions.stream()
                .filter(m -> m.sentence() < sentence || (m.sentence() == sentence && m.head() < token))
                .max(Mention.IN_TEXT);
    }

    /** One human being. */
    boolean isPerson() {
        return kind == Entity.Kind.PERSON || (kind == Entity.Kind.UNNAMED && !plural);
    }

    boolean isBody() {
        return kind == Entity.Kind.ORGANIZATION || kind == Entity.Kind.GROUP || kind == Entity.Kind.PLACE;
    }

    void learn(Optional<String> newCountry, Optional<String> newSector) {
        country = country.or(() -> newCountry);
        sector = sector.or(() -> newSector);
    }
}
