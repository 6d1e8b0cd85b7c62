package org.sayso.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sayso.model.Entity;
import org.sayso.model.Reading;

/**
 * Bodies of a state that reports name without their state: "the army", "police". One such word is one body throughout a
 * story, and of the only state whose body it can be: the only one of that sector there, or the only one at all. Immutable.
 */
final class GenericBodies {
    private static final Set<String> WORDS = new HashSet<>(Lists.first("bodies.txt"));

    private final Map<String, String> sectors = new TreeMap<>();
    private final Map<String, Set<String>> sidesOfSector = new TreeMap<>();
    private final Set<String> sides = new TreeSet<>();

    GenericBodies(List<Reading> readings) {
        for (Reading r : readings) {
            for (Entity e : r.entities()) {
                if (is(e)) {
                    sectors.putIfAbsent(
                            "body:" + Names.folded(e.name()), e.sector().orElse(""));
                }
                Names.side(e).filter(s -> e.kind() != Entity.Kind.PLACE).ifPresent(side -> {
                    sides.add(side);
                    sidesOfSector
                            .computeIfAbsent(e.sector().orElse(""), k -> new TreeSet<>())
                            .add(side);
                });
            }
        }
    }

    /** Whether an entity is called by a word for a body of any state, and its state is not known. */
    static boolean is(Entity e) {
        return e.country().isEmpty()
                && (e.kind() == Entity.Kind.ORGANIZATION || e.kind() == Entity.Kind.UNNAMED)
                && WORDS.contains(Names.folded(e.name()).toLowerCase(Locale.ROOT));
    }

    /** The state of such a body, by its key; absent where several come into question. */
    Optional<String> sideOf(String key) {
        String sector = sectors.get(key);
        if (sector == null) {
            return Optional.empty();
        }
        Set<String> same = sidesOfSector.getOrDefault(sector, Set.of());
        if (same.size() == 1) {
            return same.stream().findFirst();
        }
        return same.isEmpty() && sides.size() == 1 ? sides.stream().findFirst() : Optional.empty();
    }
}
