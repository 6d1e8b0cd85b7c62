package org.sayso.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published formats, {@code docs/formats}. */
public final class Schemas {
    private Schemas() {}

    /**
     * @param format "reading" or "story"
     * @return what is wrong with the line, empty where nothing is
     */
    public static List<String> faults(String format, String line) throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "formats", format + "-1.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(line, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
