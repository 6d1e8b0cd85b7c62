package org.sayso.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Reading;

/** The names down a chain of attributions. */
public final class Vouchers {
    private static final String ARROW = " ← ";

    private Vouchers() {}

    /** Outermost first; the publisher is left out, and so is its own view of what the others say. */
    public static List<String> of(Reading reading, List<String> said) {
        return all(reading, said)
                .filter(a -> !a.isAside())
                .map(a -> of(reading, a))
                .toList();
    }

    private static Stream<Attribution> all(Reading reading, List<String> said) {
        return said.stream().map(reading::attribution).flatMap(Optional::stream);
    }

    public static String of(Reading reading, Attribution a) {
        if (a.isAside()) {
            return outer(reading, a).map(o -> of(reading, o)).orElse(publisher(reading)) + " itself";
        }
        return a.source()
                .entity()
                .flatMap(reading::entity)
                .map(Entity::name)
                .orElseGet(() -> a.source().spans().isEmpty() ? "somebody unnamed" : reading.sourceWords(a));
    }

    private static String publisher(Reading reading) {
        return reading.article().publisher().orElse("this report");
    }

    /** The whole chain, outermost first: publisher ← outlet cited ← its source; then who on the way denies or doubts it. */
    public static String chain(Reading reading, List<String> said) {
        String chain = Stream.concat(Stream.of(publisher(reading)), of(reading, said).stream())
                .collect(Collectors.joining(ARROW));
        return chain
                + all(reading, said)
                        .filter(Attribution::isAside)
                        .map(a -> "; " + of(reading, a) + " " + Wording.word(a.stance()) + " it")
                        .distinct()
                        .collect(Collectors.joining());
    }

    /** The whole chain down to an attribution's own source. */
    public static String chain(Reading reading, Attribution a) {
        SequencedSet<String> inwards = new LinkedHashSet<>(List.of(a.id()));
        for (Optional<Attribution> outer = outer(reading, a);
                outer.isPresent() && inwards.add(outer.get().id());
                outer = outer(reading, outer.get())) {}
        return chain(reading, new ArrayList<>(inwards.reversed()));
    }

    private static Optional<Attribution> outer(Reading reading, Attribution a) {
        return a.inside().flatMap(reading::attribution);
    }

    /** The names of entities, in the order of their ids. */
    public static String names(Reading reading, List<String> entities) {
        return entities.stream()
                .map(reading::entity)
                .flatMap(Optional::stream)
                .map(Entity::name)
                .collect(Collectors.joining(", "));
    }
}
