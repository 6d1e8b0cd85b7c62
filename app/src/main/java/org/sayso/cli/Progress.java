package org.sayso.cli;

import java.util.Locale;
import org.sayso.model.Outcome;
import org.sayso.wording.Wording;

/**
 * How far a long run is, on the error stream: on a terminal one line that is rewritten; elsewhere a line every half
 * minute, so that a log stays short. Says nothing in the first moments.
 */
final class Progress {
    private static final long SECOND = 1_000_000_000L;

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private final boolean rewrites = Boolean.getBoolean("sayso.terminal.err");
    private long next = start + (rewrites ? SECOND : 30 * SECOND);
    private int read;
    private int leftOut;
    private boolean written;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    void step(Outcome outcome) {
        switch (outcome) {
            case Outcome.Read r -> read++;
            case Outcome.LeftOut l -> leftOut++;
        }
        long now = System.nanoTime();
        if (terminal.quiet() || now < next) {
            return;
        }
        next = now + (rewrites ? SECOND / 2 : 30 * SECOND);
        String line = String.format(
                Locale.ROOT,
                "%s read, %d left out, %.1f a second",
                Wording.count(read, "report"),
                leftOut,
                (read + leftOut) / ((now - start) / (double) SECOND));
        if (rewrites) {
            terminal.err().print("\r" + line + "\u001b[K");
            terminal.err().flush();
            written = true;
        } else {
            terminal.message(line);
        }
    }

    void end() {
        if (written) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
