package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sayso.model.Span;

/**
 * Words in quotation marks within one paragraph.
 *
 * @param span with the marks
 * @param inner without them
 * @param closed whether a closing mark stands in the same paragraph; where not, speech goes on in the next one
 */
record Quotation(Span span, Span inner, boolean closed) {
    private static final String OPENING = "“«„";
    private static final String CLOSING = "”»";

    /**
     * The quotations of a paragraph, in order, the outermost only. Quirk: newspapers type ``…'' and ''…'' too. Quirk:
     * where “…” is used in a paragraph, a straight mark alone, or one at its beginning, is a stray of the page.
     */
    static List<Quotation> in(String text, Span paragraph) {
        List<Quotation> found = new ArrayList<>();
        int end = paragraph.end();
        int open = -1;
        int width = 0;
        boolean single = false;
        boolean stray = strayMarks(paragraph.of(text));
        for (int i = paragraph.start(); i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' && stray) {
                continue;
            }
            boolean twin = (c == '`' || c == '\'') && i + 1 < end && text.charAt(i + 1) == c;
            if (open < 0) {
                if (opens(text, i, paragraph, twin)) {
                    open = i;
                    width = twin ? 2 : 1;
                    single = !twin && (c == '‘' || c == '\'');
                    i += width - 1;
                }
            } else if (closes(text, i, paragraph, twin, single)) {
                int after = i + (twin ? 2 : 1);
                if (i > open + width) {
                    found.add(new Quotation(new Span(open, after), new Span(open + width, i), true));
                }
                open = -1;
                i = after - 1;
            } else if (single && OPENING.indexOf(c) >= 0) {
                open = i;
                width = 1;
                single = false;
            }
        }
        if (open >= 0 && !single && end > open + width) {
            found.add(new Quotation(new Span(open, end), new Span(open + width, end), false));
        }
        return found;
    }

    private static boolean strayMarks(String paragraph) {
        long straight = paragraph.chars().filter(c -> c == '"').count();
        return paragraph.indexOf('“') >= 0 && (straight % 2 == 1 || paragraph.startsWith("\""));
    }

    private static boolean opens(String text, int i, Span paragraph, boolean twin) {
        char c = text.charAt(i);
        if (OPENING.indexOf(c) >= 0 || twin) {
            return true;
        }
        boolean atStart = i == paragraph.start() || !Character.isLetterOrDigit(text.charAt(i - 1));
        boolean wordNext = i + 1 < paragraph.end() && !Character.isWhitespace(text.charAt(i + 1));
        return atStart && wordNext && (c == '"' || c == '‘' || c == '\'' && freeBefore(text, i, paragraph));
    }

    private static boolean freeBefore(String text, int i, Span paragraph) {
        return i == paragraph.start() || " ([—–-:\u00a0".indexOf(text.charAt(i - 1)) >= 0;
    }

    private static boolean closes(String text, int i, Span paragraph, boolean twin, boolean single) {
        char c = text.charAt(i);
        if (!single) {
            return CLOSING.indexOf(c) >= 0 || c == '"' || twin && c == '\'';
        }
        boolean apostrophe = i + 1 < paragraph.end() && Character.isLetterOrDigit(text.charAt(i + 1));
        return (c == '’' || c == '\'') && !apostrophe && !Character.isWhitespace(text.charAt(i - 1));
    }

    /** "The Steve Harvey Morning Show," is a name, not speech: every longer word has a capital, and no sentence ends. */
    private static boolean isTitle(String words) {
        List<String> longer =
                Stream.of(words.split("[\\s,]+")).filter(w -> w.length() > 3).toList();
        boolean sentence = words.matches("(?s).*[.!?…]$");
        return !sentence && longer.size() > 1 && longer.stream().allMatch(w -> Character.isUpperCase(w.charAt(0)));
    }

    /** Whether the words read as speech: a sentence or a good part of one, not a word in scare quotes. */
    boolean isSpeech(String text) {
        String words = inner.of(text).strip();
        if (isTitle(words)) {
            return false;
        }
        int count = words.isEmpty() ? 0 : words.split("\\s+").length;
        char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        return count >= 5 || !closed || count >= 1 && ",.!?…".indexOf(last) >= 0;
    }
}
