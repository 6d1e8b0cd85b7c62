package org.sayso.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named sets of lemmas that the other tables use as {@code @name}. Immutable. */
final class WordClasses {
    private final Map<String, Set<String>> sets;

    private WordClasses(Map<String, Set<String>> sets) {
        this.sets = sets;
    }

    static WordClasses load() {
        Map<String, Set<String>> sets = new HashMap<>();
        for (Row row : Row.of("words.tsv", 2)) {
            Set<String> words = new LinkedHashSet<>();
            for (String word : row.list(1)) {
                words.addAll(word.startsWith("@") ? known(sets, word, row.where()) : Set.of(word));
            }
            sets.merge(row.cell(0), words, (a, b) -> {
                Set<String> both = new LinkedHashSet<>(a);
                both.addAll(b);
                return both;
            });
        }
        return new WordClasses(sets);
    }

    /** The words of a list whose members are words or {@code @name}, parted by commas; order is kept. */
    Set<String> expand(String list, String where) {
        Set<String> all = new LinkedHashSet<>();
        for (String word : list.split("\\s*,\\s*")) {
            all.addAll(word.startsWith("@") ? known(sets, word, where) : Set.of(word));
        }
        return all;
    }

    /** The words of one class, its name without the @. */
    Set<String> named(String name) {
        return known(sets, "@" + name, "asked for");
    }

    List<String> names() {
        return new ArrayList<>(sets.keySet()).stream().sorted().toList();
    }

    private static Set<String> known(Map<String, Set<String>> sets, String name, String where) {
        Set<String> set = sets.get(name.substring(1));
        if (set == null) {
            throw new IllegalStateException(where + ": no class of words is called " + name);
        }
        return set;
    }
}
