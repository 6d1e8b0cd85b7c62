package org.sayso.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sayso.ingest.Reach;
import org.sayso.model.Outcome;
import org.sayso.wording.Wording;

/** How many reports were read, and how fast. */
final class Progress {
    private static final long MEGABYTE = 1_000_000;
    /** Of smaller files nobody asks how far they are read. */
    private static final long LARGE = MEGABYTE;

    private final PacedLine line;
    private final Supplier<Optional<Reach>> reach;
    private final long start = System.nanoTime();
    private int read;
    private int leftOut;

    /** @param reach how far the file now open is read */
    Progress(Terminal terminal, Supplier<Optional<Reach>> reach) {
        this.line = new PacedLine(terminal);
        this.reach = reach;
    }

    void step(Outcome outcome) {
        switch (outcome) {
            case Outcome.Read r -> read++;
            case Outcome.LeftOut l -> leftOut++;
        }
        line.tell(() -> String.format(
                Locale.ROOT,
                "%s read, %d left out, %.1f a second%s",
                Wording.count(read, "report"),
                leftOut,
                (read + leftOut) / ((System.nanoTime() - start) / (double) PacedLine.SECOND),
                reach.get().filter(r -> r.size() > LARGE).map(Progress::part).orElse("")));
    }

    private static String part(Reach reach) {
        String name = reach.file().substring(reach.file().lastIndexOf('/') + 1);
        return String.format(
                Locale.ROOT,
                " · %s: %d %% of %.1f MB",
                name,
                100 * reach.read() / reach.size(),
                reach.size() / (double) MEGABYTE);
    }

    void end() {
        line.clear();
    }
}
