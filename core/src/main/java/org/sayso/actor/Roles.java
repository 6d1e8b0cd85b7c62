package org.sayso.actor;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** Gives the persons of the cast the roles that the article names beside their names. Thread-safe. */
final class Roles {
    private final Lexicon lexicon;
    private final Titles titles;

    Roles(Lexicon lexicon, Titles titles) {
        this.lexicon = lexicon;
        this.titles = titles;
    }

    void read(Scene scene) {
        for (Sentence s : scene.text.sentences()) {
            List<Named> names = scene.cast.namesIn(s);
            for (Named n : names) {
                Optional<Referent> r = scene.cast.of(n);
                if (r.isPresent() && n.sort() == Named.Sort.PERSON) {
                    titles.before(s, n, names).ifPresent(t -> person(scene, s, r.get(), t, "title"));
                    titles.after(s, n).ifPresent(t -> person(scene, s, r.get(), t, "apposition"));
                    gender(n, r.get());
                }
                r.ifPresent(x -> appositions(scene, s, n, x));
            }
        }
    }

    private void person(Scene scene, Sentence s, Referent r, Titles.Title title, String reason) {
        String words = title.words(s, scene.text.text());
        Affiliation tie = Affiliation.of(s, title.first(), title.last(), scene.cast, title.noun());
        boolean office = title.noun().sector().isPresent();
        boolean telling = r.role.isEmpty() && (office || r.known.isEmpty())
                || (r.role.isPresent()
                        && office
                        && !r.role.get().contains(" ")
                        && words.contains(" ")
                        && !tie.former());
        if (telling) {
            r.role = Optional.of(words);
            r.sector = tie.sector(title.noun()).or(() -> r.sector);
        }
        if (r.country.isEmpty()) {
            r.country = tie.country();
        }
        r.nouns.add(title.noun().lemma());
        if (r.gender == Gender.UNKNOWN) {
            r.gender = title.noun().gender();
        }
        for (int i = title.first(); i <= title.last(); i++) {
            boolean own = scene.cast.nameAt(s, i).isEmpty();
            if (own && (i == title.head().index() || scene.at(s, s.token(i)).isEmpty())) {
                scene.link(s, s.token(i), r, reason);
            }
        }
    }

    private void gender(Named n, Referent r) {
        if (r.gender == Gender.UNKNOWN && Persons.parts(n).size() > 1) {
            r.gender = lexicon.genderOfGivenName(Persons.parts(n).getFirst());
        }
    }

    /** "The militant group Hamas", "Hamas, the group that rules Gaza", "the ministry's spokesman, Dmitry Peskov". */
    private void appositions(Scene scene, Sentence s, Named n, Referent r) {
        Optional<Token> head = s.headOf(n.span());
        if (head.isEmpty()) {
            return;
        }
        boolean hangs = head.get().is("appos") || head.get().is("flat");
        if (hangs) {
            s.head(head.get()).filter(noun -> !n.covers(noun.index())).ifPresent(noun -> apposition(scene, s, noun, r));
        }
        for (Token noun : s.children(head.get(), "appos")) {
            apposition(scene, s, noun, r);
        }
    }

    private void apposition(Scene scene, Sentence s, Token noun, Referent r) {
        Optional<Lexicon.Noun> known = lexicon.noun(noun);
        boolean fits = known.filter(k -> switch (k.kind()) {
                    case PERSON -> r.isPerson();
                    case BODY, FORCE, STATE -> r.isBody();
                    case DOCUMENT -> false;
                })
                .isPresent();
        if (!fits || Grammar.isPlural(noun) != r.plural && known.get().kind() == Lexicon.Sense.PERSON) {
            return;
        }
        r.nouns.add(known.get().lemma());
        if (scene.cast.nameAt(s, noun.index()).isEmpty()) {
            scene.link(s, noun, r, "apposition");
        }
        List<Token> phrase = Grammar.phrase(s, noun, false);
        Affiliation tie =
                Affiliation.of(s, phrase.getFirst().index(), phrase.getLast().index(), scene.cast, known.get());
        boolean itself = tie.whose().filter(r::equals).isPresent();
        if (!itself) {
            r.learn(tie.country(), known.get().sector());
        }
    }
}
