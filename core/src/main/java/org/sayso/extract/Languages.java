package org.sayso.extract;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sayso.table.Table;

/**
 * Tells the language of a text: by its script where that has but one language of news, else by the n-grams of one to three letters
 * in its words, scored as a naive Bayes classifier does ({@code languages.tsv} holds how rare each is). A language that is
 * not in the table is taken for its nearest neighbour. Immutable.
 */
final class Languages {
    private static final int FIRST_MARK = 0x300;
    private static final Set<Byte> MARKS =
            Set.of(Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK);
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

    /** A text is read no further than this, nor than where, at the end of so many words, one language leads by so many levels. */
    private static final int WORDS_READ = 250;

    private static final int AT_A_TIME = 25;
    private static final int CLEAR = 120;
    /** The level of an n-gram that a language's rows do not hold: 2^-14.5, rarer than those. */
    private static final int ABSENT = 29;
    /** By how many levels the best must go before the second: 2^6 times as likely. */
    private static final int SURE = 12;
    /**
     * By how many levels a foreign language must go before English, for an English report that is taken for a foreign one is lost: of
     * 1,900 English sentences of our own the farthest lay by 73, of 340 foreign ones all but two by 95 and more.
     */
    private static final int FOREIGN = 80;

    private static final String ENGLISH = "en";

    private static final int FEW = 5;

    /** All letters before this one are Latin. */
    private static final int FIRST_NOT_LATIN = 0x370;

    private static final Map<UnicodeScript, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"));

    private final List<String> codes;
    /** In the order of the codes. */
    private final Grams grams;

    private Languages(List<String> codes, Grams grams) {
        this.codes = codes;
        this.grams = grams;
    }

    static Languages load() {
        List<List<String>> rows = Table.rows(Languages.class, "languages.tsv", 3);
        List<String> codes = rows.stream().map(List::getFirst).distinct().toList();
        Map<String, byte[]> levels = new HashMap<>();
        for (List<String> row : rows) {
            int language = codes.indexOf(row.get(0));
            byte level = Byte.parseByte(row.get(1));
            for (String gram : row.get(2).split(" ")) {
                levels.computeIfAbsent(gram, g -> absent(codes.size()))[language] = level;
            }
        }
        return new Languages(codes, new Grams(levels, codes.size()));
    }

    private static byte[] absent(int languages) {
        byte[] all = new byte[languages];
        Arrays.fill(all, (byte) ABSENT);
        return all;
    }

    /**
     * The language of a text as ISO 639-1.
     *
     * @param declared what the page says of itself ("en-GB"), believed only where the text itself does not tell
     */
    Optional<String> of(String text, Optional<String> declared) {
        Optional<String> script = byScript(text);
        return script.or(() -> byLetters(text)).or(() -> declared.flatMap(Languages::code));
    }

    static Optional<String> code(String tag) {
        String code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return code.matches("[a-z]{2}") ? Optional.of(code) : Optional.empty();
    }

    private static Optional<String> byScript(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (int i = 0; i < text.length() && letters < 2000; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (c >= FIRST_NOT_LATIN) {
                    counts.merge(UnicodeScript.of(c), 1, Integer::sum);
                }
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

    private Optional<String> byLetters(String text) {
        int[] rarity = new int[codes.size()];
        int read = 0;
        for (String word : words(text)) {
            if (read++ % AT_A_TIME == 0 && lead(rarity) >= CLEAR) {
                break;
            }
            grams.addTo(rarity, '_' + word.toLowerCase(Locale.ROOT) + '_');
        }
        int best = best(rarity);
        boolean foreign = !codes.get(best).equals(ENGLISH);
        boolean sure = lead(rarity) >= SURE && (!foreign || rarity[codes.indexOf(ENGLISH)] - rarity[best] >= FOREIGN);
        return sure ? Optional.of(codes.get(best)) : Optional.empty();
    }

    private static int best(int[] rarity) {
        int best = 0;
        for (int i = 1; i < rarity.length; i++) {
            best = rarity[i] < rarity[best] ? i : best;
        }
        return best;
    }

    /** Of the best before the second. */
    private static int lead(int[] rarity) {
        int best = best(rarity);
        int second = Integer.MAX_VALUE;
        for (int i = 0; i < rarity.length; i++) {
            second = i == best ? second : Math.min(second, rarity[i]);
        }
        return second - rarity[best];
    }

    /** Without the capitalized ones, as names are, in whatever language they come; where hardly others are left, all. */
    private static List<String> words(String text) {
        List<String> all = new ArrayList<>();
        int end;
        for (int start = 0; start < text.length() && all.size() < WORDS_READ; start = end) {
            int c = text.codePointAt(start);
            end = start + Character.charCount(c);
            if (Character.isLetter(c)) {
                while (end < text.length() && isPart(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                all.add(text.substring(start, end));
            }
        }
        List<String> small = all.stream()
                .filter(w -> !Character.isUpperCase(w.codePointAt(0)))
                .toList();
        return small.size() < FEW && 4 * small.size() < all.size() ? all : small;
    }

    /** Letters, with the vowel signs and joiners that stand among them. */
    private static boolean isPart(int c) {
        return Character.isLetter(c)
                || c == ZERO_WIDTH_NON_JOINER
                || (c >= FIRST_MARK && MARKS.contains((byte) Character.getType(c)));
    }
}
