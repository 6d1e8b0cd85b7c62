package org.sayso.bench.corenlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.sayso.analysis.LanguageEngine;
import org.sayso.eval.Gold;
import org.sayso.eval.NamesEvaluation;
import org.sayso.eval.NamesGold;
import org.sayso.model.Page;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/**
 * Speed and names of both; time expressions beside HeidelTime too ({@link Times}). The two read article by article in turn, on one thread, and what each used of the processor is
 * counted for that thread alone: other work on the machine, the compiler and the collector are left out for both.
 */
final class Beside {
    private static final int WARM_UP = 6;

    private Beside() {}

    /** @param args the folder of gold sets, how many articles, and what to measure: some of speed, names and time */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Path gold = Path.of(args[0]);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        List<String> parts = List.of(args[2].split(","));
        if (parts.contains("speed")) {
            speed(pages(gold.resolve("attribution/polnear_dev.jsonl")), Integer.parseInt(args[1]), out, figures);
        }
        if (parts.contains("names")) {
            names(gold.resolve("names"), out, figures.putObject("names"));
        }
        if (parts.contains("time")) {
            Times.measure(gold.resolve("time"), out, figures.putObject("time"));
        }
        out.println(figures);
    }

    private static List<Page> pages(Path file) throws IOException {
        Map<String, Page> pages = new LinkedHashMap<>();
        for (JsonNode line : Gold.lines(file)) {
            pages.putIfAbsent(
                    line.path("doc").asText(),
                    new Page(
                            line.path("doc").asText(),
                            Optional.empty(),
                            Optional.of(line.path("publisher").asText()),
                            Optional.of(LocalDate.parse(line.path("date").asText())),
                            Optional.of(line.path("title").asText()),
                            new Page.Plain(line.path("text").asText())));
        }
        return List.copyOf(pages.values());
    }

    /** One of the two, and the processor time of this thread that it has used. */
    private static final class Reader {
        private final String name;
        private final Consumer<Page> read;
        private long nanos;

        Reader(String name, Consumer<Page> read) {
            this.name = name;
            this.read = read;
        }

        void read(Page page) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            read.accept(page);
            nanos += threads.getCurrentThreadCpuTime() - before;
        }
    }

    private static void speed(List<Page> pages, int count, PrintWriter out, ObjectNode figures) {
        Pipeline pipeline = new Pipeline(Stages.standard());
        long start = System.nanoTime();
        StanfordCoreNLP coreNlp = CoreNlp.tokensToDependencies();
        figures.put("corenlp_load_seconds", (System.nanoTime() - start) / 1e9);
        List<Reader> readers = List.of(
                new Reader("sayso_full_reading", pipeline::read),
                new Reader("corenlp_tokens_to_dependencies", p -> CoreNlp.sentences(coreNlp, text(p))));
        // Articles to warm up with come from the end of the file: a few, as in a short job, then all the others, as in a long one.
        List<Page> read = pages.subList(0, Math.min(count, pages.size() - WARM_UP));
        List<Page> others = pages.subList(read.size(), pages.size());
        figures.put("articles", read.size());
        figures.put("characters", read.stream().mapToInt(p -> text(p).length()).sum());
        List<Page> few = others.subList(others.size() - WARM_UP, others.size());
        inTurn(readers, few);
        compare("after " + few.size() + " articles", readers, read, out, figures.putObject("after_few"));
        inTurn(readers, others);
        compare("after " + (few.size() + read.size() + others.size()), readers, read, out, figures.putObject("warm"));
    }

    private static void inTurn(List<Reader> readers, List<Page> pages) {
        pages.forEach(page -> readers.forEach(r -> r.read(page)));
    }

    private static void compare(
            String when, List<Reader> readers, List<Page> pages, PrintWriter out, ObjectNode figures) {
        readers.forEach(r -> r.nanos = 0);
        inTurn(readers, pages);
        for (Reader reader : readers) {
            double perSecond = pages.size() / (reader.nanos / 1e9);
            figures.put(reader.name + "_per_processor_second", Math.round(perSecond * 1000) / 1000.0);
            out.printf(Locale.ROOT, "%-20s %-30s %6.2f articles a processor second%n", when, reader.name, perSecond);
        }
        double ratio = (double) readers.get(1).nanos / readers.get(0).nanos;
        figures.put("ratio", Math.round(ratio * 1000) / 1000.0);
        out.printf(Locale.ROOT, "%-20s %-30s %6.2f%n", when, "ratio", ratio);
    }

    private static String text(Page page) {
        return switch (page.content()) {
            case Page.Plain plain -> plain.text();
            case Page.Html html -> html.markup();
        };
    }

    private static void names(Path gold, PrintWriter out, ObjectNode figures)
            throws IOException, ClassNotFoundException {
        LanguageEngine engine = LanguageEngine.load();
        Map<String, CoreNlp.Namer> namers = new LinkedHashMap<>();
        namers.put("corenlp_all_3class", CoreNlp.oneModel(CoreNlp.ALL_3));
        namers.put("corenlp_conll_4class", CoreNlp.oneModel(CoreNlp.CONLL_4));
        namers.put("corenlp_three_models", CoreNlp.threeModels());
        for (Path file : NamesGold.files(gold)) {
            List<NamesGold.Document> documents = NamesGold.read(file);
            ObjectNode node =
                    figures.putObject(Objects.requireNonNull(file.getFileName()).toString());
            out.println(file.getFileName() + ", sayso");
            NamesEvaluation.measure(
                    documents, d -> engine.analyze(d.text(), d.sentences()).names(), out, node.putObject("sayso"));
            namers.forEach((name, namer) -> {
                out.println(file.getFileName() + ", " + name);
                NamesEvaluation.measure(documents, d -> CoreNlp.names(namer, d), out, node.putObject(name));
            });
        }
    }
}
