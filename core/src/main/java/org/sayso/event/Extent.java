package org.sayso.event;

import java.util.List;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** The words that tell an event: the clause of its trigger, without the punctuation around it. */
final class Extent {
    private static final Set<String> EDGES = Set.of("-", "--", "–", "—", ",", ";", ":");
    private static final Set<String> QUOTES = Set.of("\"", "“", "”", "«", "»", "„", "''", "``");

    private Extent() {}

    /** Up to the nearest verb above the word, with all that hangs from it. */
    static Span of(Sentence sentence, Token word) {
        Token at = word;
        while (!at.isRoot() && !at.isVerb()) {
            at = sentence.token(at.head());
        }
        return trimmed(sentence.tokensIn(sentence.subtreeSpan(at).union(word.span())));
    }

    private static Span trimmed(List<Token> tokens) {
        int first = 0;
        int last = tokens.size() - 1;
        boolean again = true;
        while (again && first < last) {
            List<Token> inside = tokens.subList(first, last + 1);
            boolean opens = QUOTES.contains(tokens.get(first).form());
            boolean closes = QUOTES.contains(tokens.get(last).form());
            boolean odd = quotes(inside) % 2 == 1;
            boolean around = opens && closes && quotes(inside) == 2;
            boolean before = EDGES.contains(tokens.get(first).form()) || opens && (odd || around);
            boolean after = EDGES.contains(tokens.get(last).form()) || closes && (odd && !opens || around);
            first += before ? 1 : 0;
            last -= after ? 1 : 0;
            again = before || after;
        }
        return tokens.get(first).span().union(tokens.get(last).span());
    }

    private static long quotes(List<Token> tokens) {
        return tokens.stream().filter(t -> QUOTES.contains(t.form())).count();
    }
}
