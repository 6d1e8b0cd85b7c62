package org.sayso.text;

import java.util.List;
import org.sayso.model.Span;

/** Marks of footnotes, as encyclopedias and their copies print them behind a sentence: {@code [2]}, {@code [12] [13]}. */
final class Footnotes {
    private Footnotes() {}

    /** The first word behind the mark that begins with word {@code i}; {@code i} where none begins. */
    static int at(String text, List<Span> words, int i) {
        return i + 2 < words.size()
                        && is(text, words.get(i), '[')
                        && words.get(i + 1).length() <= 3
                        && Character.isDigit(text.charAt(words.get(i + 1).start()))
                        && is(text, words.get(i + 2), ']')
                ? i + 3
                : i;
    }

    /** The last word before the marks that end with word {@code i}, not before {@code start}; {@code i} where none ends. */
    static int before(String text, List<Span> words, int start, int i) {
        int k = i;
        while (k - 3 >= start && at(text, words, k - 2) == k + 1) {
            k -= 3;
        }
        return k;
    }

    private static boolean is(String text, Span word, char c) {
        return word.length() == 1 && text.charAt(word.start()) == c;
    }
}
