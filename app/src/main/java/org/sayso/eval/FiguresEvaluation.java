package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sayso.model.Figure;
import org.sayso.pipeline.Stages;

/**
 * Figures against sentences that were written for Sayso (bench/gold, whose README says what is marked and what was set aside):
 * set, sentence, figures in order. A figure is right when low, high and measure are; its unit is counted apart. And against the
 * victims of MUC-4, where the gold has them ({@link MucVictims}).
 */
public final class FiguresEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> SENTENCES = List.of("figures.tsv", "figures_set_aside.tsv");
    private static final String MUC = "muc4_dev.jsonl";

    /** One figure as the table writes it: "12.. person killed". */
    record Expected(String value, String unit, String measure) {
        static Expected of(Figure f) {
            String low = f.low().map(FiguresEvaluation::plain).orElse("");
            String high = f.high().map(FiguresEvaluation::plain).orElse("");
            String value = low.equals(high) ? low : low + ".." + high;
            return new Expected(value, f.unit(), f.measure().name().toLowerCase(Locale.ROOT));
        }

        static List<Expected> read(String cell) {
            List<Expected> all = new ArrayList<>();
            for (String one : cell.equals("-") ? new String[0] : cell.split("; ")) {
                String[] parts = one.split(" ");
                if (parts.length != 3) {
                    throw new IllegalArgumentException("a figure needs value, unit and measure: " + one);
                }
                all.add(new Expected(parts[0].replace("~", ""), parts[1], parts[2]));
            }
            return all;
        }

        String exact() {
            return value + " " + measure;
        }

        @Override
        public String toString() {
            return value + " " + unit + " " + measure;
        }
    }

    /** Counts of one set. */
    private static final class Counts {
        int sentences;
        int gold;
        int predicted;
        int values;
        int exact;
        int withUnit;
    }

    @Override
    public String task() {
        return "figures";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        ObjectNode result = MAPPER.createObjectNode().put("task", task());
        List<String> predictions = new ArrayList<>();
        List<Path> sentences = files(gold, ".tsv");
        List<Path> muc = files(gold, ".jsonl");
        if (sentences.isEmpty() && muc.isEmpty()) {
            throw new NoSuchFileException(gold.toString(), null, "neither " + SENTENCES + " nor " + MUC + " there");
        }
        if (!sentences.isEmpty()) {
            sentences(sentences, stages, predictions, result, out);
        }
        for (Path file : muc) {
            result.set("muc4", MucVictims.run(file, stages, out, predictions));
        }
        EventTypeEvaluation.save(predictions);
        return result;
    }

    /** The file itself, or those of a folder and of its folder "events" that this task reads. */
    private static List<Path> files(Path gold, String ending) {
        if (!Files.isDirectory(gold)) {
            return gold.toString().endsWith(ending) ? List.of(gold) : List.of();
        }
        List<String> names = ending.equals(".tsv") ? SENTENCES : List.of(MUC, "events/" + MUC);
        return names.stream().map(gold::resolve).filter(Files::exists).toList();
    }

    private static void sentences(
            List<Path> files, Stages stages, List<String> predictions, ObjectNode result, PrintWriter out)
            throws IOException {
        Map<String, Counts> sets = new TreeMap<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t");
                List<Expected> expected = Expected.read(cells[2]);
                List<Expected> found = stages
                        .figureFinder()
                        .find(stages.analyzer().analyze(cells[1]))
                        .stream()
                        .map(Expected::of)
                        .toList();
                count(sets.computeIfAbsent(cells[0], k -> new Counts()), expected, found);
                if (!expected.equals(found)) {
                    predictions.add(cells[0] + "\t" + cells[1] + "\t" + expected + "\t" + found);
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "%-8s %9s %5s %5s  %-22s %-22s %-22s%n",
                "set",
                "sentences",
                "gold",
                "pred",
                "value P/R/F1",
                "value+measure P/R/F1",
                "with unit P/R/F1");
        sets.forEach((name, c) -> result.set(name, row(name, c, out)));
    }

    private static void count(Counts counts, List<Expected> expected, List<Expected> found) {
        counts.sentences++;
        counts.gold += expected.size();
        counts.predicted += found.size();
        counts.values += common(
                expected.stream().map(Expected::value).toList(),
                found.stream().map(Expected::value).toList());
        counts.exact += common(
                expected.stream().map(Expected::exact).toList(),
                found.stream().map(Expected::exact).toList());
        counts.withUnit += common(
                expected.stream().map(Expected::toString).toList(),
                found.stream().map(Expected::toString).toList());
    }

    private static int common(List<String> expected, List<String> found) {
        List<String> rest = new ArrayList<>(found);
        return (int) expected.stream().filter(rest::remove).count();
    }

    private static ObjectNode row(String name, Counts c, PrintWriter out) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("sentences", c.sentences)
                .put("gold", c.gold)
                .put("predicted", c.predicted);
        List<String> cells = new ArrayList<>();
        for (Map.Entry<String, Integer> e :
                List.of(Map.entry("value", c.values), Map.entry("exact", c.exact), Map.entry("withUnit", c.withUnit))) {
            double p = c.predicted == 0 ? 0 : (double) e.getValue() / c.predicted;
            double r = c.gold == 0 ? 0 : (double) e.getValue() / c.gold;
            double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
            node.set(
                    e.getKey(),
                    MAPPER.createObjectNode()
                            .put("p", round(p))
                            .put("r", round(r))
                            .put("f1", round(f)));
            cells.add(String.format(Locale.ROOT, "%.1f / %.1f / %.1f", 100 * p, 100 * r, 100 * f));
        }
        out.printf(
                Locale.ROOT,
                "%-8s %9d %5d %5d  %-22s %-22s %-22s%n",
                name,
                c.sentences,
                c.gold,
                c.predicted,
                cells.get(0),
                cells.get(1),
                cells.get(2));
        return node;
    }

    static double round(double x) {
        return Math.round(10_000 * x) / 10_000.0;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
