package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.pipeline.Pipeline;

/** Reads gold files: JSON Lines whose offsets count code points. */
public final class Gold {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Gold() {}

    /**
     * The objects of a JSON Lines file.
     *
     * @throws IOException with file and line where one is not JSON
     */
    public static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line;
            for (int n = 1; (line = reader.readLine()) != null; n++) {
                if (!line.isBlank()) {
                    try {
                        all.add(MAPPER.readTree(line));
                    } catch (IOException e) {
                        throw new IOException(file + ":" + n + ": not JSON: " + e.getMessage(), e);
                    }
                }
            }
        }
        return all;
    }

    public static JsonNode document(Path file) throws IOException {
        return MAPPER.readTree(Files.readString(file));
    }

    /** The file itself, or the one of that name in the folder. */
    public static Path file(Path fileOrFolder, String name) {
        return Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(name) : fileOrFolder;
    }

    /**
     * The reading of a page that gold is about.
     *
     * @throws IOException where it cannot be read: nothing would be measured
     */
    static Reading read(Pipeline pipeline, Page page) throws IOException {
        return switch (pipeline.read(page)) {
            case Outcome.Read read -> read.reading();
            case Outcome.LeftOut left -> throw new IOException(left.docId() + ": " + left.message());
        };
    }

    /** From code points, as gold counts, to UTF-16 units, as Java does. */
    public static Span span(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return new Span(from, text.offsetByCodePoints(from, end - start));
    }

    /** From UTF-16 units to code points. */
    public static int[] codePoints(String text, Span span) {
        int from = text.codePointCount(0, span.start());
        return new int[] {from, from + text.codePointCount(span.start(), span.end())};
    }
}
