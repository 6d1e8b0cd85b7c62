package org.sayso.actor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Token;
import org.sayso.table.Table;

/** Classes of words that tell who is meant, from {@code words.tsv}. Immutable and thread-safe. */
final class Words {
    private static final String SECTOR = "sector:";

    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, String> sectors = new HashMap<>();

    private Words() {}

    static Words load() {
        Words words = new Words();
        for (var row : Table.rows(Words.class, "words.tsv", 3)) {
            Set<String> all = words.classes.computeIfAbsent(row.get(0), k -> new TreeSet<>());
            for (String w : Table.list(row.get(1))) {
                all.add(w.toLowerCase(Locale.ROOT));
                if (row.get(0).startsWith(SECTOR)) {
                    words.sectors.put(w.toLowerCase(Locale.ROOT), row.get(0).substring(SECTOR.length()));
                }
            }
        }
        return words;
    }

    /** Whether a lemma or form is of a class. */
    boolean is(String kind, String word) {
        Set<String> all = classes.get(kind);
        if (all == null) {
            throw new IllegalArgumentException("words.tsv has no class " + kind);
        }
        return all.contains(word.toLowerCase(Locale.ROOT));
    }

    /** By lemma or form. */
    boolean is(String kind, Token token) {
        return is(kind, token.lemma()) || is(kind, token.form());
    }

    /** What a modifier tells of an official's sector. */
    Optional<String> sector(Token modifier) {
        return Optional.ofNullable(sectors.get(modifier.form().toLowerCase(Locale.ROOT)));
    }
}
