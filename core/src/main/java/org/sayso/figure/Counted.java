package org.sayso.figure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * What an amount counts, by the tree.
 *
 * @param argument the word whose place in the tree tells what became of it: the noun, or the number where that is the head
 *     ("six of the wounded")
 * @param number the word of the number
 * @param noun what is counted; absent for "12 were killed"
 * @param pronoun whether it counts some of what was spoken of before ("two of them")
 */
record Counted(Token argument, Token number, Optional<Token> noun, boolean part, boolean pronoun) {
    private static final Set<String> PRONOUNS =
            Set.of("they", "them", "whom", "who", "we", "us", "you", "these", "those");

    /** Empty where the sentence has no word for the amount. */
    static Optional<Counted> of(Sentence sentence, Amount amount) {
        return number(sentence, amount.core()).map(n -> of(sentence, amount, n));
    }

    private static Counted of(Sentence sentence, Amount amount, Token number) {
        Optional<Token> whole = whole(sentence, amount, number);
        if (whole.isPresent()) {
            Token of = whole.get();
            boolean pronoun =
                    of.upos() == Upos.PRON || PRONOUNS.contains(of.lemma().toLowerCase(java.util.Locale.ROOT));
            Optional<Token> noun = pronoun || of.upos() == Upos.NUM ? Optional.empty() : Optional.of(of);
            return new Counted(number, number, noun, true, pronoun);
        }
        Optional<Token> head = sentence.head(number).filter(h -> h.index() > number.index() && isNominal(h));
        if (head.isPresent() && isCounting(number)) {
            return new Counted(head.get(), number, head, false, false);
        }
        Optional<Token> next = following(sentence, amount);
        if (next.isPresent()) {
            return new Counted(next.get(), number, next, false, false);
        }
        return new Counted(number, number, Optional.empty(), false, false);
    }

    /** "six of the wounded": what the number is a part of, by the words where the tree has it elsewhere. */
    private static Optional<Token> whole(Sentence sentence, Amount amount, Token number) {
        Optional<Token> next = sentence.tokens().stream()
                .filter(t -> t.span().start() >= amount.span().end())
                .findFirst()
                .filter(Counted::isOf);
        return next.flatMap(sentence::head)
                .filter(t -> t.index() > number.index())
                .or(() -> sentence.children(number, "nmod", "obl").stream()
                        .filter(t -> t.index() > number.index()
                                && sentence.child(t, "case")
                                        .filter(Counted::isOf)
                                        .isPresent())
                        .findFirst());
    }

    private static boolean isOf(Token t) {
        return t.lemma().equals("of");
    }

    private static boolean isCounting(Token number) {
        return number.is("nummod")
                || number.is("det")
                || number.is("compound")
                || number.is("amod")
                || number.is("nmod")
                || number.is("advmod")
                || number.is("dep");
    }

    private static boolean isNominal(Token t) {
        return t.isNoun() || t.upos() == Upos.ADJ || t.upos() == Upos.PRON || t.upos() == Upos.SYM;
    }

    /** Where the tree attached the number elsewhere: the noun right after it, over its adjectives. */
    private static Optional<Token> following(Sentence sentence, Amount amount) {
        List<Token> after = sentence.tokens().stream()
                .filter(t -> t.span().start() >= amount.span().end())
                .toList();
        Optional<Token> noun = Optional.empty();
        for (Token t : after) {
            if (t.isNoun()) {
                noun = Optional.of(t);
            } else if (noun.isPresent() || t.upos() != Upos.ADJ) {
                break;
            }
        }
        return noun.filter(n -> !n.xpos().equals("NNP"));
    }

    /** The word of the number whose head lies outside of it. */
    private static Optional<Token> number(Sentence sentence, Span core) {
        List<Token> inside = sentence.tokensIn(core);
        List<Token> tops = inside.stream()
                .filter(t -> t.isRoot() || !sentence.token(t.head()).span().overlaps(core))
                .filter(t -> t.upos() != Upos.PUNCT && t.upos() != Upos.DET)
                .toList();
        return tops.isEmpty() ? inside.stream().findFirst() : Optional.of(tops.getLast());
    }

    /** The words for what is counted, without the number: "Israeli soldiers". */
    Optional<Span> words(Sentence sentence, Amount amount) {
        return noun.map(n -> {
            int start = n.span().start();
            for (int i = n.index() - 1; i >= 0; i--) {
                Token t = sentence.token(i);
                boolean belongs = t.head() == n.index() || sentence.dominates(n, t);
                if (t.span().start() < amount.span().end()
                        || !belongs
                        || t.is("case")
                        || t.is("det")
                        || t.is("nummod")) {
                    break;
                }
                start = t.span().start();
            }
            return new Span(start, n.span().end());
        });
    }
}
