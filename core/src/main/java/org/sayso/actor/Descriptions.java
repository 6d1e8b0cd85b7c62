package org.sayso.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * Reads noun phrases that mean somebody without a name: "the spokesman", "the Ukrainian president", "two officials briefed
 * on the talks". With "the", they take up somebody spoken of before, where the words fit; else they bring in somebody new.
 * Thread-safe.
 */
final class Descriptions {
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those", "both");
    private static final Set<String> ANEW = Set.of("another", "other", "second", "different", "separate", "third");
    private static final int WINDOW = 6;
    private static final Comparator<Mention> NEARER = Comparator.comparingInt(Mention::sentence)
            .thenComparingInt(m -> m.subject() ? 1 : 0)
            .thenComparingInt(Mention::head);

    private final Directory directory;

    Descriptions(Directory directory) {
        this.directory = directory;
    }

    /** What a noun phrase says. */
    private record Phrase(
            Sentence sentence,
            Token head,
            Lexicon.Noun noun,
            Span span,
            String words,
            boolean definite,
            boolean plural,
            Optional<Referent> owner,
            Affiliation tie) {}

    void read(Scene scene, Sentence s, Token head, Lexicon.Noun noun) {
        Phrase phrase = phrase(scene, s, head, noun);
        Optional<Referent> before =
                phrase.definite() || phrase.owner().isPresent() ? earlier(scene, phrase) : Optional.empty();
        Referent r = before.orElseGet(() -> fresh(scene, phrase));
        String reason = before.isPresent() ? "description of somebody named before" : "description";
        scene.mention(s, head, phrase.span(), Mention.Form.DESCRIPTION, r, reason);
    }

    private Phrase phrase(Scene scene, Sentence s, Token head, Lexicon.Noun noun) {
        List<Token> tokens = Grammar.phrase(s, head, true);
        boolean definite = s.children(head, "det").stream().anyMatch(d -> DEFINITE.contains(lower(d)));
        boolean anew = tokens.stream().anyMatch(t -> t.index() < head.index() && ANEW.contains(lower(t)));
        Optional<Referent> owner = s.child(head, "nmod:poss").flatMap(p -> scene.at(s, p));
        int from = tokens.getFirst().index();
        while (from < head.index() && Set.of("the", "a", "an").contains(lower(s.token(from)))) {
            from++;
        }
        int to = tokens.getLast().index();
        Span span = s.token(from).span().union(s.token(to).span());
        Affiliation tie = Affiliation.of(s, from, to, scene.cast, noun);
        return new Phrase(
                s,
                head,
                noun,
                span,
                span.of(scene.text.text()).replaceAll("\\s+", " "),
                definite && !anew,
                Grammar.isPlural(head)
                        || s.child(head, "nummod").isPresent()
                                && head.upos().name().equals("NOUN")
                                && !lower(s.child(head, "nummod").get()).equals("one"),
                owner,
                tie);
    }

    private Optional<Referent> earlier(Scene scene, Phrase p) {
        return switch (p.noun().kind()) {
            case PERSON -> p.plural() ? people(scene, p) : person(scene, p);
            case BODY -> latest(scene, p, r -> r.isBody() || r.body);
            case STATE -> state(scene, p);
            case FORCE ->
                latest(
                        scene,
                        p,
                        r -> (r.kind == Entity.Kind.GROUP || r.kind == Entity.Kind.UNNAMED) && r.members.isEmpty());
            case DOCUMENT -> latest(scene, p, r -> r.kind == Entity.Kind.DOCUMENT);
        };
    }

    private Optional<Referent> person(Scene scene, Phrase p) {
        Optional<String> country = country(p);
        if (country.isPresent()
                && scene.article.published().isPresent()
                && !p.tie().former()) {
            Optional<Known> holder = directory.holder(
                    p.noun().lemma(), country.get(), scene.article.published().get());
            Optional<Referent> named = scene.cast.all().stream()
                    .filter(r -> r.known.isPresent() && r.known.equals(holder))
                    .findFirst();
            if (named.isPresent()) {
                return named;
            }
        }
        if (!p.definite()) {
            return Optional.empty();
        }
        return latest(scene, p, Referent::isPerson);
    }

    private static Optional<String> country(Phrase p) {
        return p.tie().country().or(() -> p.owner().flatMap(o -> o.country));
    }

    /** "The officials" are the officials last spoken of; "the two leaders" are two persons. */
    private Optional<Referent> people(Scene scene, Phrase p) {
        if (!p.definite()) {
            return Optional.empty();
        }
        boolean two = p.words().toLowerCase(Locale.ROOT).matches(".*\\b(two|both)\\b.*");
        Optional<Referent> same = latest(scene, p, r -> r.kind == Entity.Kind.UNNAMED && r.plural && !r.body);
        if (same.isPresent() || !(two || p.noun().general())) {
            return same;
        }
        Optional<Referent> pair = latestOf(
                scene, p, r -> r.members.size() == 2 && r.members.stream().allMatch(m -> m.kind == Entity.Kind.PERSON));
        return pair.or(() -> two ? pairOf(scene, p) : Optional.empty());
    }

