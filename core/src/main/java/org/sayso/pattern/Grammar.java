package org.sayso.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.Span;

/**
 * Patterns over {@link Word words}, and the runs of words that they recognize. Thread-safe.
 *
 * <p>A pattern is a row of elements parted by blanks:
 *
 * <pre>
 *   ago          the word itself, by its key
 *   MONTH        any word of that class
 *   month=MONTH  the same, kept under a name
 *   ( a | b )    one of several; may be named: dir=( last | next )
 *   $UNTIL       a pattern defined before
 *   ? * +        after an element: it may be missing; any number; one or more
 *   \( \) \$     the marks themselves
 * </pre>
 *
 * <p>What is found is read from left to right: the longest run that begins at a word wins, among equals the earlier rule,
 * and runs never overlap. A rule whose pattern names a run {@code span} is after that run only; the words before it give
 * way to a longer run that begins among them.
 */
public final class Grammar {
    /** Names the classes of a word that its key alone does not tell. */
    @FunctionalInterface
    public interface Classifier {
        List<String> classesOf(Word word);
    }

    /** One rule: its id, what its matches mean, and its pattern. */
    public record Rule(String id, String meaning, String pattern) {}

    /**
     * A run of words that a rule recognized.
     *
     * @param from the first word
     * @param to the place after the last word
     * @param captures named runs, as first word and place after the last
     */
    public record Match(Rule rule, List<Word> words, int from, int to, Map<String, List<Word>> captures) {
        public Span span() {
            return words.get(from).span().union(words.get(to - 1).span());
        }

        public Optional<Word> word(String name) {
            return Optional.ofNullable(captures.get(name)).map(List::getFirst);
        }

        public boolean has(String name) {
            return captures.containsKey(name);
        }

        /** The keys under a name, parted by blanks; empty where the name caught nothing. */
        public String keys(String name) {
            List<Word> caught = captures.getOrDefault(name, List.of());
            return String.join(" ", caught.stream().map(Word::key).toList());
        }
    }

    /** The name of the run that a rule is after, where words before or after it only lead there. */
    public static final String SPAN = "span";

    private record Compiled(int place, Rule rule, Pattern pattern) {}

    private final Map<String, BitSet> vocabulary;
    private final Map<String, Integer> ids;
    private final Classifier classifier;
    private final List<List<Compiled>> byFirst;

    /**
     * @param vocabulary classes of words by their key
     * @param definitions patterns by the name that later ones call them, in order
     */
    public Grammar(
            Map<String, List<String>> vocabulary,
            Classifier classifier,
            List<Map.Entry<String, String>> definitions,
            List<Rule> rules) {
        PatternReader reader = new PatternReader();
        definitions.forEach(d -> reader.define(d.getKey(), d.getValue()));
        List<Compiled> compiled = new ArrayList<>();
        for (Rule rule : rules) {
            compiled.add(new Compiled(compiled.size(), rule, reader.read(rule.id(), rule.pattern())));
        }
        this.classifier = classifier;
        this.ids = Map.copyOf(reader.ids());
        this.vocabulary = new HashMap<>();
        ids.forEach((name, id) -> {
            if (name.startsWith("=")) {
                this.vocabulary
                        .computeIfAbsent(name.substring(1), k -> new BitSet())
                        .set(id);
            }
        });
        vocabulary.forEach((key, classes) -> {
            for (String c : classes) {
                if (ids.containsKey(c)) {
                    this.vocabulary.computeIfAbsent(key, k -> new BitSet()).set(ids.get(c));
                }
            }
        });
        this.byFirst = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            byFirst.add(new ArrayList<>());
        }
        for (Compiled rule : compiled) {
            rule.pattern().first().stream().forEach(id -> byFirst.get(id).add(rule));
        }
    }

    /** The matches in a text, in order, never overlapping. */
    public List<Match> matches(List<Word> words) {
        List<BitSet> classes = words.stream().map(this::classesOf).toList();
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            Optional<Match> best = classes.get(i).isEmpty() ? Optional.empty() : at(words, classes, i);
            if (best.isPresent() && isOutdone(best.get(), classes)) {
                i++;
                continue;
            }
            best.ifPresent(found::add);
            i = best.map(Match::to).orElse(i + 1);
        }
        return found;
    }

    /** Whether a longer run begins inside the words that only lead to what the rule is after (its {@code span}). */
    private boolean isOutdone(Match match, List<BitSet> classes) {
        List<Word> inner = match.captures().getOrDefault(SPAN, List.of());
        for (int i = match.from() + 1; i < match.to() && !inner.isEmpty(); i++) {
            if (match.words().get(i).span().start() > inner.getFirst().span().start()) {
                return false;
            }
            if (at(match.words(), classes, i).filter(m -> m.to() > match.to()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Match> at(List<Word> words, List<BitSet> classes, int from) {
        Compiled bestRule = null;
        Pattern.Run best = null;
        BitSet tried = new BitSet();
        for (int id = classes.get(from).nextSetBit(0);
                id >= 0;
                id = classes.get(from).nextSetBit(id + 1)) {
            for (Compiled rule : byFirst.get(id)) {
                if (tried.get(rule.place())) {
                    continue;
                }
                tried.set(rule.place());
                Pattern.Run run = rule.pattern().longest(classes, from);
                boolean better = best == null
                        || run.end() > best.end()
                        || (run.end() == best.end() && bestRule != null && rule.place() < bestRule.place());
                if (run.end() > from && better) {
                    best = run;
                    bestRule = rule;
                }
            }
        }
        if (best == null || bestRule == null) {
            return Optional.empty();
        }
        Map<String, List<Word>> captures = new HashMap<>();
        best.captures().forEach((name, range) -> captures.put(name, words.subList(range[0], range[1])));
        return Optional.of(new Match(bestRule.rule(), words, from, best.end(), Map.copyOf(captures)));
    }

    private BitSet classesOf(Word word) {
        BitSet known = vocabulary.get(word.key());
        List<String> more = classifier.classesOf(word);
        if (more.isEmpty()) {
            return known == null ? new BitSet() : known;
        }
        BitSet all = known == null ? new BitSet() : (BitSet) known.clone();
        for (String name : more) {
            Integer id = ids.get(name);
            if (id != null) {
                all.set(id);
            }
        }
        return all;
    }
}
