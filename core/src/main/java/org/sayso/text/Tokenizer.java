package org.sayso.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;
import org.sayso.table.Table;

/**
 * Cuts text into words as the treebanks EWT and GUM do; see the package essay. Time grows in proportion to the text,
 * whatever it is. Immutable and thread-safe.
 */
public final class Tokenizer {
    /** UTF-16 units; a longer run is cut. German compounds and chemical names stay far below. */
    static final int LONGEST_WORD = 200;

    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");
    private static final String MARKS_OF_PATTERNS = ".@:/$";

    private final Abbreviations abbreviations;
    private final List<Pattern> patterns;
    private final Map<String, Integer> contractions = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> suffixes = new HashSet<>();

    private Tokenizer(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
        patterns = Table.rows(Tokenizer.class, "patterns.tsv", 4).stream()
                .map(r -> Pattern.compile(r.get(1)))
                .toList();
        Table.rows(Tokenizer.class, "contractions.tsv", 3)
                .forEach(r -> contractions.put(r.get(0), Integer.valueOf(r.get(1))));
        Table.rows(Tokenizer.class, "hyphens.tsv", 3)
                .forEach(r -> (r.get(1).equals("prefix") ? prefixes : suffixes).add(r.get(0)));
    }

    public static Tokenizer load() {
        return with(Abbreviations.load());
    }

    static Tokenizer with(Abbreviations abbreviations) {
        return new Tokenizer(abbreviations);
    }

    /** The words of {@code text} between two offsets, in order, never overlapping, none with a blank in it. */
    public List<Span> words(String text, int from, int to) {
        List<Span> words = new ArrayList<>();
        List<Matcher> matchers = patterns.stream()
                .map(p -> p.matcher(text).useTransparentBounds(true).useAnchoringBounds(false))
                .toList();
        int i = Characters.skipGaps(text, from, to);
        while (i < to) {
            int end = Characters.skipChunk(text, i, to);
            chunk(text, i, end, to, matchers, words);
            i = Characters.skipGaps(text, end, to);
        }
        return words;
    }

    /** What stands between two blanks. */
    private void chunk(String text, int from, int to, int limit, List<Matcher> matchers, List<Span> words) {
        boolean marked = false;
        for (int k = from; k < to && !marked; k++) {
            marked = MARKS_OF_PATTERNS.indexOf(text.charAt(k)) >= 0;
        }
        int i = from;
        while (i < to) {
            int c = text.codePointAt(i);
            int end = marked || !Character.isLetter(c) ? pattern(matchers, i, to) : -1;
            if (end > i) {
                words.add(new Span(i, end));
            } else if (Characters.isWord(c)) {
                end = wordEnd(text, i, to);
                if (abbreviations.takesPeriod(text, i, end, limit)) {
                    words.add(new Span(i, ++end));
                } else {
                    cut(text, i, end, words);
                }
            } else {
                end = Math.min(to, i + Character.charCount(c));
                words.add(new Span(i, end));
            }
            i = end;
        }
    }

    private static int pattern(List<Matcher> matchers, int i, int to) {
        for (Matcher m : matchers) {
            if (m.region(i, to).lookingAt() && m.end() > i) {
                return m.end();
            }
        }
        return -1;
    }

    /** Letters and digits, and over apostrophes, ampersands and affix hyphens where a word goes on behind them. */
    private int wordEnd(String text, int start, int to) {
        int limit = Math.min(to, start + LONGEST_WORD);
        if (limit < to && Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit))) {
            limit--;
        }
        int end = Characters.skipWord(text, start, limit);
        while (end + 1 < limit && Characters.isWord(text.codePointAt(end + 1)) && goesOn(text, start, end, limit)) {
            end = Characters.skipWord(text, end + 1, limit);
        }
        return end;
    }

    private boolean goesOn(String text, int start, int end, int limit) {
        char c = text.charAt(end);
        if (c == '&') {
            return Character.isLetter(text.codePointAt(end + 1)) && end - start <= 4;
        }
        if (c == '-') {
            int next = Characters.skipWord(text, end + 1, limit);
            return end - start <= 8
                            && Character.isLetterOrDigit(text.codePointAt(end + 1))
                            && prefixes.contains(text.substring(start, end).toLowerCase(Locale.ROOT))
                    || next - end <= 6 && suffixes.contains(text.substring(end + 1, next));
        }
        return Characters.isApostrophe(c);
    }

    /** Clitics off the end of a word, and contractions in two. */
    private void cut(String text, int start, int end, List<Span> words) {
        Integer cut =
                end - start <= 8 ? contractions.get(text.substring(start, end).toLowerCase(Locale.ROOT)) : null;
        int at = cut != null ? start + cut : clitic(text, start, end);
        if (at <= start) {
            words.add(new Span(start, end));
            return;
        }
        cut(text, start, at, words);
        words.add(new Span(at, end));
    }

    /** Where the clitic at the end of a word begins; -1 without one. */
    private static int clitic(String text, int start, int end) {
        int floor = Math.max(start + 1, end - 3);
        for (int k = end - 2; k >= floor; k--) {
            if (Characters.isApostrophe(text.charAt(k))) {
                String tail = text.substring(k + 1, end).toLowerCase(Locale.ROOT);
                char before = text.charAt(k - 1);
                if (tail.equals("t") && (before == 'n' || before == 'N') && k - 1 > start) {
                    return k - 1;
                }
                return CLITICS.contains(tail) ? k : -1;
            }
        }
        return -1;
    }
}
