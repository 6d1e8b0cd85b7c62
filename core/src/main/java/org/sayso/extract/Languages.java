package org.sayso.extract;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.table.Table;

/**
 * Tells the language of a text by its frequent words, and by its script where a script has but one language of news. Made to
 * answer "English or not" surely; between close neighbours (Czech and Slovak) it may err on short texts. Immutable.
 */
final class Languages {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final int WORDS_READ = 600;
    private static final double SURE = 0.08;
    private static final int SHORT = 20;
    /** What a frequent word counts, where one of a single letter, which many languages share, counts 1. */
    private static final int WHOLE_WORD = 2;

    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.of(
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el",
            UnicodeScript.DEVANAGARI, "hi",
            UnicodeScript.BENGALI, "bn",
            UnicodeScript.THAI, "th",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.GEORGIAN, "ka",
            UnicodeScript.ARMENIAN, "hy",
            UnicodeScript.TAMIL, "ta");

    private final Map<String, Set<String>> words;

    private Languages(Map<String, Set<String>> words) {
        this.words = words;
    }

    static Languages load() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (List<String> row : Table.rows(Languages.class, "languages.tsv", 3)) {
            words.put(row.get(0), new HashSet<>(List.of(row.get(1).split(" "))));
        }
        return new Languages(words);
    }

    /**
     * The language of a text as ISO 639-1.
     *
     * @param declared what the page says of itself ("en-GB"), believed only where the text itself does not tell
     */
    Optional<String> of(String text, Optional<String> declared) {
        Optional<String> script = byScript(text);
        return script.or(() -> byWords(text)).or(() -> declared.flatMap(Languages::code));
    }

    static Optional<String> code(String tag) {
        String code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return code.matches("[a-z]{2}") ? Optional.of(code) : Optional.empty();
    }

    private static Optional<String> byScript(String text) {
        Map<UnicodeScript, Integer> counts = new LinkedHashMap<>();
        int letters = 0;
        for (int i = 0; i < text.length() && letters < 2000; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                counts.merge(UnicodeScript.of(c), 1, Integer::sum);
            }
        }
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        if (2 * (kana + han) > letters && letters > 0) {
            return Optional.of(kana > letters / 20 ? "ja" : "zh");
        }
        for (var count : counts.entrySet()) {
            String language = BY_SCRIPT.get(count.getKey());
            if (language != null && 2 * count.getValue() > letters) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private Optional<String> byWords(String text) {
        Map<String, Integer> hits = new LinkedHashMap<>();
        int read = 0;
        Matcher m = WORD.matcher(text);
        while (m.find() && read < WORDS_READ) {
            read++;
            String word = m.group().toLowerCase(Locale.ROOT);
            words.forEach((language, frequent) -> {
                if (frequent.contains(word)) {
                    hits.merge(language, word.length() == 1 ? 1 : WHOLE_WORD, Integer::sum);
                }
            });
        }
        String best = "";
        int most = 0;
        int second = 0;
        for (String language : words.keySet()) {
            int count = hits.getOrDefault(language, 0);
            if (count > most) {
                second = most;
                most = count;
                best = language;
            } else if (count > second) {
                second = count;
            }
        }
        boolean known = read < SHORT ? most > second : most >= SURE * WHOLE_WORD * read;
        return known && most > 0 ? Optional.of(best) : Optional.empty();
    }
}
