package org.sayso.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Sets right a tree in which a name before a noun is not its modifier: in "citing a senior U.S. official" the name would be who
 * is cited. A name takes no "a" and no number, and two neighbours are not both the object.
 */
final class Modifiers {
    private static final Set<String> BEFORE_NOUNS = Set.of("det", "amod", "nummod", "compound");
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "some", "several", "many");

    private Modifiers() {}

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
        return all;
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
