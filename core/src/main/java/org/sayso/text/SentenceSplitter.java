package org.sayso.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;

/**
 * Cuts text into paragraphs, sentences and words; see the package essay. Immutable and thread-safe.
 */
public final class SentenceSplitter {
    /** Words; a longer sentence is cut, at a semicolon or comma where there is one. The longest of EWT has 159. */
    static final int LONGEST_SENTENCE = 160;

    private static final String TERMINALS = ".!?…。！？";
    private static final String CLOSERS = "\"'”’»)]}`";
    private static final String OPENERS = "\"'“‘«([{`";

    /**
     * "MANILA (AFP) - ", "CAIRO, Nov 14 (Reuters) - ", "BEIRUT — ", "Bogota, Nov 10 - ": place, then an agency in brackets or a
     * date, or all in capitals before a long dash. It is no part of the sentence behind it.
     */
    private static final Pattern DATELINE = Pattern.compile(dateline());

    private final Abbreviations abbreviations;
    private final Tokenizer tokenizer;

    private SentenceSplitter(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
        tokenizer = Tokenizer.with(abbreviations);
    }

    private static String dateline() {
        String month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Ll}*\\.?";
        String day = "(?:, (?:" + month + " \\d{1,2}|\\d{1,2} " + month + ")(?:,? \\d{4})?)";
        String place =
                "\\p{Lu}[\\p{L}.'’-]*(?:[ /](?:\\p{Lu}[\\p{L}.'’-]*|de|del|la|las|los|es|of|al|el)){0,3}(?:, \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?";
        String agency = " ?\\(\\p{Lu}[\\p{L} /.]{1,30}\\)";
        String capitals = "\\p{Lu}{3,}(?:[ /-]\\p{Lu}{2,}){0,3}(?:, \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?";
        return "(?:" + place + day + "?" + agency + " ?[-–—]{1,2}|" + place + day + " ?[-–—]{1,2}|" + capitals
                + " ?(?:—|--|–))" + "(?=\\s+[\\p{Lu}\\p{N}\"“‘'])";
    }

    public static SentenceSplitter load() {
        return new SentenceSplitter(Abbreviations.load());
    }

    /** Every word of the text stands in exactly one sentence; a text without words gives none. */
    public List<TokenizedSentence> split(String text) {
        List<TokenizedSentence> sentences = new ArrayList<>();
        Wrapping wrapping = Wrapping.of(text);
        int paragraph = 0;
        int i = Characters.skipGaps(text, 0, text.length());
        while (i < text.length()) {
            int end = paragraphEnd(text, i, wrapping);
            List<Span> words = tokenizer.words(text, i, end);
            if (!words.isEmpty()) {
                paragraph(text, words, end, paragraph++, sentences);
            }
            i = Characters.skipGaps(text, end, text.length());
        }
        return sentences;
    }

    /** The next line end that is not the wrapping of a line. */
    private static int paragraphEnd(String text, int from, Wrapping wrapping) {
        int i = from;
        while (true) {
            while (i < text.length() && !Characters.isLineEnd(text.charAt(i))) {
                i++;
            }
            int next = Characters.skipGaps(text, i, text.length());
            if (next >= text.length() || !isWrapped(text, i, next, wrapping)) {
                return i;
            }
            i = next;
        }
    }

    /**
     * One line end only, and either the text's lines are wrapped, or a lower-case letter stands behind it and before it
     * nothing that ends a sentence.
     */
    private static boolean isWrapped(String text, int end, int next, Wrapping wrapping) {
        int breaks = 0;
        for (int k = end; k < next; k++) {
            char c = text.charAt(k);
            boolean second = c == '\n' && k > end && text.charAt(k - 1) == '\r';
            breaks += Characters.isLineEnd(c) && !second ? 1 : 0;
        }
        char before = text.charAt(Math.max(0, end - 1));
        boolean goesOn = Character.isLowerCase(text.codePointAt(next))
                && TERMINALS.indexOf(before) < 0
                && CLOSERS.indexOf(before) < 0
                && before != ':';
        return breaks == 1 && (goesOn || wrapping.joins(text, end, next));
    }

    private void paragraph(String text, List<Span> words, int end, int paragraph, List<TokenizedSentence> out) {
        int start = 0;
        Matcher dateline = DATELINE.matcher(text).region(words.getFirst().start(), end);
        int afterDateline = dateline.lookingAt() ? dateline.end() : -1;
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 == words.size() || words.get(i).end() == afterDateline || isEnd(text, words, start, i, end)) {
                bounded(text, words.subList(start, i + 1), paragraph, out);
                start = i + 1;
            }
        }
    }

    private static void bounded(String text, List<Span> words, int paragraph, List<TokenizedSentence> out) {
        List<Span> rest = words;
        while (rest.size() > LONGEST_SENTENCE) {
            int cut = LONGEST_SENTENCE;
            for (int k = LONGEST_SENTENCE; k > LONGEST_SENTENCE / 2; k--) {
                if (";,:–—".indexOf(text.charAt(rest.get(k - 1).start())) >= 0) {
                    cut = k;
                    break;
                }
            }
            out.add(new TokenizedSentence(paragraph, rest.subList(0, cut)));
            rest = rest.subList(cut, rest.size());
        }
        out.add(new TokenizedSentence(paragraph, rest));
    }

    /** Whether a sentence that began with word {@code start} ends with word {@code i}. */
    private boolean isEnd(String text, List<Span> words, int start, int i, int limit) {
        Span next = words.get(i + 1);
        boolean glued = words.get(i).end() == next.start();
        if (glued && CLOSERS.indexOf(text.charAt(next.start())) >= 0 && next.length() <= 2) {
            return false;
        }
        int k = Footnotes.before(text, words, start, i);
        while (k > start && isCloser(text, words, k)) {
            k--;
        }
        Span last = words.get(k);
        if (!isTerminal(text, last)) {
            return text.charAt(last.end() - 1) == '.'
                    && last.length() > 1
                    && abbreviations.mayEnd(last.of(text))
                    && opens(text, words, i + 1, limit);
        }
        int c = text.codePointAt(next.start());
        if (Footnotes.at(text, words, i + 1) > i + 1) {
            return false; // a footnote's mark stands behind the sentence it belongs to
        }
        if (glued) {
            return Character.isUpperCase(c) && k > start && isPlainWord(text, words.get(k - 1));
        }
        if (k == start + 1 && Character.isDigit(text.charAt(words.get(start).start())) && i == k) {
            return false; // the number of a list's item
        }
        if (Character.isLowerCase(c)) {
            // In EWT's training part a sentence ended at 339 of 344 such places.
            return k == i
                    && k > start
                    && last.length() == 1
                    && text.charAt(last.start()) != '…'
                    && isPlainWord(text, words.get(k - 1));
        }
        return Character.isUpperCase(c)
                || Character.isTitleCase(c)
                || Character.isDigit(c)
                || OPENERS.indexOf(c) >= 0
                || !isPunctuation(c);
    }

    private static boolean isCloser(String text, List<Span> words, int k) {
        Span word = words.get(k);
        return CLOSERS.indexOf(text.charAt(word.start())) >= 0
                && word.length() <= 2
                && words.get(k - 1).end() == word.start()
                && (word.length() == 1 || CLOSERS.indexOf(text.charAt(word.end() - 1)) >= 0);
    }

    private static boolean isTerminal(String text, Span word) {
        for (int k = word.start(); k < word.end(); k++) {
            if (TERMINALS.indexOf(text.charAt(k)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** After an abbreviation: a common first word, or a quotation that opens with a capital. */
    private boolean opens(String text, List<Span> words, int i, int limit) {
        int at = words.get(i).start();
        boolean quote = "\"“‘".indexOf(text.charAt(at)) >= 0 && i + 1 < words.size();
        return quote
                ? Character.isUpperCase(text.codePointAt(words.get(i + 1).start()))
                : abbreviations.startsSentence(text, at, limit);
    }

    private static boolean isPlainWord(String text, Span word) {
        return word.length() > 1 && Character.isLowerCase(text.charAt(word.end() - 1));
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
