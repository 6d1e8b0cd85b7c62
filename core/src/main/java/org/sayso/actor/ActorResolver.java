package org.sayso.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.outlet.Outlets;
import org.sayso.world.Countries;

/** Tells who is meant by the words of an article. Immutable and thread-safe; the same article gives the same answer. */
public final class ActorResolver {
    private static final Set<String> NOBODY = Set.of(
            "it", "that", "this", "which", "there", "anyone", "nobody", "everyone", "none", "no", "what", "you", "one");

    private final Countries countries;
    private final NameFinder names;
    private final Institutions institutions;
    private final Titles titles;
    private final Roles roles;
    private final Coreference coreference;

    private ActorResolver(Directory directory, Lexicon lexicon, Countries countries, Outlets outlets) {
        this.countries = countries;
        names = new NameFinder(directory, lexicon, countries, outlets);
        institutions = new Institutions(lexicon, countries);
        titles = new Titles(lexicon);
        roles = new Roles(lexicon, titles);
        coreference = new Coreference(lexicon, directory);
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
        List<Named> found = new ArrayList<>();
        List<Named> all = names.find(text);
        for (Sentence s : text.sentences()) {
            found.addAll(institutions.into(
                    s,
                    text.text(),
                    all.stream().filter(n -> n.sentence() == s.index()).toList()));
        }
        Cast cast = new Cast(text, countries, found, titles);
        Scene scene = new Scene(article, text, cast, countries);
        roles.read(scene);
        coreference.read(scene);
        Credits credits = new Credits(scene, countries);
        mentions.stream().distinct().sorted().forEach(span -> credits.add(span, meant(scene, span)));
        return credits.actors();
    }

    private static Optional<Credits.Link> meant(Scene scene, Span span) {
        Optional<Sentence> sentence = scene.text.sentenceAt(span.start());
        Optional<Token> head = sentence.flatMap(s -> s.headOf(span));
        if (sentence.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        Sentence s = sentence.get();
        List<Token> tokens = s.tokensIn(span);
        Optional<Credits.Link> direct = at(scene, s, head.get());
        if (direct.isPresent()) {
            return coordinated(scene, s, head.get(), span, direct.get());
        }
        Optional<Named> whole = scene.cast.nameAt(s, head.get().index());
        if (whole.isPresent()) {
            return scene.cast.of(whole.get()).map(r -> new Credits.Link(r, "name"));
        }
        for (Token t : tokens) {
            boolean beside = (t.is("appos") || t.is("flat") || t.is("nmod"))
                    && t.head() == head.get().index();
            if (beside && !t.is("nmod") && at(scene, s, t).isPresent()) {
                return at(scene, s, t);
            }
        }
        return unnamed(scene, s, head.get(), tokens);
    }

    private static Optional<Credits.Link> at(Scene scene, Sentence s, Token t) {
        return scene.at(s, t).map(r -> new Credits.Link(r, scene.reasonAt(s, t)));
    }

    /** "Trump and Putin" as one pair of words. */
    private static Optional<Credits.Link> coordinated(
            Scene scene, Sentence s, Token head, Span span, Credits.Link first) {
        List<Referent> others = s.children(head, "conj").stream()
                .filter(t -> span.covers(t.span()))
                .map(t -> scene.at(s, t))
                .flatMap(Optional::stream)
                .filter(r -> r != first.referent()
                        && r.isPerson() == first.referent().isPerson()
                        && r.plural == first.referent().plural)
                .toList();
        if (others.isEmpty()) {
            return Optional.of(first);
        }
        List<Referent> all = new ArrayList<>(List.of(first.referent()));
        all.addAll(others);
        return Optional.of(new Credits.Link(Descriptions.pair(scene, all), "coordination"));
    }

    /** "Two of the officials", "others", "those briefed on it": people by number only. */
    private static Optional<Credits.Link> unnamed(Scene scene, Sentence s, Token head, List<Token> tokens) {
        String form = head.form().toLowerCase(Locale.ROOT);
        boolean one = form.equals("one") && s.child(head, "nmod").isPresent();
        boolean counts = head.upos() == Upos.NUM
                || head.upos() == Upos.PRON
                || head.upos() == Upos.ADJ
                || head.upos() == Upos.DET;
        Set<String> counting = Set.of("others", "some", "many", "several", "both", "most", "few", "those", "another");
        boolean word = counting.contains(form)
                || (head.upos() == Upos.NUM && form.chars().allMatch(Character::isLetter));
        boolean people = s.children(head, "nmod").stream()
                .map(t -> scene.at(s, t))
                .flatMap(Optional::stream)
                .anyMatch(r -> r.kind == Entity.Kind.UNNAMED || r.kind == Entity.Kind.GROUP);
        if (!one && (NOBODY.contains(form) || !(counts || form.equals("others")) || !word)) {
            return Optional.empty();
        }
        boolean bare =
                tokens.size() == 1 || s.child(head, "nmod", "acl", "amod").isPresent();
        if (!people && !bare) {
            return Optional.empty();
        }
        Span span = tokens.getFirst().span().union(tokens.getLast().span());
        Referent r = scene.cast.add(Entity.Kind.UNNAMED, span.of(scene.text.text()));
        r.plural = !form.equals("one") && !form.equals("another");
        scene.mention(s, head, span, Mention.Form.DESCRIPTION, r, "description");
        return Optional.of(new Credits.Link(r, "description"));
    }
}
