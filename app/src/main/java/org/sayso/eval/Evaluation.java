package org.sayso.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.sayso.pipeline.Stages;

/** One task of {@code sayso eval}. */
public interface Evaluation {
    /** Its name on the command line. */
    String task();

    /**
     * Measures against gold and prints a table.
     *
     * @param gold a folder laid out as the task's gold folder, or one file in its schema
     * @param stages what is measured; only the stages that the task needs are loaded
     * @param out where the table goes
     * @return the figures, printed by the caller as the last line
     * @throws IOException where gold cannot be read, with file and line
     */
    ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException;
}
