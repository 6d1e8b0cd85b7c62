package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.sayso.extract.Extracted;
import org.sayso.extract.Extractor;
import org.sayso.model.Article;
import org.sayso.model.Page;
import org.sayso.pipeline.Stages;

/**
 * Text of the article (pages of the article-extraction-benchmark) and day of publication (pages of htmldate). Definitions of
 * score/extraction.py: multisets of four-word shingles, every page weighs the same; a day is right or wrong.
 *
 * <p>Gold is a folder with {@code aeb/gold.jsonl} and {@code htmldate/gold.jsonl}, or one such file with its pages beside it.
 */
public final class ExtractionEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int WORST = 5;

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        List<Path> files = Files.isDirectory(gold)
                ? List.of(gold.resolve("aeb/gold.jsonl"), gold.resolve("htmldate/gold.jsonl"))
                : List.of(gold);
        ObjectNode result = MAPPER.createObjectNode();
        result.put("task", task());
        List<String> predictions = new ArrayList<>();
        for (Path file : files) {
            List<JsonNode> rows = Gold.lines(file);
            if (rows.stream().anyMatch(row -> row.has("articleBody"))) {
                bodies(file, rows, stages.extractor(), out, result, predictions);
            } else {
                days(file, rows, stages.extractor(), out, result, predictions);
            }
        }
        EventTypeEvaluation.save(predictions);
        return result;
    }

    private record Scored(String id, Shingles.Agreement agreement) {}

    private static void bodies(
            Path file,
            List<JsonNode> rows,
            Extractor extractor,
            PrintWriter out,
            ObjectNode result,
            List<String> predictions)
            throws IOException {
        List<Scored> scored = new ArrayList<>();
        for (JsonNode row : rows) {
            String text = article(file, row, extractor).map(Article::text).orElse("");
            String wanted = row.path("articleBody").asText("");
            scored.add(new Scored(row.path("id").asText(), Shingles.compare(wanted, text)));
            predictions.add(MAPPER.createObjectNode()
                    .put("id", row.path("id").asText())
                    .put("articleBody", text)
                    .toString());
        }
        List<Shingles.Agreement> all = scored.stream().map(Scored::agreement).toList();
        Shingles.Scores scores = Shingles.Scores.of(all);
        out.printf(
                Locale.ROOT,
                "%-28s %6s %7s %7s %7s %9s %7s %6s%n",
                "article text",
                "pages",
                "F1",
                "P",
                "R",
                "mean F1",
                "acc",
                "empty");
        out.printf(
                Locale.ROOT,
                "%-28s %6d %7.3f %7.3f %7.3f %9.3f %7.3f %6d%n",
                "four-word shingles",
                all.size(),
                scores.f1(),
                scores.precision(),
                scores.recall(),
                scores.meanPageF1(),
                scores.accuracy(),
                scores.empty());
        scored.stream()
                .sorted(Comparator.comparingDouble(s -> s.agreement().f1()))
                .limit(WORST)
                .forEach(s -> out.printf(
                        Locale.ROOT,
                        "  among the worst: %.12s  F1 %.3f  too much %.3f  too little %.3f%n",
                        s.id(),
                        s.agreement().f1(),
                        s.agreement().wrong(),
                        s.agreement().missed()));
        result.put("pages", all.size());
        result.put("f1", rounded(scores.f1()));
        result.put("p", rounded(scores.precision()));
        result.put("r", rounded(scores.recall()));
        result.put("mean_page_f1", rounded(scores.meanPageF1()));
        result.put("acc", rounded(scores.accuracy()));
        result.put("empty", scores.empty());
    }

    private static void days(
            Path file,
            List<JsonNode> rows,
            Extractor extractor,
            PrintWriter out,
            ObjectNode result,
            List<String> predictions)
            throws IOException {
        int pages = 0;
        int given = 0;
        int right = 0;
        for (JsonNode row : rows) {
            if (!row.hasNonNull("date")) {
                continue;
            }
            Optional<String> day =
                    article(file, row, extractor).flatMap(Article::published).map(Object::toString);
            String wanted = row.path("date").asText();
            pages++;
            given += day.isPresent() ? 1 : 0;
            right += day.isPresent() && wanted.startsWith(day.get()) ? 1 : 0;
            ObjectNode prediction =
                    MAPPER.createObjectNode().put("id", row.path("id").asText());
            prediction.put("date", day.orElse(null));
            predictions.add(prediction.toString());
        }
        double precision = given == 0 ? 0 : (double) right / given;
        double accuracy = pages == 0 ? 0 : (double) right / pages;
        out.printf(
                Locale.ROOT,
                "%-28s %6s %7s %7s %7s %7s%n",
                "day of publication",
                "pages",
                "given",
                "right",
                "P",
                "acc");
        out.printf(Locale.ROOT, "%-28s %6d %7d %7d %7.3f %7.3f%n", "", pages, given, right, precision, accuracy);
        ObjectNode node = result.putObject("date");
        node.put("pages", pages);
        node.put("given", given);
        node.put("right", right);
        node.put("p", rounded(precision));
        node.put("acc", rounded(accuracy));
    }

    private static Optional<Article> article(Path file, JsonNode row, Extractor extractor) throws IOException {
        return switch (extractor.extract(page(file, row))) {
            case Extracted.Found found -> Optional.of(found.article());
            case Extracted.Missing missing -> Optional.empty();
        };
    }

    /**
     * The saved page of a gold row.
     *
     * @param file in which the row stands; the page lies beside it
     */
    public static Page page(Path file, JsonNode row) throws IOException {
        Path saved = file.resolveSibling(row.path("html").asText());
        String markup;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(saved))) {
            markup = SavedPages.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new IOException(saved + ": " + e.getMessage(), e);
        }
        return new Page(
                row.path("id").asText(),
                Optional.of(row.path("url").asText()).filter(url -> !url.isBlank()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html(markup));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
