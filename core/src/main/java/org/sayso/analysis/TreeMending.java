package org.sayso.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Sets right what a tree gets wrong and the tags tell better. A name before a noun that is not its modifier: in "citing a senior
 * U.S. official" the name would be who is cited; a name takes no "a" and no number, and two neighbours are not both the object.
 * And a verb of speech in the past beside one that "had" or a modal stands before: in "said its men had left and denied that"
 * whoever said denied (so in all six such sentences of the treebanks). And nobody says two things in one clause: in "Chad said
 * it had agreed, two envoys said" what was agreed is what Chad said. And who told somebody something is no passive subject.
 */
final class TreeMending {
    private static final Set<String> BEFORE_NOUNS = Set.of("det", "amod", "nummod", "compound");
    private static final Set<String> SPEECH = Set.of(
            "accuse",
            "add",
            "admit",
            "allege",
            "blame",
            "call",
            "claim",
            "condemn",
            "criticize",
            "demand",
            "denounce",
            "deny",
            "dismiss",
            "insist",
            "pledge",
            "praise",
            "promise",
            "reject",
            "say",
            "state",
            "threaten",
            "thank",
            "urge",
            "vow",
            "warn",
            "welcome");
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "some", "several", "many");

    private TreeMending() {}

    /** The tokens of one sentence, by index; the same tokens where nothing is to be mended. */
    static List<Token> mended(List<Token> tokens) {
        List<Token> all = new ArrayList<>(tokens);
        for (Token noun : tokens) {
            int at = noun.index() - 1;
            while (at >= 0
                    && all.get(at).head() == noun.index()
                    && BEFORE_NOUNS.contains(all.get(at).relation())) {
                at--;
            }
            if (noun.upos() == Upos.NOUN && at > 0 && isLoose(all, all.get(at), all.get(noun.index()))) {
                hang(all, at, noun.index());
            }
        }
        for (Token verb : tokens) {
            if (isBesideAnotherTense(all, verb)) {
                all.set(verb.index(), moved(verb, told(all, verb).head(), "conj"));
            }
            if (isActive(all, verb)) {
                all.stream()
                        .filter(t -> t.relation().equals("nsubj:pass") && t.head() == verb.index())
                        .forEach(t -> all.set(t.index(), moved(t, verb.index(), "nsubj")));
            }
            if (saysTheNext(all, verb)) {
                all.stream()
                        .filter(t -> t.is("ccomp") && t.head() == verb.head() && t.index() > verb.index())
                        .findFirst()
                        .ifPresent(t -> all.set(t.index(), moved(t, verb.index(), "ccomp")));
            }
        }
        return all;
    }

    /** "A sailor who was rescued told Reuters": a past with an object and no auxiliary has no passive subject. */
    private static boolean isActive(List<Token> all, Token verb) {
        return isPast(verb)
                && all.stream()
                        .noneMatch(t -> t.head() == verb.index() && t.relation().equals("aux:pass"))
                && (hasOf(all, verb, "iobj") || hasOf(all, verb, "obj"));
    }

    /** A verb of speech with a subject and nothing said, which is itself said behind. */
    private static boolean saysTheNext(List<Token> all, Token verb) {
        return verb.is("ccomp")
                && verb.head() > verb.index()
                && SPEECH.contains(verb.lemma())
                && SPEECH.contains(all.get(verb.head()).lemma())
                && hasOf(all, verb, "nsubj")
                && !hasOf(all, verb, "ccomp")
                && !hasOf(all, verb, "xcomp")
                && !hasOf(all, verb, "obj");
    }

    private static boolean isBesideAnotherTense(List<Token> all, Token verb) {
        if (!verb.is("conj")
                || !isPast(verb)
                || !SPEECH.contains(verb.lemma())
                || hasOf(all, verb, "nsubj")
                || hasOf(all, verb, "aux")) {
            return false;
        }
        Token first = told(all, verb);
        return first.is("ccomp")
                && first.index() < verb.index()
                && isPast(all.get(first.head()))
                && all.get(first.head()).index() < first.index()
                && all.stream()
                        .anyMatch(t -> t.head() == first.index()
                                && t.relation().equals("aux")
                                && (t.xpos().equals("MD") || t.lemma().equals("have")));
    }

    /** The verb beside it, or the one that this hangs from: "had died after being trampled and denied". */
    private static Token told(List<Token> all, Token verb) {
        Token at = all.get(verb.head());
        return (at.is("advcl") || at.is("xcomp")) && !isPast(at) && at.index() < verb.index() ? all.get(at.head()) : at;
    }

    private static boolean isPast(Token t) {
        return t.xpos().equals("VBD");
    }

    private static boolean hasOf(List<Token> all, Token head, String relation) {
        return all.stream().anyMatch(t -> t.head() == head.index() && t.is(relation));
    }

    private static boolean isLoose(List<Token> all, Token name, Token noun) {
        boolean twice = name.head() == noun.head() && name.relation().equals(noun.relation());
        boolean upsideDown = noun.head() == name.index() && (noun.is("flat") || noun.is("appos") || noun.is("dep"));
        return name.upos() == Upos.PROPN
                && (twice || upsideDown)
                && all.subList(0, name.index()).stream()
                        .anyMatch(t -> t.head() == noun.index() && BEFORE_NOUNS.contains(t.relation())
                                || t.head() == name.index() && countsOne(t));
    }

    private static boolean countsOne(Token t) {
        return t.is("nummod") || t.is("det") && INDEFINITE.contains(t.form().toLowerCase(Locale.ROOT));
    }

    /** What stood before the name belongs to the noun, and so does the name. */
    private static void hang(List<Token> all, int name, int noun) {
        Token old = all.get(name);
        for (int i = 0; i < name; i++) {
            Token t = all.get(i);
            if (t.head() == name && !t.is("compound") && !t.is("flat")) {
                all.set(i, moved(t, noun, t.relation()));
            }
        }
        if (all.get(noun).head() == name) {
            all.set(noun, moved(all.get(noun), old.head(), old.relation()));
        }
        all.set(name, moved(old, noun, "compound"));
    }

    private static Token moved(Token t, int head, String relation) {
        return new Token(
                t.index(), t.span(), t.form(), t.lemma(), t.upos(), t.xpos(), head, relation, t.factuality(), t.told());
    }
}
