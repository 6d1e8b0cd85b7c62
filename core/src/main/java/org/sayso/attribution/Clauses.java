package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Who stands as the subject of a verb, how far a cue reaches, where a clause ends: questions put to one UD tree. */
final class Clauses {
    private static final Set<String> OWNING = Set.of("acknowledge", "admit", "concede", "confess");
    private static final Set<String> SAYING = Set.of("say", "tell", "write", "add", "claim", "state", "announce");
    private static final List<String> CLAUSAL = List.of("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "root");

    private Clauses() {}

    /** The head word of whoever does what the verb says; empty in the passive without agent. */
    static Optional<Token> subject(Sentence s, Token verb) {
        return subject(s, verb, 0);
    }

    private static Optional<Token> subject(Sentence s, Token verb, int depth) {
        if (depth > 5) {
            return Optional.empty();
        }
        if (passive(s, verb)) {
            return agent(s, verb);
        }
        List<Token> subjects = s.children(verb, "nsubj").stream()
                .filter(t -> !t.is("nsubj:pass"))
                .toList();
        // "whose army the party accuses": parsers may take the object for a first subject
        boolean whose = subjects.size() == 2
                && s.children(subjects.getFirst(), "nmod:poss").stream()
                        .anyMatch(p -> p.xpos().startsWith("W"));
        Optional<Token> own = subjects.stream().skip(whose ? 1 : 0).findFirst();
        if (own.isPresent() || verb.isRoot()) {
            return own;
        }
        Token head = s.token(verb.head());
        if (verb.is("acl:relcl") || verb.is("parataxis") && hasSubjectOfAnyKind(s, verb)) {
            return Optional.empty();
        }
        if (verb.is("acl")) {
            boolean active = verb.xpos().equals("VBG") || verb.xpos().equals("VB");
            return active && (head.isNoun() || head.upos() == Upos.PRON) ? Optional.of(head) : Optional.empty();
        }
        if (verb.is("conj") && head.isVerb()) {
            return subjectOrPassive(s, head, depth);
        }
        if (verb.is("xcomp")) {
            Optional<Token> object =
                    s.child(head, "obj", "iobj").filter(o -> verb.xpos().equals("VB"));
            return object.isPresent() ? object : subjectOrPassive(s, head, depth);
        }
        boolean beingAsked =
                verb.form().equalsIgnoreCase("asked") && !verb.xpos().equals("VBG");
        if (beingAsked && (verb.is("advcl") || verb.is("parataxis"))) {
            return agent(s, verb);
        }
        if (verb.is("advcl") && hasCase(s, verb, "after") && isOwnedTo(s, head)) {
            return subjectOrPassive(s, s.token(head.head()), depth);
        }
        Optional<Token> blamed = blamed(s, verb, head);
        if (blamed.isPresent()) {
            return blamed;
        }
        Optional<Token> sayer = sayer(s, verb);
        if (sayer.isPresent()) {
            return subjectOrPassive(s, sayer.get(), depth);
        }
        boolean participle = verb.is("ccomp") && verb.xpos().equals("VBG");
        if (verb.is("advcl") || verb.is("parataxis") || verb.is("dep") || participle) {
            return subjectOrPassive(s, head, depth);
        }
        return Optional.empty();
    }

    /** "Officials said the blast was an accident, disputing Tehran's account": the verb of saying above, for they dispute it. */
    private static Optional<Token> sayer(Sentence s, Token verb) {
        boolean behind = verb.is("advcl")
                && verb.xpos().equals("VBG")
                && verb.index() > 0
                && s.token(verb.index() - 1).form().equals(",");
        if (!behind) {
            return Optional.empty();
        }
        Token at = s.token(verb.head());
        while (!at.isRoot() && !at.is("ccomp")) {
            at = s.token(at.head());
        }
        Token above = at.isRoot() ? at : s.token(at.head());
        return at.is("ccomp") && SAYING.contains(Cues.lemma(above)) && above.index() < at.index()
                ? Optional.of(above)
                : Optional.empty();
    }

    /** "accused the minister of lying", "jailed her for refusing to testify": the object does it. */
    private static Optional<Token> blamed(Sentence s, Token verb, Token head) {
        boolean deed = verb.xpos().equals("VBG") && (hasCase(s, verb, "of") || hasCase(s, verb, "for"));
        return deed && !passive(s, head)
                ? s.children(head, "obj").stream()
                        .filter(o -> o.index() > head.index() && o.index() < verb.index())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Token> subjectOrPassive(Sentence s, Token head, int depth) {
        Optional<Token> passive = s.child(head, "nsubj:pass");
        return passive.isPresent() ? passive : subject(s, head, depth + 1);
    }

    /** "Owned that its aircraft had struck, after denying it": a tree hangs the denial on the strike. */
    private static boolean isOwnedTo(Sentence s, Token clause) {
        return clause.is("ccomp")
                && s.head(clause).filter(h -> OWNING.contains(Cues.lemma(h))).isPresent();
    }

    private static boolean hasSubjectOfAnyKind(Sentence s, Token verb) {
        return s.child(verb, "nsubj", "csubj", "expl").isPresent();
    }

    static boolean passive(Sentence s, Token verb) {
        return s.child(verb, "nsubj:pass", "csubj:pass", "aux:pass").isPresent();
    }

    /** "by the ministry". */
    static Optional<Token> agent(Sentence s, Token verb) {
        return s.children(verb, "obl").stream()
                .filter(o -> o.is("obl:agent") || hasCase(s, o, "by"))
                .findFirst();
    }

    static boolean hasCase(Sentence s, Token noun, String preposition) {
        return s.children(noun, "case", "mark").stream()
                .anyMatch(c -> Cues.lemma(c).equals(preposition));
    }

    /** The words for a source: the noun phrase without its preposition and without the clause that the verb heads. */
    static List<Span> nounPhrase(Sentence s, Token noun, Token verb) {
        List<Token> words = new ArrayList<>(s.subtree(noun));
        if (words.contains(verb)) {
            words.removeAll(s.subtree(verb));
        }
        for (Token c : s.children(noun, "case", "cc", "punct", "mark")) {
            if (c.index() < noun.index()
                    || Cues.lemma(c).equals("'s")
                    || Cues.lemma(c).equals("’s")) {
                words.remove(c);
            }
        }
        s.children(noun, "parataxis").forEach(p -> words.removeAll(s.subtree(p)));
        List<Span> pieces = Pieces.of(s, words);
        return pieces.stream().filter(p -> p.covers(noun.span())).toList();
    }

    /** The verb with its auxiliaries, negation and adverbs in front, its particle and the rest of a longer cue behind. */
    static Span cue(Sentence s, Token verb, int words) {
        int first = verb.index();
        while (first > 0 && belongsBefore(s.token(first - 1), verb)) {
            first--;
        }
        int last = Math.min(s.size() - 1, verb.index() + words - 1);
        if (last + 1 < s.size()
                && s.token(last + 1).is("compound:prt")
                && s.token(last + 1).head() == verb.index()) {
            last++;
        }
        return s.token(first).span().union(s.token(last).span());
    }

    private static boolean belongsBefore(Token t, Token verb) {
        if (t.head() != verb.index()) {
            return false;
        }
        return t.is("aux")
                || t.is("advmod")
                        && (t.upos() == Upos.ADV || t.upos() == Upos.PART)
                        && !t.xpos().startsWith("W")
                || t.is("mark") && t.form().equalsIgnoreCase("to") && !verb.isRoot() && verb.is("xcomp");
    }

    /** From a word upward to the head of the clause it stands in. */
    static Token clause(Sentence s, Token from) {
        Token at = from;
        while (!at.isRoot() && CLAUSAL.stream().noneMatch(at::is) && !(at.is("conj") && at.isVerb())) {
            at = s.token(at.head());
        }
        return at;
    }
}
