package org.sayso.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a text's lines were wrapped at a width, as typewriters, e-mail and old agency wires do: then a line end is no
 * paragraph's end where the next line's first word had no room left. Width 0: the text is not wrapped.
 *
 * @param width of the longest line, in characters
 */
record Wrapping(int width) {
    private static final int NARROWEST = 50;
    private static final int WIDEST = 130;

    /** So much shorter than the longest line a full line may be. */
    private static final int SLACK = 8;

    /** Fewer full lines than that prove nothing: three headlines may be of one length by chance. */
    private static final int FEWEST = 3;

    /**
     * A line that another follows at once.
     *
     * @param goesOn nothing speaks against the next being its continuation: it begins in lower case, or all is in capitals
     */
    private record Line(int length, int nextWord, boolean goesOn) {}

    static Wrapping of(String text) {
        List<Line> followed = new ArrayList<>();
        int longest = 0;
        for (int start = 0; start < text.length(); ) {
            int end = lineEnd(text, start);
            int next = next(text, end);
            longest = Math.max(longest, length(text, start, end));
            if (longest > WIDEST) {
                return new Wrapping(0);
            }
            if (next > end && !isBlank(text, start, end) && !isBlank(text, next, lineEnd(text, next))) {
                followed.add(new Line(length(text, start, end), word(text, next), goesOn(text, start, end, next)));
            }
            start = Math.max(next, end + 1);
        }
        int width = longest;
        long all = followed.size();
        long full = followed.stream()
                .filter(l -> isFull(l.length(), l.nextWord(), width))
                .count();
        long going = followed.stream().filter(Line::goesOn).count();
        boolean wrapped = width >= NARROWEST && full >= FEWEST && full * 10 >= all * 7 && going * 10 >= all * 4;
        return new Wrapping(wrapped ? width : 0);
    }

    /** Whether the line that ends at {@code end} goes on in the next one, which begins with {@code next}. */
    boolean joins(String text, int end, int next) {
        if (width == 0) {
            return false;
        }
        int start = end;
        while (start > 0 && !Characters.isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        boolean indented =
                Character.isWhitespace(text.charAt(next - 1)) && !Characters.isLineEnd(text.charAt(next - 1));
        return !indented && isFull(length(text, start, end), word(text, next), width);
    }

    private static boolean goesOn(String text, int start, int end, int next) {
        int first = Characters.skipGaps(text, next, text.length());
        return Character.isLowerCase(text.codePointAt(first))
                || text.substring(start, end).codePoints().noneMatch(Character::isLowerCase);
    }

    private static boolean isFull(int length, int nextWord, int width) {
        return length + 1 + nextWord > width - SLACK;
    }

    private static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !Characters.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The start of the line after one. */
    private static int next(String text, int end) {
        if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            return end + 2;
        }
        return Math.min(text.length(), end + 1);
    }

    /** Without the blanks at its end. */
    private static int length(String text, int start, int end) {
        int last = end;
        while (last > start && Characters.isGap(text.charAt(last - 1))) {
            last--;
        }
        return last - start;
    }

    private static int word(String text, int from) {
        int start = Characters.skipGaps(text, from, text.length());
        return Characters.skipChunk(text, start, text.length()) - start;
    }

    private static boolean isBlank(String text, int start, int end) {
        return length(text, start, end) == 0;
    }
}
