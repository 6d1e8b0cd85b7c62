package org.sayso.actor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** What the tree says about a noun phrase. */
final class Grammar {
    private Grammar() {}

    static boolean isSubject(Sentence s, Token somebody) {
        Token head = besideOffice(s, somebody);
        return head.is("nsubj")
                || head.relation().equals("obl:agent")
                || ((head.is("conj") || head.is("appos"))
                        && s.head(head)
                                .filter(h -> h.isNoun() && isSubject(s, h))
                                .isPresent());
    }

    /** "The mayor of Kano, Ann Lee": the office, where a parser takes the name for the town's; else the word itself. */
    static Token besideOffice(Sentence s, Token name) {
        Token town = name.is("appos") && !name.isRoot() ? s.token(name.head()) : name;
        boolean within = town.index() != name.index()
                && name.upos() == Upos.PROPN
                && town.upos() == Upos.PROPN
                && town.is("nmod")
                && s.children(town, "case").stream().anyMatch(c -> c.lemma().equals("of"));
        return within && s.token(town.head()).upos() == Upos.NOUN ? s.token(town.head()) : name;
    }

    /** Whether the name of a capital, or of a country, stands for its government here. */
    static boolean governs(Words words, AnalyzedText text, Named name) {
        Sentence s = text.sentences().get(name.sentence());
        return s.headOf(name.span()).filter(h -> governs(words, s, h)).isPresent();
    }

    private static boolean governs(Words words, Sentence s, Token head) {
        if (head.is("conj")) {
            return s.head(head).filter(h -> h.isNoun() && governs(words, s, h)).isPresent();
        }
        List<String> cases = s.children(head, "case").stream()
                .map(t -> t.form().toLowerCase(Locale.ROOT))
                .toList();
        if (head.is("obl") || head.is("nmod")) {
            return head.relation().equals("nmod:poss")
                    ? s.head(head).filter(h -> h.upos() == Upos.NOUN).isPresent()
                    : cases.stream().anyMatch(c -> words.is("dealing", c))
                            && s.head(head).filter(v -> words.is("motion", v)).isEmpty();
        }
        boolean addressed = (head.is("obj") || head.relation().equals("nsubj:pass"))
                && s.head(head)
                        .filter(v -> v.isVerb() && words.is("minding", v))
                        .isPresent();
        if (addressed && cases.isEmpty()) {
            return true;
        }
        if (head.relation().equals("nsubj:pass") || !cases.isEmpty()) {
            return false;
        }
        return (head.is("nsubj") || head.is("iobj"))
                && s.head(head).filter(v -> v.isVerb() && !words.is("city", v)).isPresent();
    }

    /** The noun phrase of a head, without what is coordinated and without clauses. */
    static List<Token> phrase(Sentence s, Token head) {
        return phrase(s, head, child -> child.is("acl"));
    }

    /**
     * The same with its participles.
     *
     * @param adds whether a word beside the noun only adds something, and is left out with all that hangs from it
     */
    static List<Token> phrase(Sentence s, Token head, Predicate<Token> adds) {
        boolean[] out = new boolean[s.size()];
        for (Token child : s.children(head)) {
            boolean leaves = child.is("conj")
                    || child.is("cc")
                    || child.is("appos")
                    || child.is("parataxis")
                    || child.is("punct")
                    || child.is("case")
                    || child.is("nsubj")
                    || child.is("cop")
                    || child.is("mark")
                    || s.children(child, "case").stream()
                            .anyMatch(
                                    c -> c.lemma().equals("include") || c.form().equals("including"))
                    || child.is("advmod") && child.index() > head.index()
                    || child.is("advcl")
                    || child.relation().equals("acl:relcl")
                    || adds.test(child);
            if (leaves && !child.is("compound")) {
                s.subtree(child).forEach(t -> out[t.index()] = true);
            }
        }
        List<Token> kept = s.subtree(head).stream().filter(t -> !out[t.index()]).toList();
        int from = head.index();
        int to = head.index();
        while (from > 0 && contains(kept, from - 1)) {
            from--;
        }
        while (to + 1 < s.size() && contains(kept, to + 1)) {
            to++;
        }
        boolean that = from < head.index() && isComplementizer(s.token(from), s.token(from + 1), head);
        return s.tokens().subList(that ? from + 1 : from, to + 1);
    }

    /** "Claims that officers had fired": no determiner, whatever the tree calls it. */
    static boolean isComplementizer(Token that, Token next, Token noun) {
        boolean clause = isPlural(noun) || next.upos() == Upos.DET || next.upos() == Upos.PROPN;
        return that.form().equalsIgnoreCase("that") && (that.upos() == Upos.SCONJ || clause);
    }

    private static boolean contains(List<Token> tokens, int index) {
        return tokens.stream().anyMatch(t -> t.index() == index);
    }

    static boolean isPlural(Token noun) {
        return noun.xpos().equals("NNS")
                || noun.xpos().equals("NNPS")
                || Set.of("people", "police", "personnel").contains(noun.form().toLowerCase(Locale.ROOT));
    }

    /** Which characters stand between quotation marks; a mark left open ends with its paragraph. */
    static boolean[] quoted(String text) {
        boolean[] quoted = new boolean[text.length()];
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\u201d') {
                in = false;
            } else if (c == '\u201c') {
                in = true;
            } else if (c == '"') {
                in = !in;
            }
            quoted[i] = in;
        }
        return quoted;
    }

    /** "Health authorities", "prison authorities": a part of a state. */
    static boolean isOfATrade(Sentence s, Token body) {
        return s.children(body, "compound").stream().anyMatch(t -> t.upos() == Upos.NOUN);
    }
}
