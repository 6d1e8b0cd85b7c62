package org.sayso.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a reader types into an FTS5 expression in which nothing is an operator. */
final class Query {
    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"?|(\\S+)");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private Query() {}

    /** Empty where there is no word in it. */
    static String match(String words) {
        List<String> terms = new ArrayList<>();
        Matcher m = PIECE.matcher(words);
        while (m.find()) {
            String piece = m.group(1) != null ? m.group(1) : m.group(2);
            if (LETTER.matcher(piece).find()) {
                terms.add('"' + piece.replace("\"", "\"\"") + '"');
            }
        }
        return String.join(" ", terms);
    }
}
