package org.sayso.export;

import java.io.PrintWriter;
import java.util.List;
import org.sayso.json.ReadingJson;
import org.sayso.model.Reading;
import org.sayso.model.Story;

/** Writes the record in one of the formats. Stateless. */
public final class Export {
    private Export() {}

    /**
     * @param readings in the order in which they are to be written
     * @param stories needed by the brief only
     */
    public static void write(Format format, List<Reading> readings, List<Story> stories, PrintWriter out) {
        switch (format) {
            case CSV -> EventCsv.write(readings, out);
            case JSONL -> readings.forEach(r -> out.println(ReadingJson.write(r)));
            case PLOVER -> PloverJson.write(readings, out);
            case BRIEF -> Brief.write(readings, stories, out);
        }
        out.flush();
    }
}
