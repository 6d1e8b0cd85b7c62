package org.sayso.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.pattern.Word;
import org.sayso.pattern.Word.Kind;

/** Tells amounts from numbers that count nothing: names, years, list markers, parts of words. One text at a time. */
final class LookAlikes {
    private static final BigDecimal OLDEST = BigDecimal.valueOf(115);
    private static final Set<String> AFTER_AGE = Set.of(",", ".", ";", ":", ")");

    private final AnalyzedText text;
    private final List<Word> words;
    private final Lexicon lexicon;

    LookAlikes(AnalyzedText text, List<Word> words, Lexicon lexicon) {
        this.text = text;
        this.words = words;
        this.lexicon = lexicon;
    }

    /** The sentence before. */
    Optional<Sentence> before(Sentence sentence) {
        int at = text.sentences().indexOf(sentence);
        return at > 0 ? Optional.of(text.sentences().get(at - 1)) : Optional.empty();
    }

    /** That sentence and the two before it. */
    Span reach(Sentence sentence) {
        int at = Math.max(0, text.sentences().indexOf(sentence) - 2);
        return text.sentences().get(at).span().union(sentence.span());
    }

    boolean isFigure(Amount amount, Sentence sentence, Counted counted, boolean knownUnit) {
        if (amount.unit().isPresent()) {
            return !isGluedBefore(amount);
        }
        return !isGluedBefore(amount)
                && !isGluedAfter(amount)
                && !isMarker(amount, sentence)
                && !isNamed(amount, sentence, counted)
                && !isAge(amount, sentence, counted)
                && counted.noun().filter(n -> lexicon.isStreet(n.form())).isEmpty()
                && !(isYearLike(amount) && !(knownUnit && counted.noun().isPresent()));
    }

    /** "Su-27", "3.2.1", "and/or 2". */
    private boolean isGluedBefore(Amount amount) {
        if (amount.from() == 0) {
            return false;
        }
        Word before = words.get(amount.from() - 1);
        boolean touches = before.span().end() == amount.span().start();
        boolean bracket = before.key().equals("(")
                || before.key().equals("\"")
                || before.key().equals("“");
        return touches
                && before.kind() != Kind.BREAK
                && !bracket
                && !before.key().equals("—");
    }

    /** "155mm", "12-point": a word of its own. */
    private boolean isGluedAfter(Amount amount) {
        if (amount.to() >= words.size()) {
            return false;
        }
        Word after = words.get(amount.to());
        boolean touches = after.span().start() == amount.span().end();
        if (!touches) {
            return false;
        }
        boolean joint = after.key().equals("-")
                || after.key().equals("/")
                || after.key().equals(":");
        if (joint && amount.to() + 1 < words.size()) {
            Word next = words.get(amount.to() + 1);
            return next.span().start() == after.span().end() && !next.key().equals("strong");
        }
        return after.kind() == Kind.LETTERS;
    }

    /** "1. The ceasefire", "(2)". */
    private boolean isMarker(Amount amount, Sentence sentence) {
        boolean first = sentence.span().start() == amount.span().start();
        String after = amount.to() < words.size() ? words.get(amount.to()).key() : "";
        boolean alone =
                sentence.tokens().stream().allMatch(t -> t.span().overlaps(amount.span()) || t.upos() == Upos.PUNCT);
        String before = amount.from() > 0 ? words.get(amount.from() - 1).key() : "";
        return alone || (first && after.equals(")")) || (before.equals("(") && after.equals(")"));
    }

    /** "Boeing 737": a number that hangs from the name before it, or stands in a name. */
    private boolean isNamed(Amount amount, Sentence sentence, Counted counted) {
        boolean inName = text.namesIn(amount.core()).stream()
                .anyMatch(n -> n.span().covers(amount.core())
                        && n.span().length() > amount.core().length());
        Token number = counted.number();
        if (inName) {
            return true;
        }
        if (number.index() == 0) {
            return false;
        }
        Token before = sentence.token(number.index() - 1);
        Optional<Token> head = sentence.head(number);
        boolean joins = before.head() == number.index()
                || (counted.noun().filter(n -> n.index() == before.head()).isPresent()
                        && (before.is("compound") || before.is("flat") || before.is("nmod")));
        boolean hangs = head.isPresent()
                && head.get().index() < number.index()
                && (head.get().upos() == Upos.PROPN)
                && !number.is("conj")
                && before.upos() == Upos.PROPN;
        return hangs
                || (before.upos() == Upos.PROPN && joins)
                || (before.upos() == Upos.PROPN && counted.noun().isEmpty() && !isArgument(number));
    }

    /** "Kim, 40, met", "a teacher (28)": between commas or brackets behind a name or a singular noun. */
    private boolean isAge(Amount amount, Sentence sentence, Counted counted) {
        Token number = counted.number();
        if (number.index() < 2
                || counted.noun().isPresent()
                || !amount.core().equals(amount.span())
                || words.get(amount.from()).kind() != Kind.NUMBER
                || amount.value().compareTo(OLDEST) > 0) {
            return false;
        }
        Token mark = sentence.token(number.index() - 1);
        Token who = sentence.token(number.index() - 2);
        String after = number.index() + 1 < sentence.size()
                ? sentence.token(number.index() + 1).form()
                : ".";
        boolean set = (mark.form().equals(",") && AFTER_AGE.contains(after))
                || (mark.form().equals("(") && after.equals(")"));
        return set && (who.upos() == Upos.PROPN || who.xpos().equals("NN"));
    }

    private static boolean isArgument(Token number) {
        return number.is("nsubj") || number.is("obj") || number.is("obl") || number.is("conj") || number.isRoot();
    }

    private boolean isYearLike(Amount amount) {
        Word word = words.get(amount.to() - 1);
        BigDecimal value = amount.value();
        return amount.to() - amount.from() == 1
                && word.kind() == Kind.NUMBER
                && word.key().length() == 4
                && value.compareTo(BigDecimal.valueOf(1800)) >= 0
                && value.compareTo(BigDecimal.valueOf(2100)) <= 0;
    }
}
