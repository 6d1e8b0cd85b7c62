package org.sayso.figure;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * The words that a number stands apart from but counts: "the number of marchers" of "put the number of marchers at 30,000".
 *
 * @param in the sentence that names what is counted: that of the number, or the one before ("the union put the figure at 15,000")
 * @param count the word for the number
 * @param of what is counted; absent for a toll
 * @param near whether the number is told of this very word, not of one that refers back to it
 */
record Tally(Sentence in, Token count, Optional<Token> of, boolean near) {
    private static final Set<String> STANDING_IN = Set.of("it", "there");
    private static final Set<String> UP_TO = Set.of("at", "to");

    /** @param argument the number, where it has no noun of its own */
    static Optional<Tally> of(Sentence sentence, Optional<Sentence> previous, Lexicon lexicon, Token argument) {
        Optional<Token> count = counts(sentence, lexicon, argument)
                .filter(t -> t.index() < argument.index())
                .filter(t -> isCount(lexicon, t) || isStandIn(t))
                .findFirst();
        if (count.isEmpty()) {
            return Optional.empty();
        }
        Token at = count.get();
        Optional<Tally> named = named(sentence, lexicon, at)
                .map(t -> new Tally(t.in(), t.count(), t.of(), true))
                .or(() -> before(sentence, lexicon, at.index()))
                .filter(t -> t.near() || !lexicon.isToll("TOLL", at.lemma()));
        boolean definite = at.isNoun() || at.is("obj");
        return named.isPresent() || !definite ? named : previous.flatMap(p -> before(p, lexicon, p.size()));
    }

    /** Whether the number is that of a count that does not say of what: "put the figure at 30", "an earlier count of 227". */
    static boolean isBare(Sentence sentence, Lexicon lexicon, Token argument) {
        Stream<Token> above = sentence.head(argument).stream()
                .filter(h -> sentence.children(argument, "case").stream()
                        .anyMatch(c -> c.lemma().equals("of")));
        return Stream.concat(counts(sentence, lexicon, argument), above)
                .anyMatch(t -> t.index() < argument.index() && isCount(lexicon, t));
    }

    private static Optional<Tally> before(Sentence sentence, Lexicon lexicon, int end) {
        return sentence.tokens().reversed().stream()
                .filter(t -> t.index() < end && isCount(lexicon, t))
                .map(t -> named(sentence, lexicon, t))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "the number of marchers", "the toll"; a crowd is of people whatever it is called. */
    private static Optional<Tally> named(Sentence sentence, Lexicon lexicon, Token count) {
        if (!isCount(lexicon, count)) {
            return Optional.empty();
        }
        Optional<Token> of = sentence.children(count, "nmod", "acl").stream()
                .filter(t -> t.upos() != Upos.NUM)
                .filter(t -> sentence.child(t, "case", "mark")
                        .filter(c -> c.lemma().equals("of"))
                        .isPresent())
                .findFirst()
                .or(() -> lexicon.isToll("CROWD", count.lemma()) ? Optional.of(count) : Optional.empty());
        return of.isPresent() || lexicon.isToll("TOLL", count.lemma())
                ? Optional.of(new Tally(sentence, count, of, false))
                : Optional.empty();
    }

    private static boolean isCount(Lexicon lexicon, Token t) {
        return t.isNoun() && Stream.of("TOLL", "COUNT", "CROWD").anyMatch(k -> lexicon.isToll(k, t.lemma()));
    }

    private static boolean isStandIn(Token t) {
        return t.upos() == Upos.PRON && STANDING_IN.contains(t.lemma());
    }

    private static Stream<Token> counts(Sentence sentence, Lexicon lexicon, Token argument) {
        if (sentence.child(argument, "cop").isPresent()) {
            return sentence.children(argument, "nsubj", "expl").stream();
        }
        boolean reaches = sentence.children(argument, "case").stream().anyMatch(c -> UP_TO.contains(c.lemma()));
        for (Token above : sentence.ancestors(argument)) {
            if (reaches && isCount(lexicon, above)) {
                return Stream.of(above); // where the tree has the number below what it counts
            }
            boolean modifies = reaches && (!above.isVerb() || above.is("acl"));
            if (!modifies) {
                boolean placed = reaches || argument.is("obj") || argument.is("xcomp") || argument.is("nsubj");
                return placed && lexicon.isToll("RISE", above.lemma())
                        ? sentence.children(above, "obj", "nsubj:pass", "nsubj", "expl").stream()
                        : Stream.empty();
            }
        }
        return Stream.empty();
    }
}