    /** The two persons named last. */
    private Optional<Referent> pairOf(Scene scene, Phrase p) {
        List<Referent> near = scene.cast.all().stream()
                .filter(r -> r.kind == Entity.Kind.PERSON)
                .filter(r -> last(r, p)
                        .filter(m -> p.sentence().index() - m.sentence() <= 2)
                        .isPresent())
                .toList();
        if (near.size() != 2) {
            return Optional.empty();
        }
        return Optional.of(pair(scene, near));
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

    private Optional<Referent> state(Scene scene, Phrase p) {
        if (p.owner().isPresent()) {
            return p.owner().flatMap(o -> o.country).map(scene.cast::state);
        }
        return p.definite() ? latestOf(scene, p, r -> r.state) : Optional.empty();
    }

    /** The latest that fits and that the noun can mean. */
    private Optional<Referent> latest(Scene scene, Phrase p, java.util.function.Predicate<Referent> fits) {
        return latestOf(scene, p, r -> fits.test(r) && takesUp(scene, p, r));
    }

    private Optional<Referent> latestOf(Scene scene, Phrase p, java.util.function.Predicate<Referent> fits) {
        List<Referent> candidates = new ArrayList<>(scene.cast.all());
        return candidates.stream()
                .filter(r -> last(r, p).isPresent())
                .filter(fits)
                .max(Comparator.comparing((Referent r) -> last(r, p).orElseThrow(), NEARER)
                        .thenComparingInt(r -> -r.order));
    }

    private static Optional<Mention> last(Referent r, Phrase p) {
        return r.mentions.stream()
                .filter(m -> m.sentence() < p.sentence().index()
                        || (m.sentence() == p.sentence().index()
                                && m.head() < p.head().index()))
                .reduce((a, b) -> b);
    }

    private boolean takesUp(Scene scene, Phrase p, Referent r) {
        Optional<String> country = country(p);
        if (country.isPresent() && r.country.isPresent() && !country.equals(r.country)) {
            return false;
        }
        if (!p.noun().gender().agrees(r.gender)) {
            return false;
        }
        int distance = p.sentence().index() - last(r, p).orElseThrow().sentence();
        boolean named = r.nouns.contains(p.noun().lemma())
                || officeIs(scene, r, p.noun().lemma());
        if (named) {
            return true;
        }
        if (!p.noun().general() || distance > WINDOW || r.state) {
            return false;
        }
        return switch (p.noun().kind()) {
            case PERSON ->
                r.kind == Entity.Kind.PERSON
                        || (r.isPerson()
                                && r.mentions.size() > 0
                                && p.noun().lemma().equals("year-old"));
            case BODY, FORCE -> r.kind == Entity.Kind.ORGANIZATION || r.kind == Entity.Kind.GROUP || r.body;
            case STATE, DOCUMENT -> true;
        };
    }

    private static boolean officeIs(Scene scene, Referent r, String lemma) {
        return r.known
                .flatMap(k -> scene.article.published().flatMap(k::officeOn))
                .filter(o -> o.role().equals(lemma) || o.role().endsWith(" " + lemma))
                .isPresent();
    }

    private Referent fresh(Scene scene, Phrase p) {
        Lexicon.Noun noun = p.noun();
        Optional<Referent> office = office(scene, p);
        if (office.isPresent()) {
            return office.get();
        }
        Entity.Kind kind = noun.kind() == Lexicon.Sense.DOCUMENT ? Entity.Kind.DOCUMENT : Entity.Kind.UNNAMED;
        Referent r = scene.cast.add(kind, p.words());
        r.plural = p.plural() && noun.kind() != Lexicon.Sense.BODY;
        r.body = noun.kind() == Lexicon.Sense.BODY || noun.kind() == Lexicon.Sense.STATE;
        r.gender = noun.gender();
        r.nouns.add(noun.lemma());
        r.country = country(p);
        r.sector = p.tie().sector(noun);
        if (noun.kind() == Lexicon.Sense.PERSON && !r.plural && noun.borrows()) {
            r.role = Optional.of(p.words());
        }
        return r;
    }

    /** "The Ukrainian president" where the article never names him. */
    private Optional<Referent> office(Scene scene, Phrase p) {
        boolean one = p.noun().kind() == Lexicon.Sense.PERSON
                && !p.plural()
                && !p.tie().former();
        boolean meant = p.definite() || p.owner().isPresent();
        if (!one || !meant || country(p).isEmpty() || scene.article.published().isEmpty()) {
            return Optional.empty();
        }
        return directory
                .holder(
                        p.noun().lemma(),
                        country(p).get(),
                        scene.article.published().get())
                .map(known -> {
                    Referent r = scene.cast.add(Entity.Kind.PERSON, known.name());
                    r.known = Optional.of(known);
                    r.gender = known.gender();
                    r.country = known.country();
                    return r;
                });
    }

    private static String lower(Token t) {
        return t.form().toLowerCase(Locale.ROOT);
    }
}
