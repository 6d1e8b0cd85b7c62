package org.sayso.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Place;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.outlet.Outlets;
import org.sayso.world.Countries;

/** Tells who is meant by the words of an article. Immutable and thread-safe; the same article gives the same answer. */
public final class ActorResolver {
    private final Directory directory;
    private final Countries countries;
    private final Lexicon lexicon;
    private final NameFinder names;
    private final Institutions institutions;
    private final Titles titles;
    private final Roles roles;
    private final Coreference coreference;
    private final Counts counts = new Counts();
    private final Words words = Words.load();

    private ActorResolver(Directory directory, Lexicon lexicon, Countries countries, Outlets outlets) {
        this.directory = directory;
        this.countries = countries;
        this.lexicon = lexicon;
        names = new NameFinder(directory, lexicon, words, countries, outlets);
        institutions = new Institutions(lexicon, countries, words);
        titles = new Titles(lexicon);
        roles = new Roles(lexicon, titles, words);
        coreference = new Coreference(lexicon, directory, words, institutions);
    }

    /** With the files that ship with Sayso. */
    public static ActorResolver load() {
        return load(Countries.load());
    }

    /** With countries that others use as well. */
    public static ActorResolver load(Countries countries) {
        return new ActorResolver(Directory.load(), Lexicon.load(), countries, Outlets.load());
    }

    /**
     * The entities that some words of an article mean, with all the other places where they are meant.
     *
     * @param mentions the words that need somebody: sources, actors, recipients
     */
    public Actors resolve(Article article, AnalyzedText text, List<Span> mentions) {
        return resolve(article, text, List.of(), List.of(), mentions);
    }

    /**
     * The same, with what other stages found.
     *
     * @param attributions by which it is known whose words "I" and "we" are
     * @param places by which it is known what country somebody somewhere is of
     */
    public Actors resolve(
            Article article,
            AnalyzedText text,
            List<Attribution> attributions,
            List<Place> places,
            List<Span> mentions) {
        List<Named> found = new ArrayList<>();
        List<Named> all = names.find(text, places);
        for (Sentence s : text.sentences()) {
            found.addAll(institutions.into(
                    s,
                    text.text(),
                    all.stream().filter(n -> n.sentence() == s.index()).toList()));
        }
        Cast cast = new Cast(text, article.published(), directory, countries, words, lexicon, found, titles);
        Scene scene = new Scene(article, text, attributions, places, cast, countries);
        roles.read(scene);
        coreference.read(scene);
        Credits credits = new Credits(scene, countries);
        mentions.stream().distinct().sorted().forEach(span -> credits.add(span, meant(scene, span)));
        return credits.actors();
    }

