package org.sayso.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.Claim;
import org.sayso.model.Figure;

/**
 * Which own claim answers a question of the gold: the one that holds most of the question's words, rare words counting more,
 * in its evidence, chains and vouchers, and once more in its summary. A claim's denials are a candidate of their own where a
 * question asks for a denial ("there was no conversation"). Asked for a number that is among a claim's figures, the answer is how many
 * parties give that number. Of equals the one with more reports wins. Nothing in common: no answer.
 */
final class ClaimChoice {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(?:-(\\d+))?");
    private static final Pattern VAGUE = Pattern.compile("\\b(dozens|hundreds|thousands)\\b");
    private static final Map<String, String> LEAST = Map.of("dozens", "12", "hundreds", "100", "thousands", "1000");
    private static final Set<String> EMPTY = Set.of(
            "the", "and", "of", "to", "in", "on", "at", "by", "was", "were", "is", "that", "had", "has", "he", "it",
            "not", "did", "one", "two", "his", "for", "with", "from", "an", "as", "all", "others", "more", "than",
            "least");
    private static final int LETTERS = 6;
    /** A number asked for that is among the figures of a claim says more than any word. */
    private static final double NUMBER_HELD = 5;

    /** An answer holds at least so much of the question's weight. */
    private static final double ENOUGH = 0.2;

    private static final Pattern NEGATIVE = Pattern.compile("(?i)\\b(?:no|denial|denied|denies)\\b");

    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    /** @param denying the claim's denials are meant, not the claim */
    record Answer(Claim claim, boolean denying, Set<String> words, Set<String> summary) {}

    /** Who counts as many dead as the first number (or range) of a question that is among the figures of a claim. */
    static Set<String> parties(Claim claim, String question) {
        Matcher vague = VAGUE.matcher(question);
        if (vague.find()) {
            BigDecimal low = new BigDecimal(Objects.requireNonNull(LEAST.get(vague.group(1))));
            return claim.figures().stream()
                    .filter(f -> f.measure() == Figure.Measure.KILLED
                            && f.high().isEmpty()
                            && equal(f.low(), Optional.of(low)))
                    .map(Claim.FigureLine::party)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Matcher m = NUMBER.matcher(question);
        while (m.find()) {
            BigDecimal low = new BigDecimal(m.group(1));
            Optional<BigDecimal> high = Optional.ofNullable(m.group(2)).map(BigDecimal::new);
            Set<String> parties = new TreeSet<>();
            for (Claim.FigureLine f : claim.figures()) {
                boolean same = f.measure() == Figure.Measure.KILLED
                        && equal(f.low(), Optional.of(low))
                        && (high.isEmpty() || equal(f.high(), high));
                if (same) {
                    parties.add(f.party());
                }
            }
            if (!parties.isEmpty()) {
                return parties;
            }
        }
        return Set.of();
    }

    private static boolean equal(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }

    /** @param text the article text of a docId */
    ClaimChoice(List<Claim> claims, Function<String, String> text) {
        for (Claim claim : claims) {
            StringBuilder words = new StringBuilder(claim.summary());
            claim.reports()
                    .forEach(r -> words.append(' ')
                            .append(r.span().of(text.apply(r.doc())))
                            .append(' ')
                            .append(String.join(" ", r.said())));
            claim.roots()
                    .forEach(r -> words.append(' ')
                            .append(r.voucher())
                            .append(' ')
                            .append(r.via().orElse("")));
            claim.figures().forEach(f -> words.append(' ').append(f.span().of(text.apply(f.doc()))));
            answers.add(new Answer(claim, false, stems(words.toString()), stems(claim.summary())));
        }
        for (Claim claim : claims) {
            StringBuilder words = new StringBuilder("denial");
            claim.denials()
                    .forEach(d -> words.append(' ')
                            .append(d.by())
                            .append(' ')
                            .append(d.span().of(text.apply(d.doc()))));
            if (!claim.denials().isEmpty()) {
                answers.add(new Answer(claim, true, stems(words.toString()), stems(words.toString())));
            }
        }
        answers.forEach(a -> a.words().forEach(w -> frequency.merge(w, 1, Integer::sum)));
    }

    Optional<Answer> to(String question) {
        Set<String> asked = stems(question);
        double all = weight(asked);
        boolean negative = NEGATIVE.matcher(question).find();
        Answer best = null;
        double most = ENOUGH * all;
        for (Answer answer : answers) {
            if (answer.denying() && !negative) {
                continue;
            }
            double held = weight(shared(asked, answer.words())) + weight(shared(asked, answer.summary()));
            held += answer.denying() || parties(answer.claim(), question).isEmpty() ? 0 : NUMBER_HELD;
            if (held > most + 1e-9
                    || best != null
                            && Math.abs(held - most) < 1e-9
                            && !answer.denying()
                            && answer.claim().reports().size()
                                    > best.claim().reports().size()) {
                most = held;
                best = answer;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<String> shared(Set<String> a, Set<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        return shared;
    }

    private double weight(Set<String> words) {
        double sum = 0;
        for (String w : new TreeSet<>(words)) {
            sum += Math.log((answers.size() + 1.0) / (frequency.getOrDefault(w, 0) + 0.5));
        }
        return sum;
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            String w = m.group().toLowerCase(Locale.ROOT);
            if (!EMPTY.contains(w)) {
                String stem = w.length() > 4 ? w.replaceFirst("(?:ing|ed|es|s)$", "") : w;
                stems.add(stem.length() > LETTERS ? stem.substring(0, LETTERS) : stem);
            }
        }
        return stems;
    }
}
