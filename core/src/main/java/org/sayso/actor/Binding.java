package org.sayso.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * What the tree forbids and suggests about a pronoun: who stands beside it as another argument of its verb (and so is somebody
 * else), and who says the clause that it stands in. Thread-safe.
 */
final class Binding {
    private final Words words;

    Binding(Words words) {
        this.words = words;
    }

    /** Those whom a pronoun that is not reflexive cannot mean: the subject and the objects of its own verb. */
    Set<Referent> others(Scene scene, Sentence s, Token pronoun) {
        Set<Referent> all = new HashSet<>();
        if (pronoun.is("nmod:poss")) {
            return within(scene, s, pronoun);
        }
        Token argument = argument(s, pronoun);
        if (argument.isRoot()) {
            return all;
        }
        Token verb = s.token(argument.head());
        if (!isArgument(argument) || (staysNear(s, argument, verb) && argument.equals(pronoun))) {
            return all;
        }
        if (!argument.is("nsubj")) {
            subject(s, verb).flatMap(t -> scene.at(s, t)).ifPresent(all::add);
        }
        for (Token t : s.children(verb, "nsubj", "obj", "iobj", "obl")) {
            if (!t.equals(argument) && (t.is("nsubj") || argument.is("nsubj") || !t.is("obl"))) {
                scene.at(s, t).ifPresent(all::add);
            }
        }
        if (argument.is("nsubj") && words.is("speech", verb)) {
            all.addAll(spokenOf(scene, s, verb, argument));
        }
        Set<Referent> members = new HashSet<>();
        all.forEach(r -> members.addAll(r.members));
        all.addAll(members);
        return all;
    }

    /** "A third child was wounded, he said": whom what is said names is somebody else (principle C of Chomsky 1981). */
    private static Set<Referent> spokenOf(Scene scene, Sentence s, Token verb, Token speaker) {
        List<Token> said = new ArrayList<>();
        s.children(verb, "ccomp").forEach(c -> said.addAll(s.subtree(c)));
        if (verb.is("parataxis") && !verb.isRoot()) {
            said.addAll(s.subtree(s.token(verb.head())));
            said.removeAll(s.subtree(verb));
        }
        Set<Referent> all = new HashSet<>();
        said.stream()
                .filter(t -> t.isNoun() && t.index() < speaker.index())
                .forEach(t -> scene.at(s, t).ifPresent(all::add));
        return all;
    }

    /** "A spokesman for his party": he is not the spokesman. */
    private static Set<Referent> within(Scene scene, Sentence s, Token possessive) {
        Set<Referent> all = new HashSet<>();
        Token at = possessive;
        while (!at.isRoot() && (at.is("nmod") || at.is("nmod:poss"))) {
            at = s.token(at.head());
            scene.at(s, at).ifPresent(all::add);
        }
        return all;
    }

    /** The argument of a verb that somebody is, is coordinated in, is another name of, or is counted in ("30 of them"). */
    private static Token argument(Sentence s, Token somebody) {
        Token at = Grammar.besideOffice(s, somebody);
        while ((at.is("conj") || at.is("appos") || isCounted(s, at))
                && !at.isRoot()
                && !s.token(at.head()).isVerb()) {
            at = s.token(at.head());
        }
        return at;
    }

    private static boolean isCounted(Sentence s, Token t) {
        return t.is("nmod") && s.head(t).filter(n -> n.upos() == Upos.NUM).isPresent();
    }

    private static boolean isArgument(Token t) {
        return t.is("nsubj") || t.is("obj") || t.is("iobj") || t.is("obl");
    }

    /** "He took the child with him." */
    private boolean staysNear(Sentence s, Token argument, Token verb) {
        return argument.is("obl")
                && s.child(verb, "obj").isPresent()
                && s.children(argument, "case").stream().anyMatch(c -> words.is("where", c));
    }

    /** Of several subjects the one right before the verb: "ISLAMABAD - The military said", "whose army the party accuses". */
    private static Optional<Token> nearest(Sentence s, Token verb) {
        List<Token> all = s.children(verb, "nsubj");
        return all.stream()
                .filter(t -> t.index() < verb.index())
                .reduce((first, second) -> second)
                .or(() -> all.stream().findFirst());
    }

    /** Of a verb; where it has none, that of the verb it is coordinated with, or that governs it. */
    Optional<Token> subject(Sentence s, Token verb) {
        Token at = verb;
        for (int steps = 0; steps < 6; steps++) {
            Optional<Token> own = nearest(s, at);
            if (own.isPresent() || at.isRoot()) {
                return own;
            }
            Token above = s.token(at.head());
            if (at.is("xcomp")
                    || (at.is("advcl")
                            && s.child(at, "mark")
                                    .filter(m -> m.form().equals("to"))
                                    .isPresent())) {
                Optional<Token> object = s.child(above, "obj", "iobj");
                if (at.is("xcomp") && object.isPresent()) {
                    return object;
                }
            } else if (at.is("acl") && !at.relation().equals("acl:relcl")) {
                return at.xpos().equals("VBG") || at.xpos().equals("VBN") ? Optional.of(above) : Optional.empty();
            } else if (!at.is("conj") && !at.is("advcl") && !at.is("ccomp") && !at.is("parataxis")) {
                return Optional.empty();
            }
            at = above;
        }
        return Optional.empty();
    }

    /**
     * Who says the clause that a token stands in: the subject of the verb of speech above it, the owner of the statement ("Trump's
     * statement that he …"); nearest first.
     */
    List<Token> sayers(Sentence s, Token token) {
        List<Token> found = new ArrayList<>();
        Token at = token;
        for (Token above : s.ancestors(token)) {
            boolean complement = at.is("ccomp") || at.is("acl") || at.is("xcomp") || at.is("parataxis");
            if (complement && above.isVerb() && words.is("speech", above)) {
                subject(s, above).filter(t -> !s.dominates(t, token)).ifPresent(found::add);
            } else if (at.is("acl") && above.isNoun() && words.is("statement", above)) {
                s.child(above, "nmod:poss")
                        .or(() -> s.children(above, "nmod").stream()
                                .filter(t -> s.children(t, "case").stream()
                                        .anyMatch(c -> c.form().equals("by")
                                                || c.form().equals("from")))
                                .findFirst())
                        .ifPresent(found::add);
            }
            at = above;
        }
        return found;
    }

    /** Whether a token is the subject of a verb of speech, or it is told according to it. */
    boolean says(Sentence s, Token token) {
        Token at = argument(s, token);
        if (at.is("obl")
                && s.children(at, "case").stream().anyMatch(c -> c.form().equalsIgnoreCase("according"))) {
            return true;
        }
        return at.is("nsubj")
                && s.head(at)
                        .filter(v -> v.upos() == Upos.VERB && words.is("speech", v))
                        .isPresent();
    }
}
