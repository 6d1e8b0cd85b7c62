package org.sayso.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sayso.model.Entity;
import org.sayso.model.Token;

/** Who held the office that a noun phrase names on the day of the report. Thread-safe. */
final class Offices {
    private final Directory directory;
    private final Words words;

    Offices(Directory directory, Words words) {
        this.directory = directory;
        this.words = words;
    }

    /** Whoever held it, brought in where the report never names him. */
    Optional<Referent> held(Scene scene, Phrase p) {
        return ofState(scene, p).or(() -> headOf(scene, p));
    }

    /** Whoever held it, if the report names him. */
    Optional<Referent> named(Scene scene, Phrase p) {
        boolean told = scene.article.published().isPresent() && !p.tie().former();
        return p.country().filter(c -> told).flatMap(c -> holder(scene, p, c)).flatMap(known -> cast(scene, known));
    }

    /** "The former secretary of state." */
    static boolean were(Scene scene, Referent r, Phrase p) {
        String words = p.words().toLowerCase(Locale.ROOT).replace("defense", "defence");
        return scene.article.published().isPresent()
                && r.known.stream()
                        .flatMap(k -> k.offices().stream())
                        .filter(o -> !o.role().isEmpty()
                                && !o.holds(scene.article.published().get()))
                        .anyMatch(o -> words.contains(o.role()));
    }

    /** Whether somebody holds an office of that name. */
    static boolean is(Scene scene, Referent r, String lemma) {
        return r.known
                .flatMap(k -> scene.article.published().flatMap(k::officeOn))
                .filter(o -> o.role().equals(lemma) || o.role().endsWith(" " + lemma))
                .isPresent();
    }

    /** "The Ukrainian president" where the article never names him. */
    private Optional<Referent> ofState(Scene scene, Phrase p) {
        boolean one = p.noun().kind() == Lexicon.Sense.PERSON
                && !p.plural()
                && !p.tie().former();
        boolean meant = p.definite() || p.owner().isPresent();
        if (!one || !meant || p.country().isEmpty() || scene.article.published().isEmpty()) {
            return Optional.empty();
        }
        return holder(scene, p, p.country().get()).map(known -> added(scene, known));
    }

    /** "The WHO chief", "the head of the World Health Organization": whoever that is, named or not. */
    private Optional<Referent> headOf(Scene scene, Phrase p) {
        boolean one = words.is("heads", p.noun().lemma())
                && !p.plural()
                && !p.tie().former()
                && p.modifiers().stream()
                        .allMatch(
                                t -> scene.cast.nameAt(p.sentence(), t.index()).isPresent());
        return p.tie()
                .whose()
                .filter(b -> one && b.isBody())
                .flatMap(b -> b.known)
                .flatMap(b -> scene.article.published().flatMap(day -> directory.head(b, day)))
                .map(known -> cast(scene, known).orElseGet(() -> added(scene, known)));
    }

    private static Optional<Referent> cast(Scene scene, Known known) {
        return scene.cast.all().stream()
                .filter(r -> r.known.equals(Optional.of(known)))
                .findFirst();
    }

    private static Referent added(Scene scene, Known known) {
        Referent r = scene.cast.add(Entity.Kind.PERSON, known.name());
        r.known = Optional.of(known);
        r.gender = known.gender();
        r.country = known.country();
        return r;
    }

    /** By the longest words that are an office: "secretary of state", "foreign minister", "president". */
    private Optional<Known> holder(Scene scene, Phrase p, String country) {
        List<Token> tokens = p.sentence().tokens();
        int head = p.head().index();
        int end = p.sentence().children(p.head(), "nmod").stream()
                .filter(t -> t.index() > head)
                .mapToInt(Token::index)
                .findFirst()
                .orElse(head);
        for (int last : new int[] {end, head}) {
            for (int first = Math.max(0, head - 3); first <= head; first++) {
                boolean lesser = first > 0 && words.is("lesser", tokens.get(first - 1));
                Optional<Known> found = lesser || scene.article.published().isEmpty()
                        ? Optional.empty()
                        : directory.holder(
                                role(tokens.subList(first, last + 1)),
                                country,
                                scene.article.published().get());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String role(List<Token> tokens) {
        return tokens.stream()
                .map(t -> t.form().toLowerCase(Locale.ROOT))
                .map(w -> w.equals("defense") ? "defence" : w.equals("advisor") ? "adviser" : w)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
