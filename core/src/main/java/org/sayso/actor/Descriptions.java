package org.sayso.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Reads noun phrases that mean somebody without a name: "the spokesman", "the Ukrainian president", "two officials briefed
 * on the talks". With "the", they take up somebody spoken of before, where the words fit; else they bring in somebody new.
 * Thread-safe.
 */
final class Descriptions {
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those", "both");
    private static final Set<String> ANEW = Set.of("another", "other", "second", "different", "separate", "third");
    private static final Set<String> ALLIANCES = Set.of("un", "nato", "au", "osce", "icrc", "ecowas", "asean");
    private static final Set<String> OF_NATIONS = Set.of("IGO", "UNO", "EUR");
    private static final Set<String> FIGHTING =
            Stream.concat(Stream.of("MIL", "COP"), Affiliation.ARMED.stream()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CIVIC = Set.of("NGO", "CVL", "MED", "EDU", "REL");
    private static final int WINDOW = 6;
    /** So sure must the language engine be of whom a noun takes up, where the rules find nobody. */
    private static final double SURE = 0.5;

    private static final Comparator<Mention> NEARER = Comparator.comparingInt(Mention::sentence)
            .thenComparingInt(m -> m.subject() ? 1 : 0)
            .thenComparingInt(Mention::head);

    private final Offices offices;
    private final Words words;
    private final Pairs pairs;
    private final Binding binding;

    Descriptions(Directory directory, Words words) {
        this.words = words;
        offices = new Offices(directory, words);
        pairs = new Pairs(words);
        binding = new Binding(words);
    }

    /** Somebody brought in by a noun phrase, whose ties are known only when the whole phrase is read. */
    record Newcomer(Referent referent, Sentence sentence, Token head, Lexicon.Noun noun) {}

    /** Whoever is brought in anew, if somebody is. */
    Optional<Newcomer> read(Scene scene, Sentence s, Token head, Lexicon.Noun noun) {
        Phrase phrase = phrase(scene, s, head, noun);
        boolean meant = phrase.definite() || phrase.owner().isPresent();
        Optional<Referent> before = meant ? earlier(scene, phrase).or(() -> proposed(scene, phrase)) : Optional.empty();
        Optional<Referent> office = before.isPresent()
                ? Optional.empty()
                : offices.held(scene, phrase).or(() -> namedNext(scene, phrase));
        Referent r = before.or(() -> office).orElseGet(() -> fresh(scene, phrase));
        String reason = before.isPresent()
                ? "description of somebody named before"
                : office.isPresent() ? "office in the files" : "description";
        scene.mention(s, head, phrase.span(), Mention.Form.DESCRIPTION, r, reason);
        return before.isPresent() || office.isPresent()
                ? Optional.empty()
                : Optional.of(new Newcomer(r, s, head, noun));
    }

    /** "A spokesman for the ministry": what stands after the noun is read by now. */
    void settle(Scene scene, Newcomer n) {
        Referent r = n.referent();
        for (Token t : s(n).children(n.head(), "nmod", "compound")) {
            if (s(n).children(t, "case").stream().anyMatch(c -> words.is("example", c.form()))) {
                continue;
            }
            boolean several = s(n).children(t, "conj").stream()
                    .map(c -> scene.at(s(n), c))
                    .flatMap(Optional::stream)
                    .anyMatch(o -> !o.country.equals(scene.at(s(n), t).flatMap(x -> x.country)));
            if (several) {
                continue;
            }
            Optional<Referent> other = scene.at(s(n), t).filter(x -> x != r);
            boolean there = other.filter(o -> o.kind == Entity.Kind.PLACE).isPresent();
            boolean stranger =
                    there && !t.is("compound") && !words.is("local", n.noun().lemma());
            if (other.isPresent() && r.kind != Entity.Kind.DOCUMENT && !stranger) {
                Optional<String> sector = other.get().isBody()
                                && n.noun().borrows()
                                && r.sector.filter(x -> !x.equals("GOV")).isEmpty()
                        ? other.get().sector
                        : Optional.empty();
                r.country = r.country.or(() -> other.get().country);
                r.sector = sector.or(() -> r.sector);
            }
        }
        boolean loyal = n.noun().kind() == Lexicon.Sense.FORCE
                && s(n).children(n.head(), "compound", "amod").stream().anyMatch(t -> words.is("loyal", t));
        if (loyal && r.country.isEmpty()) {
            r.country = scene.topic(n.sentence(), n.head(), 2);
        }
        if (r.country.isEmpty() && words.is("local", n.noun().lemma()) && !r.body) {
            r.country = within(scene, n);
        }
        if (r.sector.isEmpty() && n.noun().borrows() && r.country.isPresent() && r.kind == Entity.Kind.UNNAMED) {
            r.sector = n.noun().sector();
        }
    }

    /** "Our men", "our forces": of the speaker's side, once it is known who speaks. */
    void ours(Scene scene, Newcomer n) {
        Optional<Referent> speaker = s(n).child(n.head(), "nmod:poss")
                .filter(Pronouns::isFirstPerson)
                .flatMap(t -> Pronouns.speaker(scene, t));
        boolean men = n.referent().plural && words.is("men", n.noun().lemma());
        if (speaker.isPresent() && men) {
            n.referent().learn(speaker.get().country, speaker.get().sector.filter(FIGHTING::contains));
        }
    }

    private static Sentence s(Newcomer n) {
        return n.sentence();
    }

    /** Of a place within the phrase. */
    private static Optional<String> within(Scene scene, Newcomer n) {
        List<Token> phrase = Grammar.phrase(n.sentence(), n.head());
        return scene.countryIn(phrase.getFirst().span().union(phrase.getLast().span()));
    }

    private Phrase phrase(Scene scene, Sentence s, Token head, Lexicon.Noun noun) {
        List<Token> tokens = Grammar.phrase(s, head, child -> onlyAdds(scene, head, noun, child));
        boolean definite = s.children(head, "det").stream()
                .anyMatch(
                        d -> DEFINITE.contains(lower(d)) && !Grammar.isComplementizer(d, s.token(d.index() + 1), head));
        boolean anew = tokens.stream().anyMatch(t -> t.index() < head.index() && ANEW.contains(lower(t)));
        // "a doctors' group" is no group of certain doctors
        Optional<Referent> owner = s.child(head, "nmod:poss")
                .filter(p -> !p.xpos().equals("NNS") || s.child(p, "det").isPresent())
                .flatMap(p -> scene.at(s, p));
        int from = tokens.getFirst().index();
        while (from < head.index() && Set.of("the", "a", "an", "whose").contains(lower(s.token(from)))) {
            from++;
        }
        int to = lastOf(s, tokens, head);
        Span span = s.token(from).span().union(s.token(to).span());
        Affiliation tie = Affiliation.of(words, s, from, to, head, scene.cast, noun);
        return new Phrase(
                s,
                head,
                noun,
                span,
                span.of(scene.text.text()).replaceAll("\\s+", " ").replaceFirst("[,;:]+$", ""),
                definite && !anew,
                Grammar.isPlural(head)
                        || lower(head).equals(noun.lemma() + "s")
                        || s.child(head, "nummod").isPresent()
                                && head.upos().name().equals("NOUN")
                                && !noun.lemma().equals("year-old")
                                && !lower(s.child(head, "nummod").get()).equals("one"),
                owner,
                tie);
    }

    /** Up to a participle, set off by a comma, of what only belongs to somebody ("a spokesman for the alliance, known as …"). */
    private static int lastOf(Sentence s, List<Token> tokens, Token head) {
        for (Token t : tokens) {
            boolean aside = t.index() > head.index() + 1 && t.is("acl") && t.head() != head.index();
            if (aside && s.token(t.index() - 1).form().equals(",")) {
                return t.index() - 2;
            }
        }
        return tokens.getLast().index();
    }

    /**
     * What happened to somebody, and when something happened, is no part of a name ("46 people killed in airstrikes", "soldiers
     * on Monday"); how somebody knows is, and whatever is said of a source.
     */
    private boolean onlyAdds(Scene scene, Token head, Lexicon.Noun noun, Token child) {
        if (child.is("nmod")) {
            return words.is("days", child)
                    || scene.text.sentenceAt(child.span().start()).stream()
                            .flatMap(s -> s.children(child, "case").stream())
                            .anyMatch(c -> c.lemma().equals("include"));
        }
        boolean clause = child.is("acl") && !child.xpos().equals("VB");
        return clause && noun.kind() != Lexicon.Sense.DOCUMENT && !words.is("knowing", child) && !scene.isSource(head);
    }

    private Optional<Referent> earlier(Scene scene, Phrase p) {
        return switch (p.noun().kind()) {
            case PERSON -> p.plural() ? people(scene, p) : person(scene, p);
            case BODY -> body(scene, p);
            case STATE -> state(scene, p);
            case FORCE ->
                latest(
                        scene,
                        p,
                        r -> (r.kind == Entity.Kind.GROUP || r.kind == Entity.Kind.UNNAMED) && r.members.isEmpty());
            case DOCUMENT -> latest(scene, p, r -> r.kind == Entity.Kind.DOCUMENT);
        };
    }

    /** Where the rules find nobody: whom the language engine is sure of, if number, gender, country and owner agree. */
    private Optional<Referent> proposed(Scene scene, Phrase p) {
        Set<Referent> others = binding.others(scene, p.sentence(), p.head());
        return scene.proposed.of(scene, p.head()).stream()
                .flatMap(v -> v.odds().entrySet().stream())
                .filter(e -> e.getValue() > SURE)
                .map(Map.Entry::getKey)
                .filter(r -> !others.contains(r) && p.owner().filter(r::equals).isEmpty() && agrees(p, r))
                .findFirst();
    }

    private static boolean agrees(Phrase p, Referent r) {
        boolean sort = switch (p.noun().kind()) {
            case PERSON -> p.plural() ? r.plural && !r.body : r.isPerson() && !r.body;
            case BODY, FORCE -> (r.isBody() || r.body || r.plural) && !r.state;
            case STATE -> r.state;
            case DOCUMENT -> r.kind == Entity.Kind.DOCUMENT;
        };
        return sort
                && !isNamedOtherwise(p, r)
                && p.noun().gender().agrees(r.gender)
                && (p.country().isEmpty() || r.country.isEmpty() || p.country().equals(r.country))
                && (p.owner().isEmpty() || r.owner.isEmpty() || p.owner().equals(r.owner));
    }

    /** Whoever is called so elsewhere, before anybody that might be. */
    private Optional<Referent> body(Scene scene, Phrase p) {
        Predicate<Referent> body = r -> (r.isBody() || r.body) && r.members.isEmpty();
        boolean armed = p.modifiers().stream().anyMatch(t -> words.is("armed", t.form()));
        boolean civic = p.modifiers().stream().anyMatch(t -> words.is("civic", t.form()));
        if (armed || civic) {
            return latest(
                    scene,
                    p,
                    body.and(r -> r.sector
                            .filter((armed ? Affiliation.ARMED : CIVIC)::contains)
                            .isPresent()));
        }
        return latest(scene, p, body.and(r -> isCalled(scene, r, p)).and(r -> distance(r, p) <= WINDOW))
                .or(() -> latest(scene, p, body));
    }

    private Optional<Referent> person(Scene scene, Phrase p) {
        Optional<Referent> named = offices.named(scene, p);
        if (named.isPresent()) {
            return named;
        }
        Optional<Referent> kin = p.owner().flatMap(o -> kin(scene, p, o));
        if (kin.isPresent() || !p.definite()) {
            return kin;
        }
        return latest(scene, p, Referent::isPerson);
    }

    /** "His son" is the one of his name, or the one spoken of before as his son. */
    private Optional<Referent> kin(Scene scene, Phrase p, Referent owner) {
        Optional<Referent> before = latestOf(
                scene,
                p,
                r -> r.owner.filter(owner::equals).isPresent()
                        && r.nouns.contains(p.noun().lemma()));
        if (before.isPresent() || !words.is("kin", p.noun().lemma())) {
            return before;
        }
        return latestOf(
                scene,
                p,
                r -> r != owner
                        && r.kind == Entity.Kind.PERSON
                        && p.noun().gender().agrees(r.gender)
                        && Persons.surname(r).isPresent()
                        && Persons.surname(r).equals(Persons.surname(owner)));
    }

    /** "The officials" are the officials last spoken of; "the two leaders" are two persons. */
    private Optional<Referent> people(Scene scene, Phrase p) {
        if (!p.definite()) {
            return Optional.empty();
        }
        boolean two = pairs.two(p.sentence(), p.head());
        Optional<Referent> same = latest(scene, p, r -> r.kind == Entity.Kind.UNNAMED && r.plural && !r.body)
                .or(() -> latest(
                        scene, p, r -> r.kind == Entity.Kind.GROUP && r.known.isPresent() && r.members.isEmpty()));
        if (same.isPresent() || !(two || p.noun().general())) {
            return same;
        }
        Optional<Referent> dealing = two ? pairs.persons(scene, p.sentence(), p.head()) : Optional.empty();
        return dealing.or(() -> Pairs.together(
                        scene,
                        p.sentence(),
                        p.head(),
                        r -> r.members.stream().allMatch(m -> m.kind == Entity.Kind.PERSON)))
                .or(() -> two
                        ? Pairs.lastTwo(scene, p.sentence(), p.head(), r -> r.kind == Entity.Kind.PERSON)
                        : Optional.empty());
    }

    private Optional<Referent> state(Scene scene, Phrase p) {
        if (p.owner().isPresent()) {
            return p.owner().flatMap(o -> o.country).map(scene.cast::state);
        }
        boolean lesser = p.sentence().children(p.head(), "amod", "compound").stream()
                .anyMatch(t -> words.is("subnational", t.form()));
        return p.definite() && !lesser && !Grammar.isOfATrade(p.sentence(), p.head())
                ? latestOf(scene, p, r -> r.state)
                : Optional.empty();
    }

    /** The latest that fits and that the noun can mean. */
    private Optional<Referent> latest(Scene scene, Phrase p, Predicate<Referent> fits) {
        return latestOf(scene, p, r -> fits.test(r) && takesUp(scene, p, r));
    }

    private Optional<Referent> latestOf(Scene scene, Phrase p, Predicate<Referent> fits) {
        List<Referent> candidates = new ArrayList<>(scene.cast.all());
        Set<Referent> others = binding.others(scene, p.sentence(), p.head());
        return candidates.stream()
                .filter(r -> last(r, p).isPresent())
                .filter(r -> !others.contains(r))
                .filter(fits)
                .max(Comparator.comparing((Referent r) -> last(r, p).orElseThrow(), NEARER)
                        .thenComparingInt(r -> -r.order));
    }

    private static Optional<Mention> last(Referent r, Phrase p) {
        return r.lastBefore(p.sentence().index(), p.head().index());
    }

    private static int distance(Referent r, Phrase p) {
        return p.sentence().index() - last(r, p).orElseThrow().sentence();
    }

    private static boolean isCalled(Scene scene, Referent r, Phrase p) {
        return r.nouns.contains(p.noun().lemma())
                || (p.tie().former()
                        ? Offices.were(scene, r, p)
                        : Offices.is(scene, r, p.noun().lemma()));
    }

    private boolean takesUp(Scene scene, Phrase p, Referent r) {
        Optional<String> country = p.country();
        if (country.isPresent() && r.country.isPresent() && !country.equals(r.country)) {
            return false;
        }
        if (!p.noun().gender().agrees(r.gender)) {
            return false;
        }
        // "Iran's atomic energy organisation" is not the union of states named before
        if (country.isPresent() && r.sector.filter(OF_NATIONS::contains).isPresent()) {
            return false;
        }
        if (isNamedOtherwise(p, r)) {
            return false;
        }
        boolean owned = p.owner().isPresent() && r.owner.isPresent();
        if (owned && !p.owner().equals(r.owner)) {
            return false;
        }
        if (isCalled(scene, r, p)) {
            return true;
        }
        if (!p.noun().general() || distance(r, p) > WINDOW || r.state) {
            return false;
        }
        return switch (p.noun().kind()) {
            case PERSON ->
                r.kind == Entity.Kind.PERSON
                        || (r.isPerson()
                                && !r.mentions.isEmpty()
                                && p.noun().lemma().equals("year-old"));
            case BODY, FORCE ->
                (r.kind == Entity.Kind.ORGANIZATION || r.kind == Entity.Kind.GROUP || r.body)
                        && !(words.is("movement", p.noun().lemma()) && isOfState(r));
            case STATE, DOCUMENT -> true;
        };
    }

    /** "The United Nations refugee agency" is no agency that goes by other names; "the New York-based group" is where it is. */
    private static boolean isNamedOtherwise(Phrase p, Referent r) {
        boolean body = p.noun().kind() == Lexicon.Sense.BODY;
        boolean nations = p.tie().country().isPresent();
        String names = plain(r.name + " " + String.join(" ", r.names));
        return body && isOfOtherTrade(p, r, names)
                || body
                        && p.sentence().children(p.head(), "compound").stream()
                                .filter(t -> t.upos() == Upos.PROPN)
                                .filter(t -> !nations || ALLIANCES.contains(plain(t.form())))
                                .filter(t -> p.sentence().tokens().stream()
                                        .filter(b -> t.index() <= b.index()
                                                && b.index() < p.head().index())
                                        .noneMatch(b -> b.form().contains("-")))
                                .anyMatch(t -> !names.contains(plain(t.form())));
    }

    /** "The human rights office" is not the civil protection office. */
    private static boolean isOfOtherTrade(Phrase p, Referent r, String names) {
        List<Token> trade = p.sentence().children(p.head(), "compound").stream()
                .filter(t -> t.upos() == Upos.NOUN)
                .toList();
        int at = plain(r.name).indexOf(" " + p.noun().lemma());
        boolean told = at > 0 && plain(r.name).lastIndexOf(' ', at - 1) > 0;
        return told && !trade.isEmpty() && trade.stream().noneMatch(t -> names.contains(plain(t.form())));
    }

    /** "U.N." as "un". */
    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace(".", "");
    }

