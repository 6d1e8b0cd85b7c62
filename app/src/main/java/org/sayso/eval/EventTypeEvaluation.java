package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sayso.analysis.Analyzer;
import org.sayso.event.EventFinder;
import org.sayso.event.EventMention;
import org.sayso.model.AnalyzedText;
import org.sayso.model.EventType;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;

/**
 * PLOVER types of PLV sentences (root and quad), set beside false alarms on sentences known to hold no event of that kind.
 * Definitions of score/eventtype.py: PLV merges CONCEDE and RETREAT as YIELD, whose quad is always material cooperation;
 * where no word of a sentence is in the lexicon, the answer is the most frequent kind of news event, ASSAULT.
 */
public final class EventTypeEvaluation implements Evaluation {
    private static final List<String> QUADS = List.of("", "VC", "MC", "VX", "MX");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String task() {
        return "eventtype";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        Labels roots = new Labels("root");
        Labels quads = new Labels("quad");
        List<String> predictions = new ArrayList<>();
        int silent = 0;
        for (JsonNode row : Gold.lines(Gold.file(gold, "plv_train.jsonl"))) {
            String text = row.get("text").asText();
            AnalyzedText analyzed = stages.analyzer().analyze(text);
            List<EventMention> mentions = stages.eventFinder().candidates(analyzed, List.of());
            silent += mentions.isEmpty() ? 1 : 0;
            EventType type = PloverChoice.of(mentions, span(text, row, "source"), span(text, row, "target"))
                    .orElse(EventType.ASSAULT);
            roots.add(row.get("root").asText(), root(type));
            quads.add(row.get("quad").asText(), quad(type));
            ObjectNode prediction = MAPPER.createObjectNode();
            prediction.put("id", row.get("id").asText());
            prediction.put("root", type.name());
            predictions.add(prediction.toString());
        }
        save(predictions);
        roots.print(out);
        quads.print(out);
        out.printf(Locale.ROOT, "sentences without any candidate: %d%n", silent);
        ObjectNode result = MAPPER.createObjectNode();
        result.put("task", task());
        result.set("root", roots.figures(MAPPER));
        result.set("quad", quads.figures(MAPPER));
        result.put("without_candidate", silent);
        if (Files.isDirectory(gold)) {
            falseAlarms(gold, stages, out, result);
        }
        return result;
    }

    static void save(List<String> predictions) throws IOException {
        String file = System.getProperty("sayso.predictions");
        if (file != null) {
            Files.write(Path.of(file), predictions);
        }
    }

    private static String root(EventType type) {
        return type == EventType.CONCEDE || type == EventType.RETREAT ? "YIELD" : type.name();
    }

    private static String quad(EventType type) {
        return root(type).equals("YIELD") ? "MC" : QUADS.get(type.quad());
    }

    private static Optional<Span> span(String text, JsonNode row, String field) {
        JsonNode value = row.get(field);
        return value == null || !value.hasNonNull("start")
                ? Optional.empty()
                : Optional.of(Gold.span(
                        text, value.get("start").asInt(), value.get("end").asInt()));
    }

    /** IndiaPoliceEvents: police killings, arrests and use of force; a sentence without label holds none of them. */
    private static void falseAlarms(Path gold, Stages stages, PrintWriter out, ObjectNode result) throws IOException {
        Path file = gold.resolve("india_police_even.jsonl");
        if (!Files.exists(file)) {
            return;
        }
        Analyzer analyzer = stages.analyzer();
        EventFinder finder = stages.eventFinder();
        int limit = 120;
        int[] quiet = new int[2];
        int[] told = new int[2];
        List<JsonNode> documents = Gold.lines(file);
        for (JsonNode document : documents.subList(0, Math.min(limit, documents.size()))) {
            String text = document.get("text").asText();
            List<EventMention> found = finder.find(analyzer.analyze(text), List.of());
            for (JsonNode sentence : document.get("sentences")) {
                Span span = Gold.span(
                        text, sentence.get("start").asInt(), sentence.get("end").asInt());
                boolean alarm = found.stream()
                        .anyMatch(m -> span.covers(m.trigger())
                                && (m.type() == EventType.ASSAULT || m.type() == EventType.COERCE));
                int[] counts = sentence.get("labels").isEmpty() ? quiet : told;
                counts[0]++;
                counts[1] += alarm ? 1 : 0;
            }
        }
        out.printf(
                Locale.ROOT,
                "IndiaPoliceEvents, first %d documents, ASSAULT or COERCE: in %d of %d sentences without label,"
                        + " in %d of %d with one%n",
                Math.min(limit, documents.size()),
                quiet[1],
                quiet[0],
                told[1],
                told[0]);
        ObjectNode node = result.putObject("india_police");
        node.put("without_label", quiet[0]);
        node.put("alarms", quiet[1]);
        node.put("with_label", told[0]);
        node.put("found", told[1]);
    }
}
