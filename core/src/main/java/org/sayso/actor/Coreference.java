package org.sayso.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Reads an article from its first word to its last and settles who is meant by each name, description and pronoun. Thread-safe. */
final class Coreference {
    private final Lexicon lexicon;
    private final Descriptions descriptions;
    private final Pronouns pronouns = new Pronouns();

    Coreference(Lexicon lexicon, Directory directory) {
        this.lexicon = lexicon;
        descriptions = new Descriptions(directory);
    }

    void read(Scene scene) {
        for (Sentence s : scene.text.sentences()) {
            for (Token t : s.tokens()) {
                Optional<Named> name = scene.cast.nameAt(s, t.index());
                if (name.isPresent()) {
                    if (s.headOf(name.get().span()).filter(t::equals).isPresent()) {
                        named(scene, s, t, name.get());
                    }
                } else if (Pronouns.isPronoun(t)) {
                    pronouns.resolve(scene, s, t)
                            .ifPresent(r -> scene.mention(s, t, t.span(), Mention.Form.PRONOUN, r, "pronoun"));
                } else if (isSomebody(t) && scene.at(s, t).isEmpty()) {
                    lexicon.noun(t).ifPresent(noun -> descriptions.read(scene, s, t, noun));
                }
            }
        }
    }

    private static boolean isSomebody(Token t) {
        if (t.upos() != Upos.NOUN && t.upos() != Upos.PROPN && t.upos() != Upos.ADJ) {
            return false;
        }
        boolean part = t.is("compound") || t.is("flat") || t.is("amod") || t.is("case") || t.is("fixed");
        return !part;
    }

    private void named(Scene scene, Sentence s, Token head, Named n) {
        Optional<Referent> own = scene.cast.of(n);
        if (own.isEmpty()) {
            return;
        }
        Referent r = owned(scene, s, n, own.get());
        scene.mention(s, head, n.span(), Mention.Form.NAME, r, reason(n, r));
        List<Referent> together = new ArrayList<>(List.of(r));
        Span span = n.span();
        Token first = head;
        if (head.is("conj")) {
            Token h = s.token(head.head());
            Optional<Referent> other = scene.at(s, h).filter(o -> o != r);
            if (other.isPresent()) {
                together.addFirst(other.get());
                span = h.span().union(n.span());
                first = h;
            }
        }
        boolean alike = together.size() == 2
                && together.getFirst().isPerson() == r.isPerson()
                && together.getFirst().state == r.state;
        if (alike) {
            Referent pair = Descriptions.pair(scene, together);
            pair.mentions.add(new Mention(
                    span,
                    s.index(),
                    first.index(),
                    Mention.Form.NAME,
                    Grammar.isSubject(s, first),
                    scene.isQuoted(first),
                    "coordination"));
        }
    }

    /** "Its foreign ministry", "the ministry": whose it is stands before. */
    private static Referent owned(Scene scene, Sentence s, Named n, Referent r) {
        if (n.sort() != Named.Sort.INSTITUTION || r.country.isPresent()) {
            return r;
        }
        Optional<String> country = s.headOf(n.span())
                .flatMap(h -> s.child(h, "nmod:poss"))
                .flatMap(p -> scene.at(s, p))
                .flatMap(o -> o.country)
                .or(() -> Institutions.only(scene, n));
        if (country.isEmpty()) {
            return r;
        }
        boolean state = n.known().filter(k -> k.name().equals("government")).isPresent();
        return state ? scene.cast.state(country.get()) : scene.cast.institution(n, country.get());
    }

    private static String reason(Named n, Referent r) {
        return switch (n.sort()) {
            case PERSON -> n.known().isPresent() ? "name in the files" : "name";
            case OUTLET -> "name of an outlet";
            case CAPITAL -> r.state ? "capital for the government" : "name of a place";
            case STATE -> "name of a country";
            case INSTITUTION -> "part of a state";
            case PEOPLE -> "name of a people";
            case PLACE -> "name of a place";
            case BODY, GROUP -> n.known().isPresent() ? "name in the files" : "name";
        };
    }
}