    private Optional<Credits.Link> meant(Scene scene, Span span) {
        Optional<Sentence> sentence = scene.text.sentenceAt(span.start());
        Optional<Token> head = sentence.flatMap(s -> s.headOf(span));
        if (sentence.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        Sentence s = sentence.get();
        List<Token> tokens = s.tokensIn(span);
        Optional<Named> titled = titled(scene, s, span, head.get());
        if (titled.isPresent()) {
            return scene.cast.of(titled.get()).map(r -> new Credits.Link(r, "title"));
        }
        Optional<Credits.Link> direct = at(scene, s, head.get());
        if (direct.isPresent()) {
            return coordinated(scene, s, head.get(), span, direct.get());
        }
        Optional<Named> whole = scene.cast.nameAt(s, head.get().index());
        Optional<Referent> named = whole.flatMap(scene.cast::of);
        if (named.isPresent()) {
            return named.map(r -> new Credits.Link(r, "name"));
        }
        Optional<Referent> doer = whole.isPresent() ? owner(scene, s, head.get()) : wielder(scene, s, head.get());
        if (whole.isPresent() || doer.isPresent()) {
            return doer.map(r -> new Credits.Link(r, Credits.DEED));
        }
        for (Token t : tokens) {
            boolean beside = (t.is("appos") || t.is("flat") || t.is("nmod"))
                    && t.head() == head.get().index();
            if (beside && !t.is("nmod") && at(scene, s, t).isPresent()) {
                return at(scene, s, t);
            }
        }
        // "the hospital's delivery ward"
        Optional<Referent> whose = s.child(head.get(), "nmod:poss")
                .filter(Token::isNoun)
                .flatMap(t -> scene.at(s, t))
                .filter(r -> r.kind != Entity.Kind.PERSON);
        if (whose.isPresent()) {
            return whose.map(r -> new Credits.Link(r, "whose it is"));
        }
        return counts.find(scene, s, head.get()).map(r -> new Credits.Link(r, "description"));
    }

    /** "Russian missiles", "the army's shells", "a drone launched by the rebels": not the weapon acts, nor is it hit for its own sake. */
    private Optional<Referent> wielder(Scene scene, Sentence s, Token weapon) {
        if (!words.is("weapon", weapon)) {
            return Optional.empty();
        }
        Optional<Referent> owner = s.children(weapon, "amod", "compound", "nmod:poss").stream()
                .flatMap(t -> owner(scene, s, t).stream())
                .findFirst();
        return owner.or(() -> s.children(weapon, "acl").stream()
                .flatMap(used -> s.children(used, "obl").stream())
                .filter(t ->
                        s.children(t, "case").stream().anyMatch(c -> c.form().equals("by")))
                .flatMap(t -> scene.at(s, t).stream())
                .findFirst());
    }

    /** "Russian" of "Russian missiles" and "a Russian attack" is Russia. */
    private static Optional<Referent> owner(Scene scene, Sentence s, Token t) {
        Optional<Named> name = scene.cast.nameAt(s, t.index());
        boolean nation = name.filter(n -> n.sort() == Named.Sort.PEOPLE || n.sort() == Named.Sort.STATE)
                .isPresent();
        return nation
                ? name.flatMap(Named::country).map(scene.cast::state)
                : scene.at(s, t).or(() -> name.flatMap(scene.cast::of)).filter(r -> r.kind != Entity.Kind.PLACE);
    }

    /** "US President Donald Trump", where the tree hangs the words on somebody else. */
    private Optional<Named> titled(Scene scene, Sentence s, Span span, Token head) {
        return scene.cast.namesIn(s).stream()
                .filter(n -> n.sort() == Named.Sort.PERSON
                        && n.span().end() == span.end()
                        && n.span().start() > span.start()
                        && !n.covers(head.index()))
                .filter(n -> titles.before(s, n, scene.cast.namesIn(s))
                        .filter(t -> s.token(t.first()).span().start() <= span.start())
                        .isPresent())
                .findFirst();
    }

    private static Optional<Credits.Link> at(Scene scene, Sentence s, Token t) {
        return scene.at(s, t).map(r -> new Credits.Link(r, scene.reasonAt(s, t)));
    }

    /** "Trump and Putin" as one pair of words; nobody where one of two parties is not known: the words then tell both. */
    private static Optional<Credits.Link> coordinated(
            Scene scene, Sentence s, Token head, Span span, Credits.Link first) {
        List<Token> parties = conjuncts(s, head)
                .filter(t -> span.covers(t.span()) && isParty(s, t))
                // "Tehreek-e-Taliban Pakistan, or TTP"
                .filter(t -> scene.at(s, t).filter(first.referent()::equals).isEmpty())
                .toList();
        List<Referent> others = parties.stream()
                .map(t -> scene.at(s, t))
                .flatMap(Optional::stream)
                .filter(r -> r != first.referent())
                .distinct()
                .toList();
        if (parties.isEmpty()) {
            return Optional.of(first);
        }
        if (others.size() < parties.size()) {
            return Optional.empty();
        }
        List<Referent> all = new ArrayList<>(List.of(first.referent()));
        all.addAll(others);
        return Optional.of(new Credits.Link(Pairs.pair(scene, all), "coordination"));
    }

    /** In order, also where each hangs on the one before it. */
    private static Stream<Token> conjuncts(Sentence s, Token head) {
        return s.children(head, "conj").stream().flatMap(t -> Stream.concat(Stream.of(t), conjuncts(s, t)));
    }

    /** "The founder and president" are one; "the army and a local group" are two. */
    private static boolean isParty(Sentence s, Token t) {
        return t.isNoun()
                && (t.upos() == Upos.PROPN
                        || Grammar.isPlural(t)
                        || s.child(t, "det", "nummod", "nmod:poss").isPresent());
    }
}
