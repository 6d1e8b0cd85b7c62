package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/**
 * The whole way from page to record, on reports of which it is known what a correct record holds: the share of these facts
 * that is found, and how often an event is told that must not be. The schema is that of bench/reports/README.md; a folder of
 * stories whose documents have facts will do, too.
 */
public final class ReadingEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Facts of one kind. */
    private static final class Count {
        private int all;
        private int found;
    }

    @Override
    public String task() {
        return "reading";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        Pipeline pipeline = new Pipeline(stages);
        Map<String, Count> counts = new TreeMap<>();
        int wrong = 0;
        for (JsonNode row : rows(gold)) {
            Reading reading = read(pipeline, row);
            for (JsonNode fact : row.get("facts")) {
                Count count = counts.computeIfAbsent(Fact.kind(fact), k -> new Count());
                count.all++;
                if (Fact.isIn(fact, reading)) {
                    count.found++;
                } else {
                    out.println("missing in " + id(row) + ": " + fact);
                }
            }
            for (JsonNode never : row.get("never")) {
                if (reading.events().stream().anyMatch(e -> e.type().name().equals(never.asText()))) {
                    wrong++;
                    out.println("wrong in " + id(row) + ": an event of type " + never.asText());
                }
            }
        }
        return figures(counts, wrong, out);
    }

    private ObjectNode figures(Map<String, Count> counts, int wrong, PrintWriter out) {
        ObjectNode result = MAPPER.createObjectNode();
        result.put("task", task());
        int all = counts.values().stream().mapToInt(c -> c.all).sum();
        int found = counts.values().stream().mapToInt(c -> c.found).sum();
        result.put("facts", all).put("found", found).put("recall", Math.round(1000.0 * found / all) / 1000.0);
        result.put("wrong", wrong);
        counts.forEach((kind, c) -> {
            out.printf(Locale.ROOT, "%-10s %3d of %3d%n", kind, c.found, c.all);
            result.putObject(kind).put("facts", c.all).put("found", c.found);
        });
        out.printf(Locale.ROOT, "%-10s %3d of %3d; %d told that must not be%n", "all", found, all, wrong);
        return result;
    }

    /** Of a folder of stories, the reports that say what they hold. */
    private static List<JsonNode> rows(Path gold) throws IOException {
        if (!Files.isDirectory(gold) || Files.exists(gold.resolve("reports.jsonl"))) {
            return Gold.lines(Gold.file(gold, "reports.jsonl"));
        }
        List<JsonNode> rows = new ArrayList<>();
        try (Stream<Path> inside = Files.walk(gold, 2)) {
            for (Path file :
                    inside.filter(p -> p.endsWith("documents.jsonl")).sorted().toList()) {
                Gold.lines(file).stream().filter(row -> row.has("facts")).forEach(rows::add);
            }
        }
        return rows;
    }

    private static String id(JsonNode row) {
        return row.path("id").asText(row.path("doc").asText());
    }

    private static Reading read(Pipeline pipeline, JsonNode row) throws IOException {
        Page page = new Page(
                id(row),
                Optional.empty(),
                Optional.of(row.get("publisher").asText()),
                Optional.of(LocalDate.parse(
                        row.path("published").asText(row.path("date").asText()))),
                Optional.empty(),
                new Page.Plain(row.get("text").asText()));
        return Gold.read(pipeline, page);
    }
}
