package org.sayso.actor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/**
 * Two who are meant together: "Trump and Putin", "both countries", "neither capital". The two sides of a report are the two that
 * act on one another in it, not the last two that it names. Thread-safe.
 */
final class Pairs {
    private static final int NEAR = 2;

    private final Words words;
    private final Dealings dealings;

    Pairs(Words words) {
        this.words = words;
        dealings = new Dealings(words);
    }

    /** Whether the noun speaks of two sides, of whom a determiner or number says that they are two. */
    boolean isOfTwo(Sentence s, Token noun) {
        return words.is("sides", noun) && (two(s, noun) || isTheSides(s, noun));
    }

    /** "The sides would meet." */
    private static boolean isTheSides(Sentence s, Token noun) {
        return noun.form().equalsIgnoreCase("sides")
                && s.children(noun, "nmod").isEmpty()
                && s.children(noun, "det").stream().anyMatch(d -> d.lemma().equalsIgnoreCase("the"));
    }

    /** "Both", "the two", "neither". */
    boolean two(Sentence s, Token noun) {
        return s.children(noun).stream().anyMatch(t -> t.index() < noun.index() && words.is("two", t));
    }

    /** The two states, or sides, that deal with one another, else those spoken of last; absent where there are not just two. */
    Optional<Referent> sides(Scene scene, Sentence s, Token noun) {
        boolean onlyStates = words.is("states", noun);
        Predicate<Referent> state = r -> r.state;
        Predicate<Referent> side =
                r -> r.state || (r.kind == Entity.Kind.GROUP && r.members.isEmpty() && r.known.isPresent());
        return dealings.two(scene, s, noun, onlyStates ? Dealings::asStates : Dealings::asSides)
                .map(two -> pair(scene, two))
                .or(() -> together(scene, s, noun, r -> r.members.stream().allMatch(onlyStates ? state : side)))
                .or(() -> two(s, noun) ? lastTwo(scene, s, noun, onlyStates ? state : side) : Optional.empty());
    }

    /** The two persons who deal with one another. */
    Optional<Referent> persons(Scene scene, Sentence s, Token at) {
        return dealings.two(scene, s, at, Dealings::asPersons).map(two -> pair(scene, two));
    }

    /** Two that were named in one breath. */
    static Optional<Referent> together(Scene scene, Sentence s, Token at, Predicate<Referent> fits) {
        return scene.cast.all().stream()
                .filter(r -> r.members.size() == 2 && fits.test(r))
                .filter(r -> last(r, s, at)
                        .filter(m -> s.index() - m.sentence() <= 6)
                        .isPresent())
                .max(Comparator.comparing((Referent r) -> last(r, s, at).orElseThrow(), Mention.IN_TEXT)
                        .thenComparingInt(r -> -r.order));
    }

    /** The only two that fit in the sentences just before, else none. */
    static Optional<Referent> lastTwo(Scene scene, Sentence s, Token at, Predicate<Referent> fits) {
        for (int back = 0; back <= NEAR; back++) {
            int from = s.index() - back;
            List<Referent> near = scene.cast.all().stream()
                    .filter(fits)
                    .filter(r ->
                            last(r, s, at).filter(m -> m.sentence() >= from).isPresent())
                    .toList();
            if (near.size() == 2) {
                return Optional.of(pair(scene, near));
            }
            if (near.size() > 2) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Mention> last(Referent r, Sentence s, Token at) {
        return r.lastBefore(s.index(), at.index());
    }

    static Referent pair(Scene scene, List<Referent> members) {
        List<Referent> ordered = members.stream()
                .sorted(Comparator.comparingInt((Referent r) -> r.order))
                .toList();
        String key = "pair:"
                + ordered.stream()
                        .map(r -> String.valueOf(r.order))
                        .reduce((a, b) -> a + "+" + b)
                        .orElse("");
        return scene.cast.keyed(key).orElseGet(() -> {
            List<String> names = members.stream().map(r -> r.name).toList();
            Referent r = scene.cast.add(Entity.Kind.GROUP, String.join(" and ", names));
            r.plural = true;
            r.members = List.copyOf(members);
            return scene.cast.keyed(key, r);
        });
    }
}
