package org.sayso.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sayso.model.Token;

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

    private NameWords(List<String> lines) throws IOException {
        for (String line : lines) {
            if (!line.startsWith("#")) {
                String[] c = line.split("\t");
                if (c.length != 3) {
                    throw new IOException("names.tsv: word, class, example expected: " + line);
                }
                kinds.put(c[0].toLowerCase(Locale.ROOT), Kind.valueOf(c[1].toUpperCase(Locale.ROOT)));
            }
        }
    }

    /** The list that lies beside this class. */
    static NameWords load() throws IOException {
        try (InputStream in = NameWords.class.getResourceAsStream("names.tsv")) {
            if (in == null) {
                throw new IOException("the words org/sayso/analysis/names.tsv are not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new NameWords(reader.lines().toList());
        }
    }

    boolean is(String word, Kind kind) {
        return kinds.get(word.toLowerCase(Locale.ROOT).replace('’', '\'')) == kind;
    }

    boolean is(Token token, Kind kind) {
        return is(token.form(), kind);
    }
}
