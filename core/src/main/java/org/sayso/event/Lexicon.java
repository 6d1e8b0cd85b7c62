package org.sayso.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** The words that name events: {@code verbs.tsv} and {@code nouns.tsv}. Immutable. */
final class Lexicon {
    private final Map<String, List<Entry>> verbs;
    private final Map<String, List<Entry>> nouns;
    private final WordClasses classes;

    private Lexicon(Map<String, List<Entry>> verbs, Map<String, List<Entry>> nouns, WordClasses classes) {
        this.verbs = verbs;
        this.nouns = nouns;
        this.classes = classes;
    }

    static Lexicon load() {
        WordClasses classes = WordClasses.load();
        return new Lexicon(table("verbs.tsv", classes), table("nouns.tsv", classes), classes);
    }

    private static Map<String, List<Entry>> table(String file, WordClasses classes) {
        Map<String, List<Entry>> byLemma = new HashMap<>();
        for (Row row : Row.of(file, 7)) {
            Entry entry = Entry.of(row, classes);
            for (String lemma : entry.lemmas()) {
                byLemma.computeIfAbsent(lemma, l -> new ArrayList<>()).add(entry);
            }
        }
        // the narrowest frame first; the order of the file among equals
        byLemma.values().forEach(list -> list.sort((a, b) -> Integer.compare(b.weight(), a.weight())));
        return byLemma;
    }

    /** Entries of a verb, the narrowest frame first. */
    List<Entry> verb(Sentence sentence, Token token) {
        return entries(verbs, sentence, token);
    }

    /** Entries of a noun, the narrowest frame first. */
    List<Entry> noun(Sentence sentence, Token token) {
        return entries(nouns, sentence, token);
    }

    private static List<Entry> entries(Map<String, List<Entry>> table, Sentence sentence, Token token) {
        return Stream.concat(Lemma.hyphenated(sentence, token).stream(), Lemma.of(token).stream())
                .map(table::get)
                .filter(entries -> entries != null)
                .findFirst()
                .orElse(List.of());
    }

    WordClasses classes() {
        return classes;
    }

    /** All entries of both tables, once each, in no promised order. */
    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (Map<String, List<Entry>> map : List.of(verbs, nouns)) {
            map.values().forEach(all::addAll);
        }
        return all.stream().distinct().toList();
    }
}
