package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sayso.extract.Extracted;
import org.sayso.extract.Extractor;
import org.sayso.model.Article;
import org.sayso.model.Page;
import org.sayso.pipeline.Stages;

/**
 * What a page says of itself: title, authors, publisher, days and moments of publication and change, section, address, language, tags.
 * A field is right if it is the gold's to the character (moments: the same instant with the same offset), or absent where gold has none.
 *
 * <p>Gold is {@code bench/metadata} or a file in its schema: pages of our own in the styles of many publishers, half of them set aside
 * before anything was run on them. A folder with {@code htmldate/gold.jsonl} gives days alone.
 */
public final class MetadataEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A field as gold writes it, and as an article has it; empty where it is absent. */
    private static final Map<String, Function<Article, Optional<String>>> FIELDS = fields();

    private static Map<String, Function<Article, Optional<String>>> fields() {
        Map<String, Function<Article, Optional<String>>> fields = new LinkedHashMap<>();
        fields.put("title", Article::title);
        fields.put("authors", a -> joined(a.authors()));
        fields.put("publisher", Article::publisher);
        fields.put("published", a -> a.published().map(Object::toString));
        fields.put("publishedAt", a -> a.publishedAt().map(MetadataEvaluation::moment));
        fields.put("modified", a -> a.modified().map(Object::toString));
        fields.put("modifiedAt", a -> a.modifiedAt().map(MetadataEvaluation::moment));
        fields.put("section", a -> joined(a.section()));
        fields.put("canonical", a -> a.canonicalUrl().or(a::url));
        fields.put("language", Article::language);
        fields.put("tags", a -> joined(a.tags()));
        return fields;
    }

    @Override
    public String task() {
        return "metadata";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        Path days = gold.resolve("htmldate/gold.jsonl");
        if (Files.isDirectory(gold) && Files.exists(days)) {
            return new ExtractionEvaluation().run(days, stages, out);
        }
        Path file = Gold.file(gold, "gold.jsonl");
        ObjectNode result = MAPPER.createObjectNode().put("task", task());
        Map<String, Count> counts = new LinkedHashMap<>();
        Set<String> sets = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : Gold.lines(file)) {
            String set = row.path("set").asText();
            sets.add(set);
            Optional<Article> article = article(file, row, stages.extractor());
            FIELDS.forEach((field, of) -> {
                Optional<String> wanted = wanted(row.path(field));
                Optional<String> found = article.flatMap(of);
                Count count = counts.computeIfAbsent(set + " " + field, k -> new Count());
                count.add(wanted.equals(found));
                if (!wanted.equals(found) && !set.equals("held")) {
                    wrong.add(String.format(
                            Locale.ROOT,
                            "  %s: %s is %s, not %s",
                            row.path("id").asText(),
                            field,
                            wanted.orElse("absent"),
                            found.orElse("absent")));
                }
            });
        }
        table(sets, counts, out, result);
        wrong.forEach(out::println);
        return result;
    }

    private static final class Count {
        private int right;
        private int all;

        void add(boolean isRight) {
            right += isRight ? 1 : 0;
            all++;
        }
    }

    private static void table(Set<String> sets, Map<String, Count> counts, PrintWriter out, ObjectNode result) {
        out.print(String.format(Locale.ROOT, "%-14s", "field"));
        sets.forEach(set -> out.print(String.format(Locale.ROOT, "%12s", set)));
        out.println();
        for (String field : FIELDS.keySet()) {
            out.print(String.format(Locale.ROOT, "%-14s", field));
            for (String set : sets) {
                Count count = counts.getOrDefault(set + " " + field, new Count());
                out.print(String.format(Locale.ROOT, "%12s", count.right + " of " + count.all));
                result.withObject("/" + set).put(field, count.right);
            }
            out.println();
        }
        for (String set : sets) {
            int all = FIELDS.keySet().stream()
                    .mapToInt(field -> counts.getOrDefault(set + " " + field, new Count()).all)
                    .sum();
            int right = FIELDS.keySet().stream()
                    .mapToInt(field -> counts.getOrDefault(set + " " + field, new Count()).right)
                    .sum();
            double share = Math.round(10_000.0 * right / Math.max(1, all)) / 10_000.0;
            out.println(String.format(Locale.ROOT, "%s: %d of %d fields, %.3f", set, right, all, share));
            result.withObject("/" + set).put("share", share);
        }
    }

    private static Optional<Article> article(Path file, JsonNode row, Extractor extractor) throws IOException {
        Page page = new Page(
                row.path("id").asText(),
                Optional.of(row.path("url").asText()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html(
                        Files.readString(file.resolveSibling(row.path("html").asText()))));
        return switch (extractor.extract(page)) {
            case Extracted.Found found -> Optional.of(found.article());
            case Extracted.Missing missing -> Optional.empty();
        };
    }

    private static Optional<String> wanted(JsonNode node) {
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            node.forEach(n -> all.add(n.asText()));
            return joined(all);
        }
        return node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(canonical(node.asText()));
    }

    /** A moment in one writing; anything else as it is. */
    private static String canonical(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? moment(OffsetDateTime.parse(text)) : text;
    }

    private static String moment(OffsetDateTime at) {
        return at.withNano(0).toString();
    }

    private static Optional<String> joined(List<String> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", all));
    }
}
