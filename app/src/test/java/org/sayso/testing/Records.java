package org.sayso.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records for tests, read and kept as a user does it. */
public final class Records {
    /** Markup and script as words of a report; shown as they stand, never run. */
    public static final String HOSTILE =
            "<script>document.title = 'taken'</script> <b>Army</b> officials said on Monday that "
                    + "rebels shelled Goma, killing at least 12 people. <img src=x onerror=\"document.title='taken'\"> "
                    + "\"We deny it & </p></body></html>,\" a rebel spokesman said.";

    public static final String HOSTILE_ID = "hostile \"><script>document.title='taken'</script>";

    private Records() {}

    /** The sample story and the hostile report. */
    public static Path sample(Path folder) throws IOException {
        ObjectNode hostile = new ObjectMapper().createObjectNode();
        hostile.put("id", HOSTILE_ID)
                .put("publisher", "<i>The Example</i>")
                .put("title", "</title><script>document.title='taken'</script>")
                .put("url", "javascript:document.title='taken'")
                .put("published", "2025-01-28")
                .put("text", HOSTILE);
        Path file = Files.writeString(folder.resolve("hostile.jsonl"), hostile + "\n");
        Path db = folder.resolve("record.db");
        Run run = Run.of("add", "--db", db.toString(), "../examples/trump-putin-call.jsonl", file.toString());
        if (run.code() != 0) {
            throw new IllegalStateException(run.err());
        }
        return db;
    }
}
