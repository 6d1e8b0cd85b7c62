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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sayso.merge.Merger;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.model.Story;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/**
 * Stories of several outlets, from their texts to roots and denials, scored as {@code lineage.py} does. All documents of all
 * stories are merged together, so that a story that falls apart, or swallows another, shows. Documents come with address and
 * day, ours with a publisher. How gold claims are matched with ours: {@link ClaimChoice}; the table prints each match, to be judged.
 *
 * <p>Gold is the folder of stories, one story's folder, or its {@code gold.json}.
 */
public final class StoriesEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String task() {
        return "stories";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        Map<String, JsonNode> golds = new TreeMap<>();
        Map<String, Reading> readings = new LinkedHashMap<>();
        Pipeline pipeline = new Pipeline(stages);
        for (Path folder : folders(gold)) {
            JsonNode one = Gold.document(folder.resolve("gold.json"));
            golds.put(one.path("story").asText(), one);
            for (JsonNode document : Gold.lines(folder.resolve("documents.jsonl"))) {
                switch (pipeline.read(page(document))) {
                    case Outcome.Read read -> readings.put(read.docId(), read.reading());
                    case Outcome.LeftOut left ->
                        out.printf(Locale.ROOT, "left out: %s %s %s%n", left.docId(), left.reason(), left.message());
                }
            }
        }
        List<Story> stories = Merger.load().merge(List.copyOf(readings.values()));
        List<ObjectNode> predictions = new ArrayList<>();
        LineageScore score = new LineageScore();
        StoryFacts facts = new StoryFacts();
        ObjectNode each = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> e : golds.entrySet()) {
            out.println(e.getKey());
            StoryPrediction prediction = predict(e.getValue(), stories, readings, out);
            LineageScore own = new LineageScore();
            own.add(e.getKey(), e.getValue(), prediction);
            own.print(out);
            each.set(e.getKey(), own.figures());
            score.add(e.getKey(), e.getValue(), prediction);
            facts.add(e.getValue(), stories, prediction);
            predictions.addAll(lines(e.getKey(), prediction));
        }
        out.println("all");
        score.print(out);
        if (!facts.isEmpty()) {
            facts.print(out);
        }
        save(predictions);
        ObjectNode result = MAPPER.createObjectNode().put("task", task());
        result.setAll(score.figures());
        if (!facts.isEmpty()) {
            result.set("facts", facts.figures());
        }
        result.set("grouping", grouping(golds, stories, out));
        result.set("each", each);
        return result;
    }

    private static List<Path> folders(Path gold) throws IOException {
        if (!Files.isDirectory(gold)) {
            return List.of(Optional.ofNullable(gold.getParent()).orElse(Path.of("")));
        }
        if (Files.exists(gold.resolve("gold.json"))) {
            return List.of(gold);
        }
        try (Stream<Path> inside = Files.list(gold)) {
            return inside.filter(p -> Files.exists(p.resolve("gold.json")))
                    .sorted()
                    .toList();
        }
    }

    private static Page page(JsonNode document) {
        Optional<String> url = Optional.ofNullable(document.path("url").textValue());
        Optional<LocalDate> day =
                Optional.ofNullable(document.path("date").textValue()).map(LocalDate::parse);
        return new Page(
                document.path("doc").asText(),
                url,
                Optional.ofNullable(document.path("publisher").textValue()),
                day,
                Optional.ofNullable(document.path("title").textValue()),
                new Page.Plain(document.path("text").asText()));
    }

    private static StoryPrediction predict(
            JsonNode gold, List<Story> stories, Map<String, Reading> readings, PrintWriter out) {
        Set<String> docs = new TreeSet<>();
        gold.path("documents").forEach(d -> docs.add(d.path("doc").asText()));
        StoryPrediction prediction = new StoryPrediction();
        List<Claim> claims = new ArrayList<>();
        for (Story story : stories) {
            if (story.docs().stream().anyMatch(docs::contains)) {
                claims.addAll(story.claims());
            }
            for (Lineage edge : story.lineage()) {
                if (docs.contains(edge.doc())) {
                    edge(edge, text(readings, edge.doc()), prediction);
                }
            }
        }
        ClaimChoice choice = new ClaimChoice(claims, doc -> text(readings, doc));
        for (JsonNode question : gold.path("claims")) {
            String id = question.path("id").asText();
            Optional<ClaimChoice.Answer> answer =
                    choice.to(question.path("text").asText());
            answer.ifPresent(a -> answer(id, question.path("text").asText(), a, prediction));
            out.printf(
                    Locale.ROOT,
                    "  %s %s%n     = %s%n",
                    id,
                    question.path("text").asText(),
                    answer.map(StoriesEvaluation::shown).orElse("nothing"));
        }
        return prediction;
    }

    private static String text(Map<String, Reading> readings, String doc) {
        return Optional.ofNullable(readings.get(doc))
                .map(r -> r.article().text())
                .orElse("");
    }

    /** An agency in a credit is given as printed, as the gold writes a document's own wire. */
    private static void edge(Lineage edge, String text, StoryPrediction prediction) {
        switch (edge.kind()) {
            case CITES -> prediction.cites(edge.doc(), edge.to());
            case WIRE ->
                prediction.cites(edge.doc(), edge.span().map(s -> s.of(text)).orElse(edge.to()));
            case COPIES -> prediction.copies(edge.doc(), edge.to());
            case BRIEFING -> {}
        }
    }

    private static void answer(String id, String question, ClaimChoice.Answer answer, StoryPrediction prediction) {
        Claim claim = answer.claim();
        if (answer.denying()) {
            long deniers =
                    claim.denials().stream().map(Claim.Denial::by).distinct().count();
            prediction.independent.put(id, Optional.of((int) deniers));
            return;
        }
        Set<String> parties = ClaimChoice.parties(claim, question);
        prediction.independent.put(id, parties.isEmpty() ? claim.independent().count() : Optional.of(parties.size()));
        claim.denials().stream().map(Claim.Denial::by).distinct().forEach(by -> prediction.disputes(id, by, "denial"));
        claim.noComment().stream()
                .map(Claim.NoComment::by)
                .distinct()
                .forEach(by -> prediction.disputes(id, by, "no_comment"));
    }

    private static String shown(ClaimChoice.Answer answer) {
        Claim claim = answer.claim();
        return (answer.denying() ? "the denials of " : "")
                + "\"" + claim.summary() + "\" (" + claim.reports().size() + " reports; "
                + claim.independent().why() + "; denied by "
                + claim.denials().stream().map(Claim.Denial::by).distinct().toList() + ", silent "
                + claim.noComment().stream().map(Claim.NoComment::by).distinct().toList() + ")";
    }

    /** Whether each happening's documents are one story, and nothing else is in it. */
    private static ObjectNode grouping(Map<String, JsonNode> golds, List<Story> stories, PrintWriter out) {
        Map<String, Set<String>> clusters = new TreeMap<>();
        golds.values()
                .forEach(g -> g.path("documents")
                        .forEach(d -> clusters.computeIfAbsent(
                                        d.path("event_cluster").asText(), c -> new TreeSet<>())
                                .add(d.path("doc").asText())));
        int exact = 0;
        for (Map.Entry<String, Set<String>> cluster : clusters.entrySet()) {
            List<Story> touched = stories.stream()
                    .filter(s -> s.docs().stream().anyMatch(cluster.getValue()::contains))
                    .toList();
            boolean same =
                    touched.size() == 1 && new TreeSet<>(touched.getFirst().docs()).equals(cluster.getValue());
            exact += same ? 1 : 0;
            if (!same) {
                out.printf(
                        Locale.ROOT,
                        "grouping  %s lies in %d stories: %s%n",
                        cluster.getKey(),
                        touched.size(),
                        touched.stream().map(Story::docs).toList());
            }
        }
        out.printf(
                Locale.ROOT,
                "grouping  %d of %d happenings are one story each and nothing else%n",
                exact,
                clusters.size());
        return MAPPER.createObjectNode().put("happenings", clusters.size()).put("exact", exact);
    }

    /** In the scorer's format. */
    private static List<ObjectNode> lines(String story, StoryPrediction prediction) {
        List<ObjectNode> lines = new ArrayList<>();
        prediction.cites.forEach((doc, outlets) -> {
            ObjectNode line = MAPPER.createObjectNode().put("story", story).put("doc", doc);
            outlets.forEach(line.putArray("cites")::add);
            lines.add(line);
        });
        prediction.independent.forEach((claim, count) -> {
            ObjectNode line = MAPPER.createObjectNode().put("story", story).put("claim", claim);
            lines.add(count.map(n -> line.put("independent", n)).orElseGet(() -> line.putNull("independent")));
        });
        prediction.disputes.forEach((claim, disputes) -> {
            ObjectNode line = MAPPER.createObjectNode().put("story", story).put("claim", claim);
            disputes.forEach(d ->
                    line.withArray("disputes").addObject().put("by", d.by()).put("kind", d.kind()));
            lines.add(line);
        });
        ObjectNode copies = MAPPER.createObjectNode().put("story", story);
        prediction.copies.forEach(pair ->
                pair.stream().sorted().forEach(copies.withArray("copies").addArray()::add));
        if (!prediction.copies.isEmpty()) {
            lines.add(copies);
        }
        return lines;
    }

    private static void save(List<ObjectNode> predictions) throws IOException {
        String file = System.getProperty("sayso.predictions");
        if (file != null) {
            Files.write(
                    Path.of(file),
                    predictions.stream().map(ObjectNode::toString).toList());
        }
    }
}
