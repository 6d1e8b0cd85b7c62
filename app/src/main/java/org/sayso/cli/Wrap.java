package org.sayso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays words out in lines. */
final class Wrap {
    private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Wrap() {}

    /** Lines of at most {@code width} characters, the first after {@code first}, the others after {@code rest}. */
    static String lines(String words, String first, String rest, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        int length = first.length();
        boolean empty = true;
        for (String word : words.strip().split("\\s+")) {
            int shown = shown(word);
            if (!empty && length + 1 + shown > width) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                length = rest.length();
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            length += (empty ? 0 : 1) + shown;
            empty = false;
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** Characters that take room: colours do not. */
    private static int shown(String word) {
        return COLOR.matcher(word).replaceAll("").length();
    }
}
