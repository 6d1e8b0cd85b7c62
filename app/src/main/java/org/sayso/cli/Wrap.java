package org.sayso.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays words out in columns. */
final class Wrap {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Wrap() {}

    /** Lines of at most {@code width} characters, the first after {@code first}, the others after {@code rest}. */
    static String lines(String words, String first, String rest, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : words.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** One line, shortened in the middle of nothing: at a word, with an ellipsis. */
    static String shorten(String words, int length) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= length) {
            return line;
        }
        int cut = line.lastIndexOf(' ', length - 1);
        return line.substring(0, cut > length / 2 ? cut : length - 1) + "…";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String count(int n, String one) {
        return n + " " + (n == 1 ? one : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
    }
}
