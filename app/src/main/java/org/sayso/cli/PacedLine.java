package org.sayso.cli;

import java.util.function.Supplier;

/**
 * How far a long run is, on the error stream: on a terminal one line that is rewritten; elsewhere a line every half
 * minute, so that a log stays short. Says nothing in the first moments. Not thread-safe.
 */
final class PacedLine {
    static final long SECOND = 1_000_000_000L;

    private final Terminal terminal;
    private final boolean rewrites = Boolean.getBoolean("sayso.terminal.err");
    private long next = System.nanoTime() + (rewrites ? SECOND : 30 * SECOND);
    private boolean written;

    PacedLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param line made only when it is time for it */
    void tell(Supplier<String> line) {
        long now = System.nanoTime();
        if (terminal.quiet() || now < next) {
            return;
        }
        next = now + (rewrites ? SECOND / 2 : 30 * SECOND);
        if (rewrites) {
            terminal.err().print("\r" + line.get() + "\u001b[K");
            terminal.err().flush();
            written = true;
        } else {
            terminal.message(line.get());
        }
    }

    /** Makes room for another message. */
    void clear() {
        if (written) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            written = false;
        }
    }
}
