package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sayso.eval.AttributionScore.Relation;
import org.sayso.eval.AttributionScore.Role;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;

/**
 * Who says what, against PolNeAR: {@code attribution.py}, once for the primary annotator of each article without punctuation
 * (the headline figures) and once for every annotator with punctuation ({@code --strict-punct --annotator all}).
 *
 * <p>That gold has the outermost attributions only, so those that stand inside another are left out, with one exception: where
 * an outlet was merely told ("told Reuters that …"), owns the sources ("the Post's sources") or is understood from the sentence
 * before, the gold has the speaker, and so does the score. Who speaks the words in quotation marks is counted by {@link SpeakerScore}, of
 * the primary annotator. Predictions are written to the file named by the system property {@code sayso.predictions}, where it is set.
 */
public final class AttributionEvaluation implements Evaluation {
    private static final List<String> SHOWN = List.of(
            "relation/triple",
            "relation/triple-exact",
            "relation/source+content",
            "segment-exact/source",
            "segment-exact/cue",
            "segment-exact/content");
    /** Makers of links that only pass on what somebody told them. */
    private static final Set<String> PASSING_ON =
            Set.of("rule:hearer", "rule:seen-by", "rule:sources-of", "rule:report-going-on");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One article, as the scorer cuts it, and what was predicted. */
    private record Scored(AnalyzedText analyzed, ScoredText text, List<Relation> relations) {}

    @Override
    public String task() {
        return "attribution";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        Path file = Gold.file(gold, "polnear_dev.jsonl");
        AttributionScore primary = new AttributionScore(false);
        AttributionScore strict = new AttributionScore(true);
        SpeakerScore speakers = new SpeakerScore();
        Map<String, Scored> read = new HashMap<>();
        int docs = 0;
        StringBuilder written = new StringBuilder();
        int units = 0;
        for (JsonNode line : Gold.lines(file)) {
            String doc = line.get("doc").asText();
            String text = line.get("text").asText();
            Scored one = read.computeIfAbsent(doc, d -> scored(stages, text));
            List<Relation> relations = relations(line, text);
            strict.add(one.text(), relations, one.relations());
            if (line.path("primary").asBoolean(true)) {
                primary.add(one.text(), relations, one.relations());
                speakers.add(doc, one.analyzed(), one.text(), relations, one.relations(), stages)
                        .forEach(m -> out.println(doc + "  " + m));
            }
            if (read.size() > docs) {
                docs = read.size();
                written.append(prediction(doc, text, one.relations())).append('\n');
            }
            units++;
        }
        String target = System.getProperty("sayso.predictions");
        if (target != null) {
            Files.writeString(Path.of(target), written, StandardCharsets.UTF_8);
        }
        ObjectNode result = report(file, docs, units, primary, strict, out);
        speakers.print(out, result.putObject("speakers"));
        return result;
    }

    private static Scored scored(Stages stages, String text) {
        AnalyzedText analyzed = stages.analyzer().analyze(text);
        return new Scored(
                analyzed, new ScoredText(text), outermost(stages.attributor().attribute(analyzed)));
    }

    private ObjectNode report(
            Path file, int docs, int units, AttributionScore primary, AttributionScore strict, PrintWriter out) {
        ObjectNode result = MAPPER.createObjectNode();
        result.put("task", task());
        result.put("gold_file", file.getFileName().toString());
        result.put("docs", docs);
        result.put("units", units);
        out.printf(Locale.ROOT, "%-42s %6s %6s %6s %7s %7s%n", "primary annotator", "P", "R", "F1", "gold", "pred");
        table(primary, out, result);
        for (String kind : List.of("direct", "mixed", "indirect")) {
            for (String metric : List.of("triple", "source+content")) {
                String name = "recall-by-kind/" + kind + "/" + metric;
                double recall = primary.figures(name)[1];
                out.printf(Locale.ROOT, "%-42s %6s %6.1f%n", name, "-", 100 * recall);
                result.put(name, rounded(recall));
            }
        }
        out.printf(Locale.ROOT, "%nevery annotator, punctuation counts%n");
        table(strict, out, result.putObject("strict_all"));
        return result;
    }

    private static void table(AttributionScore score, PrintWriter out, ObjectNode result) {
        for (String metric : SHOWN) {
            double[] f = score.figures(metric);
            out.printf(
                    Locale.ROOT,
                    "%-42s %6.1f %6.1f %6.1f %7.0f %7.0f%n",
                    metric,
                    100 * f[0],
                    100 * f[1],
                    100 * f[2],
                    f[3],
                    f[4]);
            ObjectNode figures = result.putObject(metric);
            figures.put("p", rounded(f[0]));
            figures.put("r", rounded(f[1]));
            figures.put("f1", rounded(f[2]));
            figures.put("gold", (int) f[3]);
            figures.put("pred", (int) f[4]);
        }
    }

    private static double rounded(double x) {
        return Math.round(x * 10_000) / 10_000.0;
    }

    /** What nobody else says, an outlet that was told passed over. */
    static List<Relation> outermost(List<Attribution> all) {
        Map<String, Attribution> byId = new LinkedHashMap<>();
        all.forEach(a -> byId.put(a.id(), a));
        List<Relation> outermost = new ArrayList<>();
        for (Attribution a : all) {
            Optional<Attribution> outer = a.inside().map(byId::get);
            while (outer.isPresent() && wasTold(outer.get())) {
                outer = outer.get().inside().map(byId::get);
            }
            if (outer.isEmpty() && !wasTold(a)) {
                outermost.add(new Relation(a.source().spans(), a.cue(), a.content()));
            }
        }
        return outermost;
    }

    private static boolean wasTold(Attribution a) {
        return PASSING_ON.contains(a.decidedBy());
    }

    private static List<Relation> relations(JsonNode line, String text) {
        List<Relation> relations = new ArrayList<>();
        for (JsonNode r : line.get("attributions")) {
            relations.add(new Relation(
                    spans(r.get("source"), text), spans(r.get("cue"), text), spans(r.get("content"), text)));
        }
        return relations;
    }

    private static List<Span> spans(JsonNode pairs, String text) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode pair : pairs) {
            spans.add(Gold.span(text, pair.get(0).asInt(), pair.get(1).asInt()));
        }
        return spans;
    }

    private static ObjectNode prediction(String doc, String text, List<Relation> relations) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("doc", doc);
        ArrayNode all = line.putArray("attributions");
        for (Relation relation : relations) {
            ObjectNode one = all.addObject();
            for (Role role : Role.values()) {
                ArrayNode pairs = one.putArray(role.name().toLowerCase(Locale.ROOT));
                for (Span span : relation.role(role)) {
                    int[] points = Gold.codePoints(text, span);
                    pairs.addArray().add(points[0]).add(points[1]);
                }
            }
        }
        return line;
    }
}