    /** A ministry or an army is no "group". */
    private static boolean isOfState(Referent r) {
        return r.kind == Entity.Kind.ORGANIZATION
                && r.sector
                        .filter(Set.of("GOV", "MIL", "SPY", "COP", "LEG", "JUD", "JRN")::contains)
                        .isPresent();
    }

    private Referent fresh(Scene scene, Phrase p) {
        Lexicon.Noun noun = p.noun();
        boolean office = noun.lemma().equals("office")
                && p.owner().filter(o -> o.kind == Entity.Kind.PERSON).isPresent();
        Entity.Kind kind = noun.kind() == Lexicon.Sense.DOCUMENT
                ? Entity.Kind.DOCUMENT
                : office ? Entity.Kind.ORGANIZATION : Entity.Kind.UNNAMED;
        // "whose office": of the one it is
        String name = office ? p.owner().orElseThrow().name + "'s office" : p.words();
        Referent r = scene.cast.add(kind, name);
        r.plural = p.plural() && noun.kind() != Lexicon.Sense.BODY;
        r.body = noun.kind() == Lexicon.Sense.BODY || noun.kind() == Lexicon.Sense.STATE;
        r.gender = noun.gender();
        r.nouns.add(noun.lemma());
        r.owner = p.owner();
        r.country = p.country();
        r.sector = p.tie().sector(noun).or(() -> office ? p.owner().flatMap(o -> sector(scene, o)) : Optional.empty());
        if (noun.kind() == Lexicon.Sense.PERSON && !r.plural && noun.borrows()) {
            r.role = Optional.of(p.words());
        }
        return r;
    }

