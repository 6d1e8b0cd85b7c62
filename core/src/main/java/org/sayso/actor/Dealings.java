package org.sayso.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/**
 * Who acts on whom in a report: the subject and the object of a verb, two subjects of one verb, two named with "between", and
 * whoever answers the other's deed ("bombed the town after rebels fired rockets"). Those are its sides; whoever only asks,
 * praises or mediates hardly is one. Thread-safe.
 */
final class Dealings {
    /** Sectors of those who act for a state. */
    private static final Set<String> OF_STATES = Set.of("GOV", "MIL", "SPY", "COP", "LEG", "JUD");

    /** Sectors of those who watch, tell and help. */
    private static final Set<String> BYSTANDERS = Set.of("JRN", "NGO", "IGO", "MED", "EDU", "CVL");

    /** After so many sentences a dealing counts half. */
    private static final double HALF = 4;

    /** What two who do the same, and one who answers the other, count beside one who acts on the other. */
    private static final double BESIDE = 0.7;

    private static final double ANSWER = 0.5;

    /** What asking or praising the other counts: where nobody does more, those are the two. */
    private static final double ASKING = 0.2;

    /** What somebody counts who is not named, or only stands for a state. */
    private static final double UNNAMED = 0.25;

    private static final double FOR_STATE = 0.8;

    /** So often is spoken of whoever a report is about. */
    private static final double OFTEN = 4;

    private final Words words;

    Dealings(Words words) {
        this.words = words;
    }

    private record Dealing(int sentence, Referent one, Referent other, double weight) {}

    /** For whom one of two stands, seen beside the other. */
    interface Standing {
        Optional<Referent> of(Cast cast, Referent one, Referent other);
    }

    /** A state for all that act for it. */
    static Optional<Referent> asStates(Cast cast, Referent one, Referent other) {
        return one.kind == Entity.Kind.GROUP || one.country.equals(other.country)
                ? Optional.empty()
                : one.country.map(cast::state);
    }

    /** The same where the other is of another state; within one state the bodies themselves are the sides. */
    static Optional<Referent> asSides(Cast cast, Referent one, Referent other) {
        boolean ofState = one.state
                || one.isPerson()
                || one.sector.filter(OF_STATES::contains).isPresent();
        if (ofState && one.kind != Entity.Kind.GROUP && one.country.isPresent() && !one.country.equals(other.country)) {
            return one.country.map(cast::state);
        }
        boolean body = one.isBody() && one.kind != Entity.Kind.PLACE;
        boolean party = one.state || body || one.kind == Entity.Kind.UNNAMED && (one.plural || one.body);
        return Optional.of(one)
                .filter(r -> party && r.sector.filter(BYSTANDERS::contains).isEmpty());
    }

    static Optional<Referent> asPersons(Cast cast, Referent one, Referent other) {
        return Optional.of(one).filter(r -> r.kind == Entity.Kind.PERSON);
    }

