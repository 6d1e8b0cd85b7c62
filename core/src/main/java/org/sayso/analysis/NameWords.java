package org.sayso.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sayso.model.Token;
import org.sayso.table.Table;

/** Words that matter to names, from {@code names.tsv}, whose head explains the kinds. Immutable and thread-safe. */
final class NameWords {
    enum Kind {
        CALENDAR,
        TITLE,
        WHOLE,
        PARTICLE,
        PEOPLE,
        HOUSE
    }

    private final Map<String, Kind> kinds = new HashMap<>();

    private NameWords() {
        for (List<String> row : Table.rows(NameWords.class, "names.tsv", 3)) {
            kinds.put(
                    row.getFirst().toLowerCase(Locale.ROOT),
                    Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    /** The list that lies beside this class. */
    static NameWords load() {
        return new NameWords();
    }

    boolean is(String word, Kind kind) {
        return kinds.get(word.toLowerCase(Locale.ROOT).replace('’', '\'')) == kind;
    }

    boolean is(Token token, Kind kind) {
        return is(token.form(), kind);
    }
}
