package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sayso.eval.TimeGold.Document;
import org.sayso.eval.TimeGold.Expression;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Timex;
import org.sayso.pipeline.Stages;
import org.sayso.time.TimeFinder;

/**
 * Time expressions against TIMEX3 gold, scored by {@link TimeScore}.
 *
 * <p>MEANTIME is annotated in the title, the date line and the first four or five sentences of each article: no expression of
 * its 488 stands after the sixth line. What is found after that line is left out. Its date lines, which the collection gives,
 * are left out too (as with {@code --no-dct-line}).
 */
public final class TimeEvaluation implements Evaluation {
    @Override
    public String task() {
        return "time";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        ObjectNode result = new ObjectMapper().createObjectNode().put("task", task());
        ArrayNode predictions = new ObjectMapper().createArrayNode();
        out.println(TimeScore.heading());
        for (Path file : TimeGold.files(gold)) {
            TimeScore score = corpus(file, stages, predictions);
            out.println(score.line(TimeGold.name(file)));
            result.set(TimeGold.name(file), score.figures());
        }
        String path = System.getProperty("sayso.predictions");
        if (path != null) {
            List<String> lines = new ArrayList<>();
            predictions.forEach(p -> lines.add(p.toString()));
            Files.write(Path.of(path), lines);
        }
        return result;
    }

    private static TimeScore corpus(Path file, Stages stages, ArrayNode predictions) throws IOException {
        TimeScore score = new TimeScore();
        TimeFinder finder = stages.timeFinder();
        for (Document document : TimeGold.read(file)) {
            AnalyzedText analyzed = stages.analyzer().analyze(document.text());
            long before = System.nanoTime();
            List<Timex> found = finder.find(analyzed, document.published());
            score.add(document, expressions(found), System.nanoTime() - before);
            found.stream()
                    .filter(t -> t.span().start() < document.annotated())
                    .forEach(t -> predict(predictions, document, t));
        }
        return score;
    }

    /** What {@link TimeScore} looks at. */
    public static List<Expression> expressions(List<Timex> found) {
        return found.stream()
                .map(t -> new Expression(t.span(), t.value().orElse("")))
                .toList();
    }

    private static void predict(ArrayNode predictions, Document document, Timex timex) {
        int[] at = Gold.codePoints(document.text(), timex.span());
        predictions
                .addObject()
                .put("doc", document.id())
                .put("start", at[0])
                .put("end", at[1])
                .put("type", timex.type().name())
                .put("value", timex.value().orElse(""));
    }
}