    private static Optional<String> sector(Scene scene, Referent person) {
        return person.sector.or(() -> person.known
                .flatMap(k -> scene.article.published().flatMap(k::officeOn))
                .map(Known.Office::sector));
    }

    /** "A doctors' group said … The Sudan Doctors Network said": the next sentence names it. */
    private Optional<Referent> namedNext(Scene scene, Phrase p) {
        int next = p.sentence().index() + 1;
        if (p.noun().kind() != Lexicon.Sense.BODY
                || p.definite()
                || next >= scene.text.sentences().size()) {
            return Optional.empty();
        }
        Sentence s = scene.text.sentences().get(next);
        return p.sentence().children(p.head(), "nmod:poss", "compound").stream()
                .filter(t -> t.upos() == Upos.NOUN)
                .flatMap(t -> scene.cast.namesIn(s).stream()
                        .filter(n -> n.sort() == Named.Sort.BODY && n.size() > 1)
                        .filter(n -> plain(n.text()).contains(plain(t.lemma())))
                        .filter(n -> s.headOf(n.span())
                                .filter(h -> binding.says(s, h))
                                .isPresent()))
                .flatMap(n -> scene.cast.of(n).stream())
                .findFirst();
    }

    private static String lower(Token t) {
        return t.form().toLowerCase(Locale.ROOT);
    }
}
