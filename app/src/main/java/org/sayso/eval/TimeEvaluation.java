package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Timex;
import org.sayso.pipeline.Stages;
import org.sayso.time.TimeFinder;

/**
 * Time expressions against TIMEX3 gold, as TempEval-3 counts (gold/score/timex.py): strict is the same span, relaxed any
 * overlap, value the same value string on a relaxed match. Each prediction is matched to at most one gold expression, same
 * spans first, then the largest overlap.
 *
 * <p>MEANTIME is annotated in the title, the date line and the first four or five sentences of each article: no expression of
 * its 488 stands after the sixth line. What is found after that line is left out. Its date lines, which the collection gives,
 * are left out too (as with {@code --no-dct-line}).
 */
public final class TimeEvaluation implements Evaluation {
    private static final List<String> FILES = List.of("aquaint.jsonl", "wikiwars.jsonl", "meantime.jsonl");

    private static final String FIRST_LINES_ONLY = "meantime.jsonl";
    private static final int ANNOTATED_LINES = 6;

    private record Expression(int start, int end, String value) {}

    /** Counts of one file. */
    private static final class Counts {
        int gold;
        int predicted;
        int strict;
        int relaxed;
        int value;
    }

    @Override
    public String task() {
        return "time";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        List<Path> files = Files.isDirectory(gold)
                ? FILES.stream().map(gold::resolve).filter(Files::exists).toList()
                : List.of(gold);
        ObjectNode result = new ObjectMapper().createObjectNode().put("task", task());
        ArrayNode predictions = new ObjectMapper().createArrayNode();
        out.printf(
                Locale.ROOT,
                "%-16s %5s %5s  %-22s %-22s %-22s %12s%n",
                "corpus",
                "gold",
                "pred",
                "strict P/R/F1",
                "relaxed P/R/F1",
                "value P/R/F1",
                "characters/s");
        for (Path file : files) {
            result.set(name(file), corpus(file, stages, predictions, out));
        }
        String path = System.getProperty("sayso.predictions");
        if (path != null) {
            List<String> lines = new ArrayList<>();
            predictions.forEach(p -> lines.add(p.toString()));
            Files.write(Path.of(path), lines);
        }
        return result;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".jsonl", "");
    }

    private ObjectNode corpus(Path file, Stages stages, ArrayNode predictions, PrintWriter out) throws IOException {
        Counts counts = new Counts();
        TimeFinder finder = stages.timeFinder();
        long nanos = 0;
        long characters = 0;
        boolean partly = file.getFileName().toString().equals(FIRST_LINES_ONLY);
        for (JsonNode document : Gold.lines(file)) {
            String text = document.path("text").asText();
            int annotated = partly ? endOfLine(text, ANNOTATED_LINES) : text.length();
            AnalyzedText analyzed = stages.analyzer().analyze(text);
            Optional<LocalDate> published = published(document.path("dct").asText());
            long before = System.nanoTime();
            List<Timex> found = finder.find(analyzed, published);
            nanos += System.nanoTime() - before;
            characters += text.length();
            List<Expression> predicted = new ArrayList<>();
            for (Timex timex : found) {
                if (timex.span().start() >= annotated) {
                    break;
                }
                int[] at = Gold.codePoints(text, timex.span());
                predicted.add(new Expression(at[0], at[1], timex.value().orElse("")));
                predictions
                        .addObject()
                        .put("doc", document.path("doc").asText())
                        .put("start", at[0])
                        .put("end", at[1])
                        .put("type", timex.type().name())
                        .put("value", timex.value().orElse(""));
            }
            count(counts, document.path("timexes"), predicted);
        }
        ObjectNode result = figures(counts);
        long speed = nanos == 0 ? 0 : characters * 1_000_000_000L / nanos;
        result.put("charactersPerSecond", speed);
        out.printf(
                Locale.ROOT,
                "%-16s %5d %5d  %-22s %-22s %-22s %12d%n",
                name(file),
                counts.gold,
                counts.predicted,
                row(result, "strict"),
                row(result, "relaxed"),
                row(result, "value"),
                speed);
        return result;
    }

    private static int endOfLine(String text, int line) {
        int end = -1;
        for (int i = 0; i < line && end < text.length(); i++) {
            int next = text.indexOf('\n', end + 1);
            end = next < 0 ? text.length() : next;
        }
        return end;
    }

    /** The day of "2000-01-05T09:42" and of "03-02-2009". */
    static Optional<LocalDate> published(String dct) {
        if (dct.matches("\\d{2}-\\d{2}-\\d{4}")) {
            return Optional.of(
                    LocalDate.parse(dct.substring(6) + "-" + dct.substring(3, 5) + "-" + dct.substring(0, 2)));
        }
        return dct.matches("\\d{4}-\\d{2}-\\d{2}.*")
                ? Optional.of(LocalDate.parse(dct.substring(0, 10)))
                : Optional.empty();
    }

    private static void count(Counts counts, JsonNode timexes, List<Expression> all) {
        List<Expression> gold = new ArrayList<>();
        List<Expression> predicted = new ArrayList<>(all);
        for (JsonNode t : timexes) {
            int start = t.path("start").asInt();
            int end = t.path("end").asInt();
            if (t.path("is_dct").asBoolean()) {
                predicted.removeIf(p -> p.start() == start && p.end() == end);
            } else {
                gold.add(new Expression(start, end, t.path("value").asText("")));
            }
        }
        counts.gold += gold.size();
        counts.predicted += predicted.size();
        record Pair(int exact, int overlap, int gold, int predicted) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < predicted.size(); j++) {
                Expression g = gold.get(i);
                Expression p = predicted.get(j);
                int overlap = Math.min(g.end(), p.end()) - Math.max(g.start(), p.start());
                if (overlap > 0) {
                    boolean exact = g.start() == p.start() && g.end() == p.end();
                    pairs.add(new Pair(exact ? 0 : 1, -overlap, i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::exact)
                .thenComparingInt(Pair::overlap)
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::predicted));
        boolean[] goldTaken = new boolean[gold.size()];
        boolean[] predictedTaken = new boolean[predicted.size()];
        for (Pair pair : pairs) {
            if (!goldTaken[pair.gold()] && !predictedTaken[pair.predicted()]) {
                goldTaken[pair.gold()] = true;
                predictedTaken[pair.predicted()] = true;
                counts.relaxed++;
                counts.strict += pair.exact() == 0 ? 1 : 0;
                counts.value += same(gold.get(pair.gold()), predicted.get(pair.predicted())) ? 1 : 0;
            }
        }
    }

    private static boolean same(Expression gold, Expression predicted) {
        return gold.value().strip().equalsIgnoreCase(predicted.value().strip());
    }

    private static ObjectNode figures(Counts counts) {
        ObjectNode result =
                new ObjectMapper().createObjectNode().put("gold", counts.gold).put("predicted", counts.predicted);
        result.set("strict", scores(counts.strict, counts));
        result.set("relaxed", scores(counts.relaxed, counts));
        result.set("value", scores(counts.value, counts));
        return result;
    }

    private static ObjectNode scores(int hits, Counts counts) {
        double p = counts.predicted == 0 ? 0 : (double) hits / counts.predicted;
        double r = counts.gold == 0 ? 0 : (double) hits / counts.gold;
        double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
        return new ObjectMapper()
                .createObjectNode()
                .put("p", round(p))
                .put("r", round(r))
                .put("f1", round(f));
    }

    private static double round(double x) {
        return Math.round(10_000 * x) / 10_000.0;
    }

    private static String row(ObjectNode result, String measure) {
        JsonNode s = result.path(measure);
        return String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f",
                100 * s.path("p").asDouble(),
                100 * s.path("r").asDouble(),
                100 * s.path("f1").asDouble());
    }
}
