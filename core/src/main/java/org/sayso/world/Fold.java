package org.sayso.world;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which names are compared: lower case, no accents, no dots or apostrophes, hyphens as blanks, "st", "mt" and
 * "ft" for Saint, Mount and Fort, no leading "the". {@code Saint-Étienne}, {@code St. Etienne} and {@code st etienne}
 * fold alike.
 */
public final class Fold {
    private Fold() {}

    public static String of(String name) {
        String plain = letters(isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD));
        if (plain.startsWith("the ")) {
            plain = plain.substring(4);
        }
        return shorten(plain);
    }

    private static String letters(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean blank = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isDropped(c) || c >= 128 && Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isWhitespace(c) || isDash(c)) {
                blank = !out.isEmpty();
                continue;
            }
            if (blank) {
                out.append(' ');
                blank = false;
            }
            append(out, c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static String shorten(String name) {
        String out = name;
        if (out.contains("saint")) {
            out = word(word(out, "saint", "st"), "sainte", "ste");
        }
        if (out.contains("mount")) {
            out = word(out, "mount", "mt");
        }
        if (out.contains("fort")) {
            out = word(out, "fort", "ft");
        }
        return out;
    }

    private static String word(String name, String from, String to) {
        String padded = " " + name + " ";
        String done = padded.replace(" " + from + " ", " " + to + " ");
        return done.substring(1, done.length() - 1);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDropped(char c) {
        return c == '.'
                || c == '\''
                || c == '\u2019'
                || c == '\u2018'
                || c == '`'
                || c == '\u02bb'
                || c == '\u02bc'
                || c == '\u02b9';
    }

    private static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2014');
    }

    private static void append(StringBuilder out, char c) {
        if (c < 128) {
            out.append(c);
            return;
        }
        switch (c) {
            case 'ł', 'Ł' -> out.append("l");
            case 'ø', 'Ø' -> out.append("o");
            case 'đ', 'Đ', 'ð', 'Ð' -> out.append("d");
            case 'ı' -> out.append("i");
            case 'ß' -> out.append("ss");
            case 'æ', 'Æ' -> out.append("ae");
            case 'œ', 'Œ' -> out.append("oe");
            case 'þ', 'Þ' -> out.append("th");
            case 'ə', 'Ə' -> out.append("a");
            default -> out.append(c);
        }
    }
}
