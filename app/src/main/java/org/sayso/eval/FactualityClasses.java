package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Factuality;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.pipeline.Stages;

/**
 * The class of events (happened, planned, denied …) in the eyes of their innermost voucher, against lines written for Sayso
 * ({@code training/factuality.txt}; the page beside it tells what the marks mean), for each part of the file.
 */
final class FactualityClasses {
    static final String FILE = "factuality.txt";
    private static final Pattern LINE = Pattern.compile("\\[(train|test)] (.+)");
    private static final Pattern MARK = Pattern.compile("\\{([^{}=]+)=([a-z]+)/([a-z]+|-)\\}");

    private final Stages stages;

    FactualityClasses(Stages stages) {
        this.stages = stages;
    }

    ObjectNode of(Path file, PrintWriter out) throws IOException {
        Map<String, Labels> parts = new TreeMap<>();
        List<String> predictions = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            Matcher whole = LINE.matcher(line);
            if (whole.matches()) {
                Labels labels = parts.computeIfAbsent(whole.group(1), k -> new Labels(FILE + ", " + k));
                read(whole.group(1), whole.group(2), labels, predictions);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException(file + ":" + number + ": not a marked line: " + line);
            }
        }
        EventTypeEvaluation.save(predictions);
        ObjectNode result = new ObjectMapper().createObjectNode();
        parts.forEach((part, labels) -> {
            labels.print(out);
            result.set(part, labels.figures(new ObjectMapper()));
        });
        return result;
    }

    private void read(String part, String line, Labels labels, List<String> predictions) {
        String plain = MARK.matcher(line).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
        AnalyzedText text = stages.analyzer().analyze(plain);
        List<Attribution> attributions = stages.attributor().attribute(text);
        Matcher mark = MARK.matcher(line);
        int shift = 0;
        while (mark.find()) {
            int start = mark.start() - shift;
            Span span = new Span(start, start + mark.group(1).length());
            shift += mark.end() - mark.start() - span.length();
            String gold = mark.group(3).equals("-") ? mark.group(2) : mark.group(3);
            Sentence sentence = text.sentenceAt(span.start()).orElseThrow();
            Token word = sentence.headOf(span).orElseThrow();
            Factuality read = stages.eventFinder().factuality().read(text, sentence, word, attributions);
            String given = read.status().name().toLowerCase(Locale.ROOT);
            labels.add(gold, given);
            predictions.add(String.join("\t", part, gold, given, mark.group(1), plain));
        }
    }
}
