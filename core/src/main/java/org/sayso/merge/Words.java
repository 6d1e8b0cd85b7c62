package org.sayso.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;

/** Cuts text into words for comparing texts with each other. Immutable. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    /**
     * Quotations of up to 600 characters; two reports of the same speech share them without copying each other. A single
     * quotation mark opens one only at the start of a word and closes it only at the end of one.
     */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]{0,600}\"|“[^”\\n]{0,600}”|«[^»\\n]{0,600}»"
            + "|(?<![\\p{L}\\p{N}])[‘'](?=[\\p{L}\\p{N}])[^\\n]{10,400}?[’'](?![\\p{L}\\p{N}])");

    private final Set<String> stopwords;

    Words(Set<String> stopwords) {
        this.stopwords = Set.copyOf(stopwords);
    }

    /** @param stem lower case, without the ending of plural, past or -ing */
    record Word(Span span, String form, String stem) {
        boolean capitalized() {
            return Character.isUpperCase(form.charAt(0));
        }
    }

    /** All words in order. */
    List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            words.add(new Word(new Span(m.start(), m.end()), m.group(), stem(m.group())));
        }
        return words;
    }

    /** The words that say what a text is about, in order. */
    List<Word> telling(String text) {
        return of(text).stream()
                .filter(w -> w.form().length() > 1
                        && !stopwords.contains(w.form().toLowerCase(Locale.ROOT))
                        && !stopwords.contains(w.stem()))
                .toList();
    }

    /** Distinct runs of n words that cross no quotation. */
    static Set<String> shingles(String text, int n) {
        Set<String> found = new HashSet<>();
        for (String piece : QUOTED.split(text)) {
            List<String> forms = new ArrayList<>();
            Matcher m = WORD.matcher(piece);
            while (m.find()) {
                forms.add(m.group().toLowerCase(Locale.ROOT).replace('’', '\''));
            }
            for (int i = 0; i + n <= forms.size(); i++) {
                found.add(String.join(" ", forms.subList(i, i + n)));
            }
        }
        return found;
    }

    /** A light stemmer: enough for "spoke of strikes" to meet "a strike", no more. */
    static String stem(String word) {
        String w = word.toLowerCase(Locale.ROOT).replaceAll("['’](s)?$", "");
        if (w.endsWith("ss") || w.length() < 4) {
            return w;
        }
        if (w.endsWith("ies") && w.length() >= 5) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.endsWith("sses")) {
            return w.substring(0, w.length() - 2);
        }
        if (w.endsWith("ing") && w.length() >= 6) {
            return w.substring(0, w.length() - 3);
        }
        if (w.endsWith("ed") && w.length() >= 5) {
            return w.substring(0, w.length() - 2);
        }
        if (w.endsWith("s")) {
            return w.substring(0, w.length() - 1);
        }
        return w;
    }
}
