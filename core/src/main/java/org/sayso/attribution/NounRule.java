package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** "Kyiv's claim that Y", "a report by the agency that Y", "repeated his vow to Y". */
final class NounRule implements Rule {
    private final Cues cues;
    private final SourceKinds kinds;

    NounRule(Cues cues, SourceKinds kinds) {
        this.cues = cues;
        this.kinds = kinds;
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (Token noun : s.tokens()) {
            if (noun.isNoun()) {
                cues.at(s, noun).flatMap(c -> draft(text, s, noun, c)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Draft> draft(AnalyzedText text, Sentence s, Token noun, Cue cue) {
        Optional<Token> clause = s.children(noun, "acl", "ccomp").stream()
                .filter(c -> !c.is("acl:relcl") && c.index() > noun.index())
                .filter(c -> cue.takes("clause") && marked(s, c, "that") || cue.takes("inf") && marked(s, c, "to"))
                .findFirst();
        List<Span> content = clause.map(c -> Pieces.subtree(s, c, List.of())).orElseGet(() -> farClause(s, noun, cue));
        if (content.isEmpty()) {
            return Optional.empty();
        }
        List<Span> source = source(text, s, noun).stream()
                .map(piece -> content.stream().anyMatch(piece::overlaps) ? upToComma(s, piece) : piece)
                .toList();
        return Optional.of(Draft.of(
                source,
                List.of(noun.span()),
                content,
                "rule:noun-" + cue.lemmas().getFirst(),
                Draft.WEAK));
    }

    /** "A report by the Post, which cited officials, that Y": the clause stands behind the comma. */
    private static List<Span> farClause(Sentence s, Token noun, Cue cue) {
        boolean by =
                noun.index() + 1 < s.size() && s.token(noun.index() + 1).form().equals("by");
        return !by || !cue.takes("clause")
                ? List.of()
                : s.tokens().stream()
                        .filter(t -> t.index() > noun.index() + 1 && t.form().equals("that") && t.is("mark"))
                        .filter(t -> s.token(t.index() - 1).form().equals(","))
                        .findFirst()
                        .map(t -> Pieces.of(s, s.tokens().subList(t.index(), s.size())))
                        .orElse(List.of());
    }

    /** "The Post, which cited officials, that Y": a parser may hang the clause on whom the Post cites. */
    private static Span upToComma(Sentence s, Span piece) {
        return s.tokensIn(piece).stream()
                .filter(t -> t.form().equals(","))
                .findFirst()
                .flatMap(comma -> s.tokensIn(piece).stream()
                        .filter(t -> t.index() == comma.index() - 1)
                        .findFirst())
                .map(last -> new Span(piece.start(), last.span().end()))
                .orElse(piece);
    }

    /** "A report by the Post", whatever the tree hangs the Post from. */
    private static Optional<Token> by(Sentence s, Token noun) {
        int next = noun.index() + 1;
        boolean by = next < s.size()
                && s.token(next).form().equals("by")
                && !s.token(next).isRoot();
        return by ? Optional.of(s.token(s.token(next).head())).filter(Token::isNoun) : Optional.empty();
    }

    private static boolean marked(Sentence s, Token clause, String mark) {
        return s.children(clause, "mark").stream().anyMatch(m -> Cues.lemma(m).equals(mark));
    }

    private List<Span> source(AnalyzedText text, Sentence s, Token noun) {
        Optional<Token> owner = s.children(noun, "nmod:poss").stream()
                .filter(n -> n.upos() == Upos.PRON || s.child(n, "case").isPresent())
                .reduce((first, second) -> second)
                .or(() -> s.child(noun, "nmod:poss"))
                .or(() -> s.children(noun, "nmod").stream()
                        .filter(n -> Clauses.hasCase(s, n, "by") || Clauses.hasCase(s, n, "from"))
                        .findFirst())
                .or(() -> by(s, noun))
                .or(() -> s.children(noun, "acl").stream()
                        .filter(made -> made.xpos().equals("VBN"))
                        .flatMap(made -> Clauses.agent(s, made).stream())
                        .findFirst())
                .or(() -> s.children(noun, "nmod").stream()
                        .filter(n -> Clauses.hasCase(s, n, "in") || Clauses.hasCase(s, n, "on"))
                        .filter(n -> kinds.of(text, Clauses.nounPhrase(s, n, noun)) == Kind.OUTLET)
                        .findFirst())
                .or(() -> s.child(noun, "compound").filter(c -> c.xpos().startsWith("NNP")));
        return owner.map(o -> Clauses.nounPhrase(s, o, noun)).orElse(List.of());
    }
}