    /** The two who deal with one another most, and most lately, before a word. */
    Optional<List<Referent>> two(Scene scene, Sentence s, Token at, Standing standing) {
        Map<Set<Referent>, Double> scores = new LinkedHashMap<>();
        for (Dealing d : before(scene, s, at)) {
            Optional<Referent> one = standing.of(scene.cast, d.one(), d.other());
            Optional<Referent> other = standing.of(scene.cast, d.other(), d.one());
            if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                double weight = d.weight() * HALF / (HALF + s.index() - d.sentence());
                weight *= plain(one.get(), d.one()) * plain(other.get(), d.other());
                weight *= prominence(scene, at, one.get()) * prominence(scene, at, other.get());
                scores.merge(Set.of(one.get(), other.get()), weight, Double::sum);
            }
        }
        return scores.entrySet().stream()
                .max(Map.Entry.<Set<Referent>, Double>comparingByValue().thenComparingInt(e -> -order(e.getKey())))
                .map(e -> e.getKey().stream()
                        .sorted(Comparator.comparingInt((Referent r) -> r.order))
                        .toList());
    }

    private static int order(Set<Referent> two) {
        return two.stream().mapToInt(r -> r.order).sum();
    }

    private static double plain(Referent side, Referent actor) {
        return actor.kind == Entity.Kind.UNNAMED && side != actor ? UNNAMED : side == actor ? 1 : FOR_STATE;
    }

    /** How much a report has spoken of somebody, up to 1: of a state also by whatever lies in it. */
    private static double prominence(Scene scene, Token at, Referent r) {
        double spoken = r.state
                ? scene.cast.namesOf(r.country.orElse(""), at.span().start())
                : r.mentions.stream()
                        .filter(m -> m.span().end() <= at.span().start())
                        .toList()
                        .size();
        return Math.min(OFTEN, Math.max(1, spoken)) / OFTEN;
    }

    private List<Dealing> before(Scene scene, Sentence here, Token at) {
        List<Dealing> all = new ArrayList<>();
        for (Sentence s : scene.text.sentences().subList(0, here.index() + 1)) {
            for (Token t : s.tokens()) {
                if (s.index() == here.index() && t.index() >= at.index()) {
                    break;
                }
                if (isBetween(s, t)) {
                    add(all, scene, s, t, conjuncts(s, t), 1);
                } else if (t.isVerb()) {
                    verb(all, scene, s, t);
                }
            }
        }
        return all;
    }

    private void verb(List<Dealing> all, Scene scene, Sentence s, Token verb) {
        List<Token> subjects = s.children(verb, "nsubj");
        List<Token> objects = s.children(verb, "obj", "iobj");
        // "met Lavrov", "fought against the army", "held talks with Iran"
        List<Token> others = Stream.of(
                        objects.stream(),
                        s.children(verb, "obl").stream()
                                .filter(t -> t.relation().equals("obl:agent") || isTowards(s, t)),
                        // "launched drones and missiles at Ukraine"
                        Stream.concat(
                                        objects.stream()
                                                .flatMap(o ->
                                                        Stream.concat(Stream.of(o), s.children(o, "conj").stream())),
                                        s.children(verb, "conj").stream().filter(Token::isNoun))
                                .flatMap(o -> s.children(o, "nmod").stream())
                                .filter(t -> isTowards(s, t)))
                .flatMap(x -> x)
                .toList();
        List<Token> answered = s.children(verb, "advcl").stream()
                .filter(c -> s.child(c, "mark").isPresent() && !words.is("bystanding", c))
                .flatMap(c -> s.children(c, "nsubj").stream())
                .toList();
        boolean bystanding = words.is("bystanding", verb);
        for (Token subject : subjects) {
            add(all, scene, s, subject, others, bystanding ? ASKING : 1);
            if (bystanding) {
                continue;
            }
            add(all, scene, s, subject, conjuncts(s, subject), words.is("mutual", verb) ? 1 : BESIDE);
            add(all, scene, s, subject, answered, ANSWER);
        }
    }

    private boolean isTowards(Sentence s, Token t) {
        return s.children(t, "case").stream().anyMatch(c -> words.is("towards", c));
    }

    private static boolean isBetween(Sentence s, Token t) {
        return s.children(t, "case").stream().anyMatch(c -> c.lemma().equals("between"));
    }

    /** Of just two; three who do the same are no two sides. */
    private static List<Token> conjuncts(Sentence s, Token t) {
        List<Token> all = s.children(t, "conj");
        return all.size() == 1 && s.children(all.getFirst(), "conj").isEmpty() ? all : List.of();
    }

    private static void add(List<Dealing> all, Scene scene, Sentence s, Token one, List<Token> others, double weight) {
        List<Referent> ones = meant(scene, s, one).toList();
        for (Token other : others) {
            meant(scene, s, other)
                    .flatMap(b -> ones.stream().map(a -> new Dealing(s.index(), a, b, weight)))
                    .filter(d -> d.one() != d.other())
                    .forEach(all::add);
        }
    }

    /** Each of those whom a word means; of "Eritrean positions" the state. */
    private static Stream<Referent> meant(Scene scene, Sentence s, Token t) {
        return scene
                .atOrNamed(s, t)
                .or(() -> Grammar.phrase(s, t).stream()
                        .takeWhile(c -> c.index() < t.index())
                        .flatMap(c -> scene.cast.nameAt(s, c.index()).stream())
                        .filter(n -> n.sort() == Named.Sort.PEOPLE
                                || n.sort() == Named.Sort.STATE
                                || n.sort() == Named.Sort.INSTITUTION)
                        .flatMap(n -> n.country().stream())
                        .findFirst()
                        .map(scene.cast::state))
                .stream()
                .flatMap(r -> r.members.isEmpty() ? Stream.of(r) : r.members.stream());
    }
}
