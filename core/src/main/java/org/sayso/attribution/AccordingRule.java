package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** "According to X, Y": the source hangs from what it vouches for. */
final class AccordingRule implements Rule {
    private final SourceKinds kinds;

    AccordingRule(SourceKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (Token t : s.tokens()) {
            if (t.form().equals("per") && t.is("case") && t.index() > 0 && !t.isRoot()) {
                per(text, s, t).ifPresent(found::add);
            }
            boolean according = t.form().equalsIgnoreCase("according")
                    && t.index() + 1 < s.size()
                    && s.token(t.index() + 1).form().equalsIgnoreCase("to");
            if (according) {
                draft(s, t).ifPresent(found::add);
            }
        }
        return found;
    }

    /** "Three died, per Reuters." */
    private Optional<Draft> per(AnalyzedText text, Sentence s, Token per) {
        Token noun = s.token(per.head());
        List<Span> words = Clauses.nounPhrase(s, noun, s.root());
        boolean outlet = words.size() == 1 && kinds.of(text, words) == Kind.OUTLET;
        List<Token> mine = new ArrayList<>(s.subtree(noun));
        mine.add(per);
        List<Span> content = outlet ? Pieces.subtree(s, s.root(), mine) : List.of();
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(Draft.of(words, List.of(per.span()), content, "rule:per", 0.7));
    }

    private static Optional<Draft> draft(Sentence s, Token according) {
        Token to = s.token(according.index() + 1);
        Optional<Token> source = source(s, according, to);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Token noun = source.get();
        Token top = noun.head() == according.index() ? according : noun;
        List<Token> phrase = new ArrayList<>(s.subtree(noun));
        phrase.removeIf(t -> t.index() <= to.index());
        List<Token> mine = new ArrayList<>(s.subtree(top));
        mine.add(according);
        mine.add(to);
        Token from = top.isRoot() ? top : s.token(top.head());
        Token clause = comesLast(s, mine) || comesFirst(mine) ? s.root() : Clauses.clause(s, from);
        List<Span> content = Pieces.subtree(s, clause, mine);
        List<Span> words = Pieces.of(s, phrase);
        if (content.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        Span cue = according.span().union(to.span());
        return Optional.of(Draft.of(words, List.of(cue), content, "rule:according-to", 0.8));
    }

    private static Optional<Token> source(Sentence s, Token according, Token to) {
        if (!according.isRoot() && s.token(according.head()).index() > to.index()) {
            return Optional.of(s.token(according.head()));
        }
        Optional<Token> below = s.child(according, "obl", "obj", "nmod");
        if (below.isPresent()) {
            return below;
        }
        boolean above = !to.isRoot() && to.head() > to.index();
        return above
                ? Optional.of(s.token(to.head()))
                : s.children(according).stream()
                        .filter(t -> t.index() > to.index() && t.isNoun())
                        .findFirst();
    }

    private static boolean comesFirst(List<Token> mine) {
        return mine.stream().anyMatch(t -> t.index() == 0);
    }

    /** After a comma and at the end it vouches for the whole sentence, wherever the tree hangs it. */
    private static boolean comesLast(Sentence s, List<Token> mine) {
        int first = mine.stream().mapToInt(Token::index).min().orElse(0);
        int last = mine.stream().mapToInt(Token::index).max().orElse(0);
        return first > 0 && s.token(first - 1).form().equals(",") && last >= s.size() - 2
                || first < s.size() && s.token(first).form().equals(",") && last >= s.size() - 2;
    }
}
