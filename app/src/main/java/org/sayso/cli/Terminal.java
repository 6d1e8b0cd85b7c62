package org.sayso.cli;

import java.io.PrintWriter;

/**
 * Where a command writes, and how. Results go to {@code out}, progress and messages to {@code err}.
 *
 * @param interactive whether {@code out} is a terminal: it gets a readable table, a pipe gets JSON lines
 * @param color whether colours may be used as a second carrier of meaning
 * @param width columns, at least 40
 * @param quiet no progress and no messages but errors
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean color, int width, boolean quiet) {
    Terminal {
        width = Math.max(40, width);
    }

    /** From what the launcher and the environment say; {@code NO_COLOR} is honoured (no-color.org). */
    static Terminal of(PrintWriter out, PrintWriter err, boolean quiet) {
        boolean interactive = Boolean.getBoolean("sayso.terminal");
        boolean color = interactive && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        int width = Integer.getInteger("sayso.columns", 100);
        return new Terminal(out, err, interactive, color, Math.min(width, 120), quiet);
    }

    String bold(String words) {
        return color ? "\u001b[1m" + words + "\u001b[0m" : words;
    }

    String dim(String words) {
        return color ? "\u001b[2m" + words + "\u001b[0m" : words;
    }

    String red(String words) {
        return color ? "\u001b[31m" + words + "\u001b[0m" : words;
    }

    String green(String words) {
        return color ? "\u001b[32m" + words + "\u001b[0m" : words;
    }

    void message(String words) {
        if (!quiet) {
            err.println(words);
            err.flush();
        }
    }

    void error(String words) {
        err.println("sayso: " + words);
        err.flush();
    }
}
