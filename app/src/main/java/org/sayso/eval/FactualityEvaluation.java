package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Factuality;
import org.sayso.model.Factuality.Polarity;
import org.sayso.model.Factuality.Status;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.pipeline.Stages;

/**
 * How sure the text is that given words happened: scores from -3 to 3 against UDS-IH2 and MEANTIME. Definitions of
 * score/factuality.py. Two judges: the language engine's score of the word, and the classes that events get (happened,
 * planned, denied …), each set against the mean gold score of what it was given to. And the classes themselves, against
 * {@link FactualityClasses our own lines}.
 */
public final class FactualityEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String task() {
        return "factuality";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        ObjectNode result = MAPPER.createObjectNode();
        result.put("task", task());
        Path classes = Gold.file(gold, FactualityClasses.FILE);
        if (classes.endsWith(FactualityClasses.FILE) && Files.exists(classes)) {
            result.set("classes", new FactualityClasses(stages).of(classes, out));
            return result;
        }
        if (!Files.isDirectory(gold)) {
            result.setAll(one(gold, stages, out));
            return result;
        }
        for (String set : List.of("uds_ih2_dev", "meantime_dev")) {
            result.set(set, one(gold.resolve(set + ".jsonl"), stages, out));
        }
        return result;
    }

    private static ObjectNode one(Path file, Stages stages, PrintWriter out) throws IOException {
        List<Judged> all = new ArrayList<>();
        List<String> predictions = new ArrayList<>();
        for (JsonNode row : Gold.lines(file)) {
            String text = row.get("text").asText();
            AnalyzedText analyzed = stages.analyzer().analyze(text);
            for (JsonNode event : row.get("events")) {
                Span span = Gold.span(
                        text, event.get("start").asInt(), event.get("end").asInt());
                Judged judged = judge(analyzed, span, event.get("score").asDouble(), stages);
                all.add(judged);
                ObjectNode prediction = MAPPER.createObjectNode();
                prediction.put("id", row.get("id").asText());
                prediction.put("token", event.get("token").asInt());
                prediction.put("score", judged.score());
                predictions.add(prediction.toString());
            }
        }
        EventTypeEvaluation.save(predictions);
        out.printf(Locale.ROOT, "%s: %d events%n", file.getFileName(), all.size());
        ObjectNode node = MAPPER.createObjectNode();
        node.put("events", all.size());
        node.set("engine", figures("engine's score", all, Judged::score, out));
        node.set("classes", figures("classes", all, Judged::classScore, out));
        ObjectNode classes = node.putObject("mean_gold_of_class");
        for (Status status : Status.values()) {
            double[] scores = all.stream()
                    .filter(j -> j.status() == status)
                    .mapToDouble(Judged::gold)
                    .toArray();
            double mean = Arrays.stream(scores).average().orElse(0);
            long happened = Arrays.stream(scores).filter(s -> s > 1).count();
            long not = Arrays.stream(scores).filter(s -> s < 0).count();
            out.printf(
                    Locale.ROOT,
                    "  %-13s %5d  mean gold score %6.2f  above 1: %4d  below 0: %4d%n",
                    status.name().toLowerCase(Locale.ROOT),
                    scores.length,
                    mean,
                    happened,
                    not);
            classes.put(status.name().toLowerCase(Locale.ROOT), Labels.rounded(mean));
        }
        return node;
    }

    private static Judged judge(AnalyzedText text, Span span, double gold, Stages stages) {
        Sentence sentence = text.sentenceAt(span.start()).orElse(null);
        Token token = text.tokenAt(span.start()).orElse(null);
        if (sentence == null || token == null) {
            return new Judged(gold, 0, 0, Status.HAPPENED);
        }
        Factuality read = stages.eventFinder().factuality().read(text, sentence, token, List.of());
        double byClass = score(read);
        return new Judged(gold, token.factuality().orElse(byClass), byClass, read.status());
    }

    /**
     * Where on the scale a class lies: mean gold scores on UDS-IH2 train (29 November 2026), rounded to halves; but what is
     * denied lies near the end of the scale by its meaning (UDS scores many negated verbs above 0).
     */
    private static double score(Factuality read) {
        double size = switch (read.status()) {
            case HAPPENED -> 2.5;
            case ONGOING -> 2;
            case PLANNED, CONDITIONAL -> -1;
            case REQUESTED, HYPOTHETICAL -> -1.5;
            case DENIED -> -2;
        };
        double sure = switch (read.certainty()) {
            case CERTAIN, UNKNOWN -> 1;
            case PROBABLE -> 0.8;
            case POSSIBLE -> 0.5;
        };
        boolean turned = read.polarity() == Polarity.NEGATIVE && read.status() != Status.DENIED;
        return (turned ? -Math.abs(size) : size) * sure;
    }

    private static ObjectNode figures(String name, List<Judged> all, ToDoubleFunction<Judged> by, PrintWriter out) {
        double[] gold = all.stream().mapToDouble(Judged::gold).toArray();
        double[] given = all.stream().mapToDouble(by).toArray();
        double[] sorted = gold.clone();
        Arrays.sort(sorted);
        double median = gold.length == 0 ? 0 : sorted[gold.length / 2];
        double error = 0;
        double constant = 0;
        int right = 0;
        int wanted = 0;
        int found = 0;
        for (int i = 0; i < gold.length; i++) {
            error += Math.abs(gold[i] - given[i]) / gold.length;
            constant += Math.abs(gold[i] - median) / gold.length;
            right += gold[i] < 0 && given[i] < 0 ? 1 : 0;
            wanted += gold[i] < 0 ? 1 : 0;
            found += given[i] < 0 ? 1 : 0;
        }
        double p = found == 0 ? 0 : right / (double) found;
        double r = wanted == 0 ? 0 : right / (double) wanted;
        double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
        double pearson = pearson(gold, given);
        out.printf(
                Locale.ROOT,
                "  %-15s Pearson r %.3f  MAE %.3f (best constant %.3f)  non-factual P %.3f R %.3f F1 %.3f (gold %d)%n",
                name,
                pearson,
                error,
                constant,
                p,
                r,
                f,
                wanted);
        ObjectNode node = MAPPER.createObjectNode();
        node.put("pearson_r", Labels.rounded(pearson));
        node.put("mae", Labels.rounded(error));
        node.put("mae_of_best_constant", Labels.rounded(constant));
        ObjectNode negative = node.putObject("non_factual");
        negative.put("p", Labels.rounded(p));
        negative.put("r", Labels.rounded(r));
        negative.put("f1", Labels.rounded(f));
        return node;
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    /** One given word: gold, the engine's score, and the score and status of its class. */
    private record Judged(double gold, double score, double classScore, Status status) {}
}
