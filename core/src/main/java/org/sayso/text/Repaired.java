package org.sayso.text;

import java.util.ArrayList;
import java.util.List;
import org.sayso.model.Span;

/**
 * A text as it was meant, with the way home to the text as published: UTF-8 that was read as Windows-1252 is read as UTF-8
 * ({@code Russiaâ€™s}), a grave accent between letters is an apostrophe ({@code Russia`s}), soft hyphens are gone. Spans of the one
 * lead to spans of the other. Immutable.
 */
public final class Repaired {
    /** What Windows-1252 has for the bytes from 0x80 to 0x9F, a blank for those it leaves open. */
    private static final String HIGH = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private static final char SOFT_HYPHEN = '\u00AD';
    private static final int LONGEST = 4;

    private final String text;
    /** Of each unit of the repaired text, where in the published one it starts and ends; absent where nothing was repaired. */
    private final List<Span> home;

    private Repaired(String text, List<Span> home) {
        this.text = text;
        this.home = home;
    }

    public static Repaired of(String published) {
        if (published.chars().noneMatch(Repaired::mayNeedIt)) {
            return new Repaired(published, List.of());
        }
        StringBuilder text = new StringBuilder(published.length());
        List<Span> home = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < published.length(); ) {
            int width = misread(published, i);
            String meant = width > 1
                    ? Character.toString(decoded(published, i, width))
                    : published.charAt(i) == SOFT_HYPHEN
                            ? ""
                            : isApostrophe(published, i) ? "’" : published.substring(i, i + 1);
            same &= width == 1 && meant.equals(published.substring(i, i + 1));
            for (int k = 0; k < meant.length(); k++) {
                home.add(new Span(i, i + width));
            }
            text.append(meant);
            i += width;
        }
        return same ? new Repaired(published, List.of()) : new Repaired(text.toString(), home);
    }

    public String text() {
        return text;
    }

    /** Whether nothing was to be repaired, so that every span leads to itself. */
    public boolean isAsPublished() {
        return home.isEmpty();
    }

    /** Where a span of the repaired text stands in the published one. */
    public Span home(Span span) {
        return home.isEmpty()
                ? span
                : new Span(
                        home.get(span.start()).start(), home.get(span.end() - 1).end());
    }

    private static boolean mayNeedIt(int c) {
        return c == '`' || c == SOFT_HYPHEN || c >= 0xC2 && c <= 0xF4;
    }

    private static boolean isApostrophe(String text, int i) {
        return text.charAt(i) == '`'
                && i > 0
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i - 1))
                && Character.isLetter(text.charAt(i + 1));
    }

    /** How many characters from here are the bytes of one, read as Windows-1252; 1 where they are what they look like. */
    private static int misread(String text, int i) {
        int lead = octet(text.charAt(i));
        int width = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? LONGEST : 1;
        if (width == 1 || i + width > text.length()) {
            return 1;
        }
        for (int k = 1; k < width; k++) {
            int octet = octet(text.charAt(i + k));
            if (octet < 0x80 || octet > 0xBF) {
                return 1;
            }
        }
        int meant = decoded(text, i, width);
        boolean shortest = meant >= (width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000);
        return shortest
                        && Character.isDefined(meant)
                        && !Character.isISOControl(meant)
                        && Character.getType(meant) != Character.SURROGATE
                ? width
                : 1;
    }

    private static int decoded(String text, int i, int width) {
        int meant = octet(text.charAt(i)) & (0xFF >> (width + 1));
        for (int k = 1; k < width; k++) {
            meant = meant << 6 | octet(text.charAt(i + k)) & 0x3F;
        }
        return meant;
    }

    /** The byte that Windows-1252 reads as a character, control characters standing for the bytes it has none for; -1 for none. */
    private static int octet(char c) {
        if (c < 0x100) {
            return c;
        }
        int at = HIGH.indexOf(c);
        return at < 0 ? -1 : 0x80 + at;
    }
}
