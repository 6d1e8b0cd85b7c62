package org.sayso.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sayso.figure.Lexicon.Effect;
import org.sayso.model.Span;
import org.sayso.pattern.Grammar;
import org.sayso.pattern.Grammar.Match;
import org.sayso.pattern.Word;
import org.sayso.table.Table;

/** Reads amounts by the rules beside this class. Thread-safe. */
final class AmountReader {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final int LONGEST_BOUND = 4;

    private final Lexicon lexicon;
    private final Grammar grammar;
    private final Grammar single;

    AmountReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        List<Map.Entry<String, String>> definitions = Table.rows(AmountReader.class, "definitions.tsv", 2).stream()
                .map(r -> Map.entry(r.get(0), r.get(1)))
                .toList();
        List<Grammar.Rule> rules = Table.rows(AmountReader.class, "rules.tsv", 5).stream()
                .map(r -> new Grammar.Rule(r.get(0), r.get(1), r.get(2)))
                .toList();
        this.grammar = new Grammar(lexicon.classes(), lexicon, definitions, rules);
        List<Grammar.Rule> singles =
                rules.stream().filter(r -> r.meaning().equals("AMOUNT")).toList();
        this.single = new Grammar(lexicon.classes(), lexicon, definitions, singles);
    }

    /** The amounts in order, never overlapping. */
    List<Amount> read(List<Word> words) {
        List<Amount> amounts = new ArrayList<>();
        for (Match match : grammar.matches(words)) {
            switch (match.rule().meaning()) {
                case "SKIP" -> {}
                case "RANGE" -> amounts.addAll(range(match, words));
                default -> amounts.add(amount(match, words, 0));
            }
        }
        return amounts;
    }

    /** @param shift place in the text of the first word that the match was sought in */
    private Amount amount(Match match, List<Word> words, int shift) {
        BigDecimal value = number(match, "a");
        boolean vague = match.has("half") || match.has("scale") || match.has("plural");
        if (match.has("half")) {
            value = value.multiply(HALF);
        }
        if (match.has("quarter")) {
            value = value.multiply(QUARTER);
            vague = true;
        }
        if (match.has("andhalf")) {
            value = value.add(HALF);
        }
        if (match.has("some")) {
            value = value.multiply(worth("SOME", match.keys("some")));
        }
        for (String name : List.of("scale", "plural", "plural2")) {
            if (match.has(name)) {
                value = value.multiply(worth(name.equals("scale") ? "SCALE" : "PLURAL", match.keys(name)));
            }
        }
        boolean open = match.has("plural") || match.has("some");
        Optional<BigDecimal> high = open ? Optional.empty() : Optional.of(value);
        int from = match.from() + shift;
        int to = match.rule().id().equals("in-days") ? from + 1 : match.to() + shift;
        return bounded(match, words, Optional.of(value), high, vague && !match.has("andhalf"), from, to);
    }

    private List<Amount> range(Match match, List<Word> words) {
        BigDecimal low = number(match, "a");
        BigDecimal high = number(match, "b");
        BigDecimal factor = factor(match.word("b").orElseThrow());
        if (factor.compareTo(BigDecimal.ONE) > 0 && low.compareTo(factor) < 0) {
            low = low.multiply(factor);
        }
        Word a = match.word("a").orElseThrow();
        Word b = match.word("b").orElseThrow();
        boolean glued = a.span().end() + 1 == b.span().start();
        String before = match.from() > 0 ? words.get(match.from() - 1).key() : "";
        boolean change = before.equals("from") || before.equals("by");
        boolean units = match.has("unit") && (match.has("curword") || match.has("cur"));
        if (low.compareTo(high) >= 0 || units || (change && !glued)) {
            // scores and votes ("3-2") are no figures of anything; "from 5 to 7" names two
            return glued ? List.of() : apart(match, words);
        }
        return List.of(bounded(match, words, Optional.of(low), Optional.of(high), false, match.from(), match.to()));
    }

    private List<Amount> apart(Match match, List<Word> words) {
        List<Word> inside = words.subList(match.from(), match.to());
        return single.matches(inside).stream()
                .map(m -> amount(m, words, match.from()))
                .toList();
    }

    /** What the scale of a number multiplies by: a million in "5.5 million". */
    private BigDecimal factor(Word word) {
        String form = word.key();
        int at = form.length();
        while (at > 0 && Character.isLetter(form.charAt(at - 1))) {
            at--;
        }
        String scale = lexicon.value("SCALE", form.substring(at));
        return scale.isEmpty() || at == 0 ? BigDecimal.ONE : new BigDecimal(scale);
    }

    private BigDecimal number(Match match, String name) {
        return match.word(name).flatMap(Word::number).orElse(BigDecimal.ONE);
    }

    private BigDecimal worth(String wordClass, String keys) {
        String value = lexicon.value(wordClass, keys);
        return value.isEmpty() ? BigDecimal.ONE : new BigDecimal(value);
    }

    private Amount bounded(
            Match match,
            List<Word> words,
            Optional<BigDecimal> writtenLow,
            Optional<BigDecimal> writtenHigh,
            boolean vague,
            int coreFrom,
            int coreTo) {
        Optional<BigDecimal> low = writtenLow;
        Optional<BigDecimal> high = writtenHigh;
        boolean approximate = vague;
        int from = coreFrom;
        int to = coreTo;
        for (int start = boundStart(words, from); start < from; start = boundStart(words, from)) {
            Effect effect = lexicon.effectBefore(keys(words, start, from)).orElseThrow();
            low = effect == Effect.HIGH ? Optional.empty() : low;
            high = effect == Effect.LOW ? Optional.empty() : high;
            if (low.isEmpty() && high.isEmpty()) {
                high = writtenHigh.or(() -> writtenLow);
            }
            approximate |= effect == Effect.NEAR;
            from = start;
        }
        for (int length = 3; length > 0; length--) {
            Optional<Effect> effect =
                    to + length <= words.size() ? lexicon.effectAfter(keys(words, to, to + length)) : Optional.empty();
            if (effect.isPresent()) {
                low = effect.get() == Effect.HIGH ? Optional.empty() : low;
                high = effect.get() == Effect.LOW ? Optional.empty() : high;
                approximate |= effect.get() == Effect.NEAR;
                to += length;
                break;
            }
        }
        return new Amount(
                span(words, from, to), span(words, coreFrom, coreTo), low, high, approximate, unit(match), from, to);
    }

    /** First word of the longest bound that ends before a place; the place itself where there is none. */
    private int boundStart(List<Word> words, int end) {
        for (int start = Math.max(0, end - LONGEST_BOUND); start < end; start++) {
            if (lexicon.effectBefore(keys(words, start, end)).isPresent()) {
                return start;
            }
        }
        return end;
    }

    private Optional<String> unit(Match match) {
        if (match.has("unit")) {
            return Optional.of(Lexicon.PERCENT);
        }
        if (match.has("curword")) {
            return Optional.of(lexicon.value("CURWORD", match.keys("curword")));
        }
        return match.has("cur") ? Optional.of(lexicon.value("CUR", match.keys("cur"))) : Optional.empty();
    }

    private static String keys(List<Word> words, int from, int to) {
        return String.join(" ", words.subList(from, to).stream().map(Word::key).toList());
    }

    private static Span span(List<Word> words, int from, int to) {
        return words.get(from).span().union(words.get(to - 1).span());
    }
}
