package org.sayso.bench.readability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.sayso.eval.ExtractionEvaluation;
import org.sayso.eval.Gold;
import org.sayso.eval.Shingles;
import org.sayso.extract.Extracted;
import org.sayso.extract.Extractor;
import org.sayso.model.Page;

/**
 * Article text, titles and speed of both. Text and speed: the visible pages of the article-extraction-benchmark; the two read page by
 * page in turn, on one thread, and what each used of the processor is counted for that thread alone; the first half of the rounds warms up.
 * Titles and authors: the pages of bench/metadata.
 */
final class Beside {
    private Beside() {}

    /** @param args the folder of gold sets, and how many rounds over all pages */
    public static void main(String[] args) throws IOException {
        Path gold = Path.of(args[0]);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        Path file = gold.resolve("extraction/aeb/gold.jsonl");
        Map<String, String> wanted = new TreeMap<>();
        List<Page> pages = new ArrayList<>();
        for (JsonNode row : Gold.lines(file)) {
            Page page = ExtractionEvaluation.page(file, row);
            pages.add(page);
            wanted.put(page.docId(), row.path("articleBody").asText());
        }
        Extractor extractor = Extractor.load();
        text("sayso", pages, wanted, page -> sayso(extractor, page), out, figures);
        text("readability4j", pages, wanted, Beside::readability, out, figures);
        speed(pages, Integer.parseInt(args[1]), extractor, out, figures);
        metadata(Path.of("../metadata/gold.jsonl"), extractor, out, figures);
        out.println(figures);
    }

    private interface Reader {
        String read(Page page);
    }

    private static String sayso(Extractor extractor, Page page) {
        return switch (extractor.extract(page)) {
            case Extracted.Found found -> found.article().text();
            case Extracted.Missing missing -> "";
        };
    }

    private static String readability(Page page) {
        String text = article(page).getTextContent();
        return text == null ? "" : text;
    }

    private static Article article(Page page) {
        String url = page.url().orElse("https://example.org/");
        return new Readability4J(url, ((Page.Html) page.content()).markup()).parse();
    }

    private static void text(
            String name,
            List<Page> pages,
            Map<String, String> wanted,
            Reader reader,
            PrintWriter out,
            ObjectNode figures) {
        List<Shingles.Agreement> agreements = new ArrayList<>();
        for (Page page : pages) {
            agreements.add(Shingles.compare(wanted.getOrDefault(page.docId(), ""), reader.read(page)));
        }
        Shingles.Scores scores = Shingles.Scores.of(agreements);
        out.printf(
                Locale.ROOT,
                "%-14s F1 %.4f  P %.4f  R %.4f  accuracy %.4f  (%d pages)%n",
                name,
                scores.f1(),
                scores.precision(),
                scores.recall(),
                scores.accuracy(),
                pages.size());
        figures.put(name + "_f1", rounded(scores.f1())).put(name + "_accuracy", rounded(scores.accuracy()));
    }

    private static void speed(List<Page> pages, int rounds, Extractor extractor, PrintWriter out, ObjectNode figures) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<String> names = List.of("sayso", "readability4j", "jsoup_parse_alone");
        List<Reader> readers = List.of(page -> sayso(extractor, page), page -> String.valueOf(article(page).getTitle()), page -> Jsoup.parse(
                        ((Page.Html) page.content()).markup())
                .title());
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < rounds; round++) {
            long[] nanos = new long[best.length];
            for (Page page : pages) {
                for (int i = 0; i < best.length; i++) {
                    long before = threads.getCurrentThreadCpuTime();
                    readers.get(i).read(page);
                    nanos[i] += threads.getCurrentThreadCpuTime() - before;
                }
            }
            for (int i = 0; i < best.length && round >= rounds / 2; i++) {
                best[i] = Math.min(best[i], nanos[i]);
            }
        }
        for (int i = 0; i < best.length; i++) {
            double perSecond = pages.size() / (best[i] / 1e9);
            figures.put(names.get(i) + "_pages_per_processor_second", Math.round(perSecond));
            out.printf(Locale.ROOT, "%-18s %6.0f pages a processor second, best round%n", names.get(i), perSecond);
        }
    }

    private static void metadata(Path file, Extractor extractor, PrintWriter out, ObjectNode figures) throws IOException {
        int pages = 0;
        int[] titles = new int[2];
        int[] authors = new int[2];
        for (JsonNode row : Gold.lines(file)) {
            Page page = new Page(
                    row.path("id").asText(),
                    Optional.of(row.path("url").asText()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Page.Html(Files.readString(file.resolveSibling(row.path("html").asText()))));
            String title = row.path("title").asText();
            List<String> by = new ArrayList<>();
            row.path("authors").forEach(a -> by.add(a.asText()));
            pages++;
            if (extractor.extract(page) instanceof Extracted.Found found) {
                titles[0] += found.article().title().orElse("").equals(title) ? 1 : 0;
                authors[0] += found.article().authors().equals(by) ? 1 : 0;
            }
            Article other = article(page);
            titles[1] += title.equals(other.getTitle()) ? 1 : 0;
            String line = other.getByline() == null ? "" : other.getByline();
            // Its byline is a line, not names: it is right where it holds them all.
            authors[1] += by.isEmpty() == line.isBlank() && by.stream().allMatch(line::contains) ? 1 : 0;
        }
        String format = "%-14s titles %d, authors %d of %d pages of our own%n";
        out.printf(Locale.ROOT, format, "sayso", titles[0], authors[0], pages);
        out.printf(Locale.ROOT, format, "readability4j", titles[1], authors[1], pages);
        figures.put("pages", pages).put("sayso_titles", titles[0]).put("sayso_authors", authors[0]);
        figures.put("readability4j_titles", titles[1]).put("readability4j_authors", authors[1]);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
