package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sayso.eval.PlaceScore.Toponym;
import org.sayso.model.Article;
import org.sayso.model.Place;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;
import org.sayso.place.PlaceFinder;

/**
 * Places against TR-News and LGL: accuracy within 161 km and AUC on given spans, and end to end. Where no language engine
 * is installed only the first is measured, and the table says so.
 */
public final class PlaceEvaluation implements Evaluation {
    private static final List<String> CORPORA = List.of("tr_news.jsonl", "lgl.jsonl");

    @Override
    public String task() {
        return "place";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("task", task());
        boolean endToEnd = hasEngine(stages, out);
        List<String> predictions = new ArrayList<>();
        for (String name : Files.isDirectory(gold)
                ? CORPORA
                : List.of(Gold.file(gold, "").getFileName().toString())) {
            Path file = Files.isDirectory(gold) ? gold.resolve(name) : gold;
            PlaceScore score = new PlaceScore();
            for (JsonNode doc : Gold.lines(file)) {
                measure(doc, stages, endToEnd, score, predictions);
            }
            ObjectNode figures = score.figures();
            print(name, figures, out);
            all.set(name.replace(".jsonl", ""), figures);
        }
        String wanted = System.getProperty("sayso.predictions");
        if (wanted != null) {
            Files.write(Path.of(wanted), predictions);
        }
        return all;
    }

    private static boolean hasEngine(Stages stages, PrintWriter out) {
        try {
            stages.analyzer();
            return true;
        } catch (UncheckedIOException e) {
            out.println("given spans only: " + e.getMessage());
            return false;
        }
    }

    private static void measure(
            JsonNode doc, Stages stages, boolean endToEnd, PlaceScore score, List<String> predictions) {
        Article article = article(doc);
        List<Toponym> gold = gold(doc, article.text());
        List<Span> spans = gold.stream().map(Toponym::span).toList();
        PlaceFinder finder = stages.placeFinder();
        List<Toponym> answers = new ArrayList<>();
        List<Optional<Place>> resolved = finder.resolve(article, spans);
        for (int i = 0; i < spans.size(); i++) {
            answers.add(toponym(spans.get(i), resolved.get(i)));
        }
        score.addResolved(gold, answers);
        List<Toponym> found = answers;
        if (endToEnd) {
            found = finder.find(stages.analyzer().analyze(article.text()), article).stream()
                    .map(p -> toponym(p.span(), Optional.of(p)))
                    .toList();
            score.addFound(gold, found);
        }
        List<Toponym> shown = Boolean.getBoolean("sayso.predictions.found") ? found : answers;
        shown.forEach(t -> predictions.add(prediction(article, t)));
    }

    private static Article article(JsonNode doc) {
        String text = doc.get("text").asText();
        return new Article(
                Article.idOf(text),
                doc.get("doc").asText(),
                text(doc, "url"),
                text(doc, "domain"),
                text(doc, "title"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                text);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    /** One a span: the one with coordinates, if there are several. */
    private static List<Toponym> gold(JsonNode doc, String text) {
        Map<Span, Toponym> all = new LinkedHashMap<>();
        for (JsonNode t : doc.get("toponyms")) {
            Span span = Gold.span(text, t.get("start").asInt(), t.get("end").asInt());
            Optional<double[]> at = t.hasNonNull("lat")
                    ? Optional.of(
                            new double[] {t.get("lat").asDouble(), t.get("lon").asDouble()})
                    : Optional.empty();
            Optional<Long> id =
                    t.hasNonNull("geonameid") ? Optional.of(t.get("geonameid").asLong()) : Optional.empty();
            Toponym one = new Toponym(span, at, id);
            all.merge(span, one, (a, b) -> a.at().isPresent() ? a : b);
        }
        return List.copyOf(all.values());
    }

    private static Toponym toponym(Span span, Optional<Place> place) {
        return new Toponym(span, place.map(p -> new double[] {p.lat(), p.lon()}), place.flatMap(Place::geonames));
    }

    private static String prediction(Article article, Toponym t) {
        int[] at = Gold.codePoints(article.text(), t.span());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("doc", article.docId()).put("start", at[0]).put("end", at[1]);
        t.at().ifPresent(p -> node.put("lat", p[0]).put("lon", p[1]));
        t.geonames().ifPresent(id -> node.put("geonameid", id));
        return node.toString();
    }

    private static void print(String corpus, JsonNode f, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-14s given spans: %d, accuracy at 161 km %.3f, of answered %.3f, AUC %.3f%n",
                corpus,
                f.get("questions").asInt(),
                f.get("acc161").asDouble(),
                f.get("acc161_of_answered").asDouble(),
                f.get("auc").asDouble());
        for (String view : List.of("spans_exact", "spans_overlap", "resolved")) {
            if (f.has(view)) {
                out.printf(
                        Locale.ROOT,
                        "%-14s %-14s P %.3f  R %.3f  F1 %.3f%n",
                        "",
                        view,
                        f.get(view).get("p").asDouble(),
                        f.get(view).get("r").asDouble(),
                        f.get(view).get("f1").asDouble());
            }
        }
        out.flush();
    }
}
