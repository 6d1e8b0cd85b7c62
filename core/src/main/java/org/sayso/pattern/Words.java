package org.sayso.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sayso.model.Span;
import org.sayso.pattern.Word.Kind;

/**
 * Cuts a text into words, numbers and marks by its characters alone, in one pass. Thread-safe.
 *
 * <p>Letters stay together with the digits that follow them ("G7", "Su" but not "Su-57"); digits end where letters begin
 * ("5pm" is two words). Numbers keep their separators ("1,700", "2.62"). White space is skipped, but an empty line is a
 * word of kind BREAK, so that no pattern reaches across it.
 */
public final class Words {
    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Words(String text) {
        this.text = text;
    }

    public static List<Word> of(String text) {
        Words words = new Words(text);
        words.scan();
        return List.copyOf(words.words);
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f') {
                white();
            } else if (Character.isLetter(c)) {
                letters();
            } else if (isDigit(c)) {
                digits();
            } else {
                mark();
            }
        }
    }

    private void white() {
        int start = at;
        int lines = 0;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || text.charAt(at) == '\u00a0'
                        || text.charAt(at) == '\u202f')) {
            lines += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        if (lines > 1) {
            add(start, at, Kind.BREAK, "\n", null);
        }
    }

    private void letters() {
        int start = at;
        int end = abbreviation(start);
        if (end > start) {
            String key = text.substring(start, end).replace(".", "").toLowerCase(Locale.ROOT);
            add(start, end, Kind.LETTERS, key, null);
            return;
        }
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("'clock", at) || text.startsWith("’clock", at)) {
            at += 6;
        }
        add(start, at, Kind.LETTERS, key(start, at), null);
    }

    /** End of "a.m.", "U.S.", "B.C" from here; the start itself where there is none. The last dot belongs to it. */
    private int abbreviation(int start) {
        int end = start;
        while (end + 1 < text.length() && Character.isLetter(text.charAt(end)) && text.charAt(end + 1) == '.') {
            end += 2;
        }
        if (end - start >= 2
                && end < text.length()
                && Character.isLetter(text.charAt(end))
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)))) {
            return end + 1;
        }
        boolean inWord = end < text.length() && Character.isLetter(text.charAt(end));
        return end - start >= 4 && !inWord ? end : start;
    }

    private void digits() {
        int start = at;
        int end = run(start);
        if (end - start == 4 && charAt(end) == '-' && isIso(end)) {
            add(start, end + 6, Kind.DATE, text.substring(start, end + 6), null);
        } else if (end - start <= 2 && charAt(end) == '/' && isDigit(charAt(end + 1))) {
            slashed(start, end);
        } else if (end - start <= 2 && charAt(end) == ':' && run(end + 1) == end + 3) {
            int seconds = charAt(end + 3) == ':' && run(end + 4) == end + 6 ? 3 : 0;
            add(start, end + 3 + seconds, Kind.CLOCK, text.substring(start, end + 3), null);
        } else {
            number(start, end);
        }
    }

    private boolean isIso(int dash) {
        return run(dash + 1) == dash + 3 && charAt(dash + 3) == '-' && run(dash + 4) == dash + 6;
    }

    private void slashed(int start, int slash) {
        int end = run(slash + 1);
        if (charAt(end) == '/' && isDigit(charAt(end + 1))) {
            end = run(end + 1);
            add(start, end, Kind.DATE, text.substring(start, end), null);
            return;
        }
        int above = Integer.parseInt(text.substring(start, slash));
        if (end - slash == 2 && charAt(slash + 1) != '0' && above < charAt(slash + 1) - '0' && above > 0) {
            BigDecimal part = BigDecimal.valueOf(Math.round(100.0 * above / (charAt(slash + 1) - '0')), 2);
            add(start, end, Kind.FRACTION, text.substring(start, end), part);
        } else {
            add(start, end, Kind.DATE, text.substring(start, end), null);
        }
    }

    private void number(int start, int firstEnd) {
        int end = firstEnd;
        boolean grouped = firstEnd - start <= 3;
        while (grouped && charAt(end) == ',' && run(end + 1) == end + 4) {
            end += 4;
        }
        if (charAt(end) == '.' && isDigit(charAt(end + 1))) {
            end = run(end + 1);
        }
        String digits = text.substring(start, end);
        BigDecimal value = new BigDecimal(digits.replace(",", ""));
        int letters = end;
        while (Character.isLetter(charAt(letters))) {
            letters++;
        }
        String suffix = text.substring(end, letters).toLowerCase(Locale.ROOT);
        if (suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd") || suffix.equals("th")) {
            add(start, letters, Kind.ORDINAL, key(start, letters), value);
        } else if (isDecade(digits, end)) {
            add(start, letters == end ? letters + 2 : letters, Kind.DECADE, digits + "s", value);
        } else {
            add(start, end, Kind.NUMBER, digits, value);
        }
    }

    private boolean isDecade(String digits, int end) {
        boolean shape = digits.endsWith("0") && (digits.length() == 4 || digits.length() == 2 || digits.length() == 3);
        boolean s = charAt(end) == 's' && !Character.isLetterOrDigit(charAt(end + 1));
        boolean apostrophe = (charAt(end) == '\'' || charAt(end) == '’')
                && charAt(end + 1) == 's'
                && !Character.isLetterOrDigit(charAt(end + 2));
        return shape && (s || (apostrophe && digits.length() == 4 && digits.charAt(2) != '0'));
    }

    private void mark() {
        char c = text.charAt(at);
        boolean quote = c == '\'' || c == '’' || c == '‘' || c == '`';
        if (quote && run(at + 1) == at + 3 && !Character.isLetter(charAt(at + 3))) {
            BigDecimal value = new BigDecimal(text.substring(at + 1, at + 3));
            add(at, at + 3, Kind.SHORT_YEAR, "'" + text.substring(at + 1, at + 3), value);
        } else if (quote && charAt(at + 1) == 's' && !Character.isLetterOrDigit(charAt(at + 2)) && afterWord()) {
            add(at, at + 2, Kind.MARK, "'s", null);
        } else if (c == '½' || c == '¼' || c == '¾') {
            BigDecimal part = c == '½' ? new BigDecimal("0.5") : new BigDecimal(c == '¼' ? "0.25" : "0.75");
            add(at, at + 1, Kind.FRACTION, String.valueOf(c), part);
        } else {
            int end = at + (Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1);
            add(at, end, Kind.MARK, c == '‐' || c == '‑' || c == '–' ? "-" : text.substring(at, end), null);
        }
    }

    private boolean afterWord() {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private String key(int start, int end) {
        return text.substring(start, end).replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    private void add(int start, int end, Kind kind, String key, @org.jspecify.annotations.Nullable BigDecimal value) {
        words.add(new Word(new Span(start, end), text.substring(start, end), key, kind, Optional.ofNullable(value)));
        at = end;
    }

    private int run(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
