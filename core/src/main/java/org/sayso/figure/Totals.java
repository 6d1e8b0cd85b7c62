package org.sayso.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.table.Table;

/** Tells totals to a day ("since October", "bringing the total to 31") from what is new. Immutable. */
final class Totals {
    private final List<List<String>> phrases;
    private final Lexicon lexicon;

    private Totals(List<List<String>> phrases, Lexicon lexicon) {
        this.phrases = phrases;
        this.lexicon = lexicon;
    }

    static Totals load(Lexicon lexicon) {
        List<List<String>> phrases = Table.rows(Totals.class, "cumulative.tsv", 2).stream()
                .map(r -> List.of(r.getFirst().split(" ")))
                .toList();
        return new Totals(phrases, lexicon);
    }

    boolean isTotal(Sentence sentence, Counted counted) {
        List<Token> path = new ArrayList<>(List.of(counted.number(), counted.argument()));
        for (Token above : sentence.ancestors(counted.argument())) {
            path.add(above);
            if (isTollVerb(sentence, above) || lexicon.isToll("TOLL", above.lemma())) {
                return true;
            }
            if (above.isVerb() || sentence.child(above, "nsubj").isPresent()) {
                break;
            }
        }
        return phraseStarts(sentence).stream().anyMatch(t -> hangsFrom(sentence, t, path));
    }

    /** "the toll rose to", "bringing the total to". */
    private boolean isTollVerb(Sentence sentence, Token verb) {
        return lexicon.isToll("RISE", verb.lemma())
                && sentence.children(verb, "nsubj", "obj").stream()
                        .anyMatch(t -> lexicon.isToll("TOLL", t.lemma()) || lexicon.isToll("COUNT", t.lemma()));
    }

    private List<Token> phraseStarts(Sentence sentence) {
        List<Token> starts = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            for (List<String> phrase : phrases) {
                if (stands(sentence, token.index(), phrase)) {
                    starts.add(sentence.token(token.index() + phrase.size() - 1));
                }
            }
        }
        return starts;
    }

    private static boolean stands(Sentence sentence, int at, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (at + i >= sentence.size()
                    || !sentence.token(at + i).form().toLowerCase(Locale.ROOT).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word, its head or that one's head is on the way from the number up to its verb. */
    private static boolean hangsFrom(Sentence sentence, Token token, List<Token> path) {
        Optional<Token> at = Optional.of(token);
        for (int steps = 0; steps < 3 && at.isPresent(); steps++) {
            if (path.contains(at.get())) {
                return true;
            }
            at = sentence.head(at.get());
        }
        return false;
    }
}
