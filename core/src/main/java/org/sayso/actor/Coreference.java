package org.sayso.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Reads an article from its first word to its last and settles who is meant by each name, description and pronoun. Thread-safe. */
final class Coreference {
    private final Lexicon lexicon;
    private final Descriptions descriptions;
    private final Institutions institutions;
    private final Pairs pairs;
    private final Pronouns pronouns;
    private final Counts counts = new Counts();
    private final Words words;
    private final Binding binding;

    Coreference(Lexicon lexicon, Directory directory, Words words, Institutions institutions) {
        this.lexicon = lexicon;
        this.words = words;
        binding = new Binding(words);
        this.institutions = institutions;
        descriptions = new Descriptions(directory, words);
        pairs = new Pairs(words);
        pronouns = new Pronouns(words);
    }

    void read(Scene scene) {
        List<Descriptions.Newcomer> newcomers = new ArrayList<>();
        for (Sentence s : scene.text.sentences()) {
            for (Token t : s.tokens()) {
                Optional<Named> name = scene.cast.nameAt(s, t.index());
                if (name.isPresent()) {
                    if (s.headOf(name.get().span()).filter(t::equals).isPresent()) {
                        named(scene, s, t, name.get());
                    }
                } else if (Pronouns.isPronoun(t)) {
                    pronoun(scene, s, t);
                } else if ((isSomebody(t) || isAssailant(s, t))
                        && scene.at(s, t).isEmpty()) {
                    described(scene, s, t).ifPresent(newcomers::add);
                } else if (scene.at(s, t).isEmpty()) {
                    counts.read(scene, s, t);
                }
            }
        }
        newcomers.forEach(n -> descriptions.settle(scene, n));
        for (Sentence s : scene.text.sentences()) {
            s.tokens().stream().filter(Pronouns::isFirstPerson).forEach(t -> pronoun(scene, s, t));
        }
        newcomers.forEach(n -> descriptions.ours(scene, n));
        for (Sentence s : scene.text.sentences()) {
            s.tokens().stream().filter(t -> t.is("nmod:poss")).forEach(t -> serves(scene, s, t));
        }
        scene.cast.all().forEach(r -> r.mentions.sort(Mention.IN_TEXT));
    }

    private void pronoun(Scene scene, Sentence s, Token t) {
        pronouns.resolve(scene, s, t).ifPresent(r -> scene.mention(s, t, t.span(), Mention.Form.PRONOUN, r, "pronoun"));
    }

    /** "The United States condemned what its ambassador, MaryKay Carlson, …": she is of the United States. */
    private void serves(Scene scene, Sentence s, Token whose) {
        Optional<Referent> state = scene.at(s, whose).filter(r -> r.isBody() && r.country.isPresent());
        Optional<Token> office = s.head(whose)
                .filter(h -> lexicon.noun(s, h)
                        .filter(n ->
                                n.borrows() || n.sector().filter("GOV"::equals).isPresent())
                        .isPresent());
        state.ifPresent(o -> office.flatMap(h -> s.child(h, "appos").or(() -> Optional.of(h)))
                .flatMap(h -> scene.at(s, h))
                .filter(Referent::isPerson)
                .ifPresent(r -> r.learn(o.country, Optional.empty())));
    }

    /** A noun phrase; "no official" is nobody. */
    private Optional<Descriptions.Newcomer> described(Scene scene, Sentence s, Token t) {
        if (pairs.isOfTwo(s, t)) {
            Optional<Referent> two = pairs.sides(scene, s, t);
            if (two.isPresent()) {
                List<Token> phrase = Grammar.phrase(s, t);
                Span span = phrase.getFirst().span().union(phrase.getLast().span());
                scene.mention(s, t, span, Mention.Form.DESCRIPTION, two.get(), "the two spoken of before");
            }
            if (two.isPresent() || words.is("states", t)) {
                return Optional.empty(); // two states are not one
            }
        }
        boolean nobody = s.children(t, "det", "cc:preconj", "advmod").stream().anyMatch(d -> words.is("no", d));
        return nobody || isThing(s, t)
                ? Optional.empty()
                : lexicon.noun(s, t).flatMap(noun -> descriptions.read(scene, s, t, noun));
    }

    /** "The figure could not be verified", "media reports", "the bodies of two hostages"; but "a senior figure", "local media". */
    private boolean isThing(Sentence s, Token t) {
        List<Token> modifiers = s.children(t, "amod", "compound");
        return t.lemma().equals("figure") && modifiers.stream().noneMatch(m -> words.is("standing", m))
                || t.form().equalsIgnoreCase("media") && modifiers.isEmpty()
                || t.lemma().equals("body")
                        && (Grammar.isPlural(t) || !s.children(t, "nmod").isEmpty());
    }

    /** "A gang attack", "the rebel raid". */
    private boolean isAssailant(Sentence s, Token t) {
        return t.is("compound")
                && t.upos() == Upos.NOUN
                && words.is("assailant", t)
                && s.head(t).filter(deed -> words.is("deed", deed)).isPresent();
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
            Referent pair = Pairs.pair(scene, together);
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
    private Referent owned(Scene scene, Sentence s, Named n, Referent r) {
        if (n.sort() != Named.Sort.INSTITUTION || r.country.isPresent()) {
            return r;
        }
        Optional<Token> head = s.headOf(n.span());
        Optional<Token> owner = head.flatMap(h -> s.child(h, "nmod:poss"));
        Optional<String> sender = owner.isPresent() ? Optional.empty() : head.flatMap(h -> sender(scene, s, h));
        if (sender.isPresent()) {
            return scene.cast.institution(n, sender.get());
        }
        if (owner.isEmpty()) {
            Optional<Referent> before = Institutions.before(scene, s, n);
            if (before.isPresent()) {
                scene.cast.is(n, before.get());
                return before.get();
            }
        }
        Optional<Referent> whose = owner.flatMap(p -> scene.at(s, p).or(() -> relative(scene, s, p)));
        boolean indefinite = head.stream()
                .flatMap(h -> s.children(h, "det").stream())
                .anyMatch(d -> d.lemma().equals("a") || d.lemma().equals("an"));
        // a movement's leadership is no state's, and "a government" nobody's yet
        if (indefinite || whose.filter(o -> o.kind == Entity.Kind.GROUP).isPresent()) {
            return r;
        }
        Optional<String> country = whose.flatMap(o -> o.country).or(() -> institutions.country(scene, s, n));
        if (country.isEmpty()) {
            return r;
        }
        boolean state = n.known().filter(k -> k.name().equals("government")).isPresent();
        return state ? scene.cast.state(country.get()) : scene.cast.institution(n, country.get());
    }

    /** Whom "whose" takes up: the noun that its clause hangs from. */
    private static Optional<Referent> relative(Scene scene, Sentence s, Token whose) {
        return !whose.xpos().startsWith("W")
                ? Optional.empty()
                : s.ancestors(whose).stream()
                        .filter(t -> t.is("acl:relcl"))
                        .findFirst()
                        .flatMap(s::head)
                        .flatMap(noun -> scene.atOrNamed(s, noun));
    }

    /** "Poland scrambled fighter jets": the country that sends what has no article before it. */
    private Optional<String> sender(Scene scene, Sentence s, Token force) {
        boolean sent = force.is("obj") && s.children(force, "det").isEmpty() && Grammar.isPlural(force);
        return !sent
                ? Optional.empty()
                : binding.subject(s, s.token(force.head()))
                        .flatMap(t -> scene.at(s, t))
                        .filter(o -> o.state)
                        .flatMap(o -> o.country);
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
