package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** "Put the toll at 54", "raised its count of the dead to 61": who gives a number. The content is the number with what it counts. */
final class CountRule implements Rule {
    static final String RULE = "rule:count";

    private static final Set<String> PUT = Set.of("put", "place", "set", "estimate");
    private static final Set<String> MOVE =
            Set.of("raise", "lower", "revise", "increase", "cut", "reduce", "update", "adjust", "correct");
    private static final Set<String> GIVE = Set.of("give", "report", "announce", "issue", "release");
    private static final Set<String> COUNTS = Set.of(
            "toll",
            "number",
            "figure",
            "count",
            "total",
            "loss",
            "damage",
            "cost",
            "estimate",
            "casualty",
            "tally",
            "dead");

    private static final Set<String> FATES = Set.of("dead", "killed", "wounded", "injured", "missing", "hurt");

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (Token verb : s.tokens()) {
            String lemma = Cues.lemma(verb);
            if (verb.isVerb() && PUT.contains(lemma)) {
                draft(s, verb, Set.of("at")).ifPresent(found::add);
            } else if (verb.isVerb() && MOVE.contains(lemma)) {
                draft(s, verb, Set.of("to", "at")).ifPresent(found::add);
            } else if (verb.isVerb() && GIVE.contains(lemma)) {
                given(s, verb).ifPresent(found::add);
            }
        }
        return found;
    }

    /** "Gave a toll of 19". */
    private static Optional<Draft> given(Sentence s, Token verb) {
        Optional<Token> subject = Clauses.subject(s, verb).filter(n -> !n.xpos().startsWith("W"));
        Optional<Token> count = s.child(verb, "obj", "nsubj:pass")
                .filter(o -> COUNTS.contains(Cues.lemma(o)))
                .filter(o -> s.children(o, "nmod").stream()
                        .anyMatch(n -> Clauses.hasCase(s, n, "of") && n.upos() == Upos.NUM));
        return subject.isEmpty() || count.isEmpty()
                ? Optional.empty()
                : Optional.of(Draft.of(
                        Clauses.nounPhrase(s, subject.get(), verb),
                        List.of(Clauses.cue(s, verb, 1)),
                        Pieces.subtree(s, count.get(), List.of()),
                        RULE,
                        0.6));
    }

    private static Optional<Draft> draft(Sentence s, Token verb, Set<String> prepositions) {
        Optional<Token> counted = s.child(verb, "obj", "nsubj:pass", "xcomp")
                .filter(o -> COUNTS.contains(Cues.lemma(o)) || o.form().equals("it"));
        boolean ofCount = verb.is("acl:relcl")
                && s.head(verb).filter(h -> COUNTS.contains(Cues.lemma(h))).isPresent();
        // "two bodies were found, raising the toll to five": nobody says so, unless it is "its toll"
        boolean consequence = verb.is("advcl")
                && verb.xpos().equals("VBG")
                && counted.filter(c -> s.child(c, "nmod:poss").isPresent()).isEmpty();
        if (consequence) {
            return Optional.empty();
        }
        Optional<Token> subject =
                Clauses.subject(s, verb).filter(n -> !n.xpos().startsWith("W") || verb.is("acl:relcl") && !ofCount);
        List<Token> number = number(s, verb, prepositions);
        if (subject.isEmpty() || number.isEmpty() || counted.isEmpty() && !ofCount) {
            return Optional.empty();
        }
        List<Token> words = new ArrayList<>(number);
        counted.filter(c -> c.index() > verb.index()).ifPresent(c -> words.addAll(s.subtree(c)));
        words.removeAll(s.subtree(subject.get()));
        List<Span> source = Clauses.nounPhrase(s, subject.get(), verb);
        List<Span> content = Pieces.of(s, words);
        return source.isEmpty() || content.isEmpty()
                ? Optional.empty()
                : Optional.of(Draft.of(source, List.of(Clauses.cue(s, verb, 1)), content, RULE, 0.6));
    }

    /** The words from the preposition on that give the number, wherever a tree hangs them. */
    private static List<Token> number(Sentence s, Token verb, Set<String> prepositions) {
        return s.tokens().subList(verb.index() + 1, s.size()).stream()
                .filter(p -> prepositions.contains(p.form()) && !p.isRoot())
                .map(p -> s.token(p.head()))
                .filter(n -> isBelow(s, n, verb))
                .map(s::subtree)
                .filter(words -> words.stream().anyMatch(w -> w.upos() == Upos.NUM))
                .findFirst()
                .map(words -> withMore(s, words))
                .orElse(List.of());
    }

    /** "45 killed and 110 wounded". */
    private static List<Token> withMore(Sentence s, List<Token> words) {
        List<Token> all = new ArrayList<>(words);
        for (int i = words.getLast().index() + 1; i < s.size(); i++) {
            Token t = s.token(i);
            if (t.upos() != Upos.NUM && !FATES.contains(t.form()) && !t.is("cc")) {
                break;
            }
            all.add(t);
        }
        while (all.getLast().is("cc")) {
            all.removeLast();
        }
        return all;
    }

    private static boolean isBelow(Sentence s, Token number, Token verb) {
        return s.ancestors(number).contains(verb)
                && s.ancestors(number).stream()
                        .takeWhile(a -> !a.equals(verb))
                        .noneMatch(a -> a.xpos().equals("VBD"));
    }
}
