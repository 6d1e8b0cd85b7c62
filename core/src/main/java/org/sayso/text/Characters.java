package org.sayso.text;

/** Kinds of characters, by code point, as the tokenizer needs them. */
final class Characters {
    private Characters() {}

    /**
     * Blanks, control characters, zero-width spaces and direction marks: they part words and belong to none. The joiners
     * U+200C and U+200D are kept, since Persian words and emoji are made with them.
     */
    static boolean isGap(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == 0x200B
                || c == 0xFEFF
                || c == 0x2060
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Letters, digits and what only stands with them: marks, underscore, soft hyphen, joiners. */
    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == 0xAD || c == 0x200C || c == 0x200D || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Quirk: some sites print the grave accent or U+02BC where an apostrophe is meant ({@code Russia`s}). */
    static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '`' || c == 'ʼ';
    }

    /** First offset at or after {@code i} that is no gap; {@code to} if there is none. */
    static int skipGaps(String text, int i, int to) {
        while (i < to && isGap(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    /** First offset at or after {@code i} that is a gap. */
    static int skipChunk(String text, int i, int to) {
        while (i < to && !isGap(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return Math.min(i, to);
    }

    static int skipWord(String text, int i, int to) {
        while (i < to && isWord(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return Math.min(i, to);
    }
}
