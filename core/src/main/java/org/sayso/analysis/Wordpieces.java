package org.sayso.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts words into the pieces of BERT's uncased vocabulary (Devlin et al. 2019), each word alone, as the network's training
 * does (training/FORMAT.md). Immutable and thread-safe.
 */
final class Wordpieces {
    static final int UNKNOWN = 100;
    static final int CLS = 101;
    static final int SEP = 102;

    /** Code points; a longer part is unknown. */
    private static final int LONGEST_PART = 100;

    private final Map<String, Integer> ids = new HashMap<>();
    private final int longestPiece;

    private Wordpieces(List<String> vocabulary) {
        int longest = 0;
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.get(id), id);
            longest = Math.max(longest, vocabulary.get(id).length());
        }
        longestPiece = longest;
    }

    /** The vocabulary that lies beside this class; a line's number, from 0, is its id. */
    static Wordpieces load() throws IOException {
        try (InputStream in = Wordpieces.class.getResourceAsStream("vocab.txt")) {
            if (in == null) {
                throw new IOException("the vocabulary org/sayso/analysis/vocab.txt is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Wordpieces(reader.lines().toList());
        }
    }

    /** The id of a whole word in lower case; the more frequent the word, the lower. {@link #UNKNOWN} where the vocabulary has it not whole. */
    int whole(String word) {
        return ids.getOrDefault(word, UNKNOWN);
    }

    /** The ids of a word's pieces, at least one. */
    int[] of(String word) {
        Integer plain = isPlain(word) ? ids.get(word.toLowerCase(Locale.ROOT)) : null;
        if (plain != null) {
            return new int[] {plain};
        }
        int[] out = new int[Math.max(4, word.length() * 4 + 1)];
        int n = 0;
        String folded = fold(word);
        int i = 0;
        while (i < folded.length()) {
            int c = folded.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isSpaceChar(c)) {
                i = end;
                continue;
            }
            if (!isPunctuation(c)) {
                end = partEnd(folded, end);
            }
            n = match(folded, i, end, out, n);
            i = end;
        }
        return n == 0 ? new int[] {UNKNOWN} : Arrays.copyOf(out, n);
    }

    /** Whether a word is of ASCII letters, so that nothing but its case is folded. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return word.length() <= LONGEST_PART;
    }

    private static int partEnd(String folded, int from) {
        int end = from;
        while (end < folded.length()) {
            int c = folded.codePointAt(end);
            if (Character.isSpaceChar(c) || isPunctuation(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Longest match first; appends to {@code out} and gives the new count. */
    private int match(String text, int from, int to, int[] out, int count) {
        if (text.codePointCount(from, to) > LONGEST_PART) {
            out[count] = UNKNOWN;
            return count + 1;
        }
        int n = count;
        int start = from;
        while (start < to) {
            String prefix = start == from ? "" : "##";
            int end = Math.min(to, start + longestPiece);
            Integer id = null;
            while (end > start && (id = ids.get(prefix + text.substring(start, end))) == null) {
                end--;
            }
            if (id == null) {
                out[count] = UNKNOWN;
                return count + 1;
            }
            out[n++] = id;
            start = end;
        }
        return n;
    }

    /** Without control characters and accents, in lower case, ideographs apart. */
    private static String fold(String word) {
        StringBuilder kept = new StringBuilder(word.length());
        word.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\t' || c == '\n' || c == '\r') {
                kept.append(' ');
            } else if (c == 0xFFFD || type == Character.CONTROL || type == Character.FORMAT) {
                return;
            } else if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF)) {
                kept.append(' ').appendCodePoint(c).append(' ');
            } else {
                kept.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        });
        String lower = kept.toString().toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isPunctuation(int c) {
        if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /**
     * What the uncased vocabulary forgets of a word: 0 lower case or no letters, 1 Title, 2 UPPER, 3 miXed. A single capital
     * is 1.
     */
    static int shape(String word) {
        int letters = 0;
        int upper = 0;
        boolean title = false;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c);
                title |= letters == 0 && capital;
                letters++;
                upper += capital ? 1 : 0;
            }
        }
        if (upper == 0) {
            return 0;
        }
        if (upper == letters) {
            return letters > 1 ? 2 : 1;
        }
        return upper == 1 && title ? 1 : 3;
    }
}
