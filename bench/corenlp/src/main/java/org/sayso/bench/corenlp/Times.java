package org.sayso.bench.corenlp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.stanford.nlp.pipeline.Annotation;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.uima.UIMAException;
import org.sayso.analysis.LanguageEngine;
import org.sayso.eval.TimeEvaluation;
import org.sayso.eval.TimeGold;
import org.sayso.eval.TimeGold.Document;
import org.sayso.eval.TimeGold.Expression;
import org.sayso.eval.TimeScore;
import org.sayso.model.AnalyzedText;
import org.sayso.time.TimeFinder;

/**
 * Time expressions of Sayso, SUTime and HeidelTime on the same texts, document by document in turn, scored alike. Only the
 * stage itself is timed: sentences, words, tags and trees, which all three take, are left out.
 */
final class Times {
    /** Documents of each corpus read once before, so that all three are compiled. */
    private static final int WARM_UP = 10;

    private static final String HISTORY = "wikiwars";

    private final LanguageEngine engine = LanguageEngine.load();
    private final TimeFinder finder = TimeFinder.load();
    private final SuTime suTime = new SuTime();
    private final HeidelTimes news;
    private final HeidelTimes narratives;

    private Times() throws IOException, UIMAException {
        news = new HeidelTimes("news");
        narratives = new HeidelTimes("narratives");
    }

    private interface Finding {
        List<Expression> found() throws UIMAException;
    }

    static void measure(Path gold, PrintWriter out, ObjectNode figures) throws IOException {
        try {
            Times times = new Times();
            out.println(TimeScore.heading());
            for (Path file : TimeGold.files(gold)) {
                List<Document> documents = TimeGold.read(file);
                String corpus = TimeGold.name(file);
                times.read(documents.subList(0, Math.min(WARM_UP, documents.size())), corpus);
                ObjectNode node = figures.putObject(corpus);
                times.read(documents, corpus).forEach((name, score) -> {
                    out.println(score.line(corpus + ", " + name));
                    node.set(name, score.figures());
                });
            }
        } catch (UIMAException e) {
            throw new IllegalStateException("HeidelTime failed under " + gold, e);
        }
    }

    private Map<String, TimeScore> read(List<Document> documents, String corpus) throws UIMAException {
        Map<String, TimeScore> scores = new LinkedHashMap<>();
        HeidelTimes heidelTime = corpus.equals(HISTORY) ? narratives : news;
        for (Document document : documents) {
            AnalyzedText analyzed = engine.analyze(document.text());
            Annotation tagged = suTime.tagged(document);
            heidelTime.lay(document, analyzed);
            time(scores, "sayso", document, () -> TimeEvaluation.expressions(
                    finder.find(analyzed, document.published())));
            time(scores, "sutime", document, () -> suTime.find(tagged));
            time(scores, "heideltime", document, heidelTime::find);
        }
        return scores;
    }

    private static void time(Map<String, TimeScore> scores, String name, Document document, Finding finding)
            throws UIMAException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Expression> found = finding.found();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        scores.computeIfAbsent(name, n -> new TimeScore()).add(document, found, took);
    }
}
