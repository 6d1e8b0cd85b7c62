package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.table.Table;

/**
 * Tells by their words the lines that lead out of an article ("Also read: …"), and where its end has been passed. Immutable.
 */
final class Asides {
    /** An aside is shorter than this. */
    private static final int LONGEST = 300;
    /** An advertisement for the publisher's own letters is shorter than this. */
    private static final int SHORT = 120;
    /** What stands before an end is at least this share of the text, in characters. */
    private static final double BODY = 0.6;
    /** Closing lines are looked for among so many last paragraphs. */
    private static final int LAST = 5;

    private final Set<String> leads = new HashSet<>();
    private final Set<String> wholes = new HashSet<>();
    private final Set<String> ends = new HashSet<>();
    private final Set<String> tails = new HashSet<>();
    /** The first words of leads, ends and tails: most paragraphs begin with none of them. */
    private final Set<String> firsts = new HashSet<>();

    private final List<String> holds = new ArrayList<>();
    private final List<String> inTails = new ArrayList<>();

    private Asides() {
        for (List<String> row : Table.rows(Asides.class, "asides.tsv", 3)) {
            String words = row.get(0);
            switch (row.get(1)) {
                case "lead" -> leads.add(words);
                case "whole" -> wholes.add(words);
                case "end" -> ends.add(words);
                case "tail" -> tails.add(words);
                case "holds" -> holds.add(words);
                case "in-tail" -> inTails.add(words);
                default -> throw new IllegalStateException("asides.tsv: where is '" + row.get(1) + "'? " + row);
            }
        }
        Stream.of(leads, ends, tails).flatMap(Set::stream).map(Asides::first).forEach(firsts::add);
    }

    static Asides load() {
        return new Asides();
    }

    /** Whether a paragraph leads out of the article instead of belonging to it, wherever it stands. */
    boolean leadsOut(String paragraph) {
        if (paragraph.length() > LONGEST) {
            return false;
        }
        String bare = bare(paragraph);
        return isStray(paragraph)
                || wholes.contains(bare)
                || ends.contains(bare)
                || opensWith(bare, leads)
                || (paragraph.length() <= SHORT && holds.stream().anyMatch(bare::contains));
    }

    /** Punctuation left over from mark-up; a line drawn with underscores or asterisks parts sections and stays. */
    private static boolean isStray(String paragraph) {
        return paragraph.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '*');
    }

    /**
     * How many of the paragraphs are the article: up to a line after which it has ended, less closing lines. At least the
     * first {@value #BODY} of the text stays.
     */
    int end(List<String> paragraphs) {
        int whole = paragraphs.stream().mapToInt(String::length).sum();
        int before = 0;
        int end = paragraphs.size();
        for (int i = 0; i < end; i++) {
            String paragraph = paragraphs.get(i);
            if (before >= BODY * whole && paragraph.length() < LONGEST && opensWith(bare(paragraph), ends)) {
                end = i;
            }
            before += paragraph.length();
        }
        return end;
    }

    /** Whether one of the last paragraphs is a closing line: an address to write to, a notice of rights. */
    boolean closes(List<String> paragraphs, int index) {
        String paragraph = paragraphs.get(index);
        if (index == 0 || index < paragraphs.size() - LAST || paragraph.length() > 2 * LONGEST) {
            return false;
        }
        String bare = bare(paragraph);
        return (paragraph.length() < LONGEST && opensWith(bare, tails))
                || inTails.stream().anyMatch(bare::contains);
    }

    /** In lower case, without what stands around the words; a number is 0. */
    private static String bare(String paragraph) {
        String text = paragraph.toLowerCase(Locale.ROOT);
        int start = 0;
        int end = text.length();
        while (start < end && !isWord(text.charAt(start)) && text.charAt(start) != '©') {
            start++;
        }
        while (end > start && !isWord(text.charAt(end - 1)) && ":'’".indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        StringBuilder bare = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit) {
                bare.append(c == '’' ? '\'' : c);
            } else if (i == start || text.charAt(i - 1) < '0' || text.charAt(i - 1) > '9') {
                bare.append('0');
            }
        }
        return bare.toString();
    }

    /** Half of a character beyond the basic plane counts as one of a word. */
    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private boolean opensWith(String bare, Set<String> openings) {
        if (!firsts.contains(first(bare))) {
            return false;
        }
        for (int i = 3; i <= Math.min(bare.length(), 40); i++) {
            if ((i == bare.length() || !letters(bare, i)) && openings.contains(bare.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    /** The first word, or what stands before it. */
    private static String first(String text) {
        int end = Math.min(1, text.length());
        while (end < text.length() && letters(text, end)) {
            end++;
        }
        return text.substring(0, end);
    }

    /** Whether a word goes on over the index. */
    private static boolean letters(String text, int index) {
        return Character.isLetterOrDigit(text.charAt(index - 1)) && Character.isLetterOrDigit(text.charAt(index));
    }
}
