package org.sayso.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A sentence and its UD tree.
 *
 * @param index place in the article, from 0
 * @param paragraph place of its paragraph in the article, from 0
 * @param tokens in order; exactly one is the root
 */
public record Sentence(int index, int paragraph, Span span, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("sentence " + index + " at " + span + " has no token");
        }
        int roots = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            roots += token.isRoot() ? 1 : 0;
            if (token.index() != i || token.head() >= tokens.size() || !span.covers(token.span())) {
                throw new IllegalArgumentException(
                        "token " + token + " does not fit sentence " + index + " at " + span);
            }
        }
        if (roots != 1) {
            throw new IllegalArgumentException("sentence " + index + " at " + span + " has " + roots + " roots");
        }
    }

    Sentence in(UnaryOperator<Span> home) {
        return new Sentence(
                index,
                paragraph,
                home.apply(span),
                tokens.stream().map(t -> t.at(home.apply(t.span()))).toList());
    }

    public Token root() {
        return tokens.stream().filter(Token::isRoot).findFirst().orElseThrow();
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    public int size() {
        return tokens.size();
    }

    public Optional<Token> head(Token token) {
        return token.isRoot() ? Optional.empty() : Optional.of(tokens.get(token.head()));
    }

    /** Whether the word is the first half of a name whose second, behind a hyphen, is in lower case: "Yu" of "Kang Yu-jung". */
    public boolean isHalved(int i) {
        if (i + 2 >= size()) {
            return false;
        }
        Token hyphen = token(i + 1);
        Token half = token(i + 2);
        return hyphen.form().equals("-")
                && token(i).span().end() == hyphen.span().start()
                && hyphen.span().end() == half.span().start()
                && half.is("flat")
                && Character.isLowerCase(half.form().codePointAt(0));
    }

    /** Dependants of a token, in order. */
    public List<Token> children(Token token) {
        List<Token> found = new ArrayList<>();
        for (Token t : tokens) { // here and below: asked so often that streams cost a tenth of the reading
            if (t.head() == token.index()) {
                found.add(t);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Dependants by one of these relations (subtypes included), in order. */
    public List<Token> children(Token token, String... relations) {
        List<Token> found = new ArrayList<>();
        for (Token t : tokens) {
            if (t.head() == token.index() && isAnyOf(t, relations)) {
                found.add(t);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The first of them. */
    public Optional<Token> child(Token token, String... relations) {
        for (Token t : tokens) {
            if (t.head() == token.index() && isAnyOf(t, relations)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    private static boolean isAnyOf(Token t, String... relations) {
        for (String relation : relations) {
            if (t.is(relation)) {
                return true;
            }
        }
        return false;
    }

    /** From the head of a token up to the root, nearest first; the token itself is left out. */
    public List<Token> ancestors(Token token) {
        List<Token> path = new ArrayList<>();
        Token at = token;
        while (!at.isRoot() && path.size() <= tokens.size()) {
            at = tokens.get(at.head());
            path.add(at);
        }
        return path;
    }

    /** Whether {@code above} is the token itself or one of its ancestors. */
    public boolean dominates(Token above, Token below) {
        return above.index() == below.index() || ancestors(below).contains(above);
    }

    /** The token and all that hangs from it, in order. */
    public List<Token> subtree(Token top) {
        boolean[] in = new boolean[tokens.size()];
        in[top.index()] = true;
        for (boolean grew = true; grew; ) {
            grew = false;
            for (Token t : tokens) {
                if (!in[t.index()] && !t.isRoot() && in[t.head()]) {
                    in[t.index()] = true;
                    grew = true;
                }
            }
        }
        return tokens.stream().filter(t -> in[t.index()]).toList();
    }

    /** From the first to the last word of the subtree. */
    public Span subtreeSpan(Token top) {
        List<Token> all = subtree(top);
        return all.getFirst().span().union(all.getLast().span());
    }

    /** The tokens that touch a span, in order. */
    public List<Token> tokensIn(Span wanted) {
        List<Token> found = new ArrayList<>();
        for (Token t : tokens) {
            if (t.span().overlaps(wanted)) {
                found.add(t);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The word of a span whose head lies outside of it; the first, where there are several. */
    public Optional<Token> headOf(Span wanted) {
        List<Token> inside = tokensIn(wanted);
        return inside.stream()
                .filter(t -> t.isRoot() || !tokens.get(t.head()).span().overlaps(wanted))
                .findFirst()
                .or(() -> inside.stream().findFirst());
    }
}
