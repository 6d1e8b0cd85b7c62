package org.sayso.cli;

import java.util.Locale;
import org.sayso.model.Outcome;
import org.sayso.wording.Wording;

/** How many reports were read, and how fast. */
final class Progress {
    private final PacedLine line;
    private final long start = System.nanoTime();
    private int read;
    private int leftOut;

    Progress(Terminal terminal) {
        this.line = new PacedLine(terminal);
    }

    void step(Outcome outcome) {
        switch (outcome) {
            case Outcome.Read r -> read++;
            case Outcome.LeftOut l -> leftOut++;
        }
        line.tell(() -> String.format(
                Locale.ROOT,
                "%s read, %d left out, %.1f a second",
                Wording.count(read, "report"),
                leftOut,
                (read + leftOut) / ((System.nanoTime() - start) / (double) PacedLine.SECOND)));
    }

    void end() {
        line.clear();
    }
}
