package org.sayso.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sayso.event.EventMention;
import org.sayso.extract.Extracted;
import org.sayso.ingest.Arrivals;
import org.sayso.ingest.Format;
import org.sayso.ingest.Given;
import org.sayso.ingest.Incoming;
import org.sayso.ingest.Intake;
import org.sayso.ingest.Limits;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/** The project's own reports, each with what every stage before the measured one made of it. Read only, once set up. */
@State(Scope.Benchmark)
public class Documents {
    /** So many documents are read by each call of a benchmark. */
    public static final int COUNT = 24;

    private static final List<String> FILES = List.of("trump-putin-call.jsonl", "reports.jsonl");

    /** One document on its way. */
    record Document(
            Page page,
            Page html,
            Article article,
            AnalyzedText text,
            List<Attribution> attributions,
            List<EventMention> events,
            List<Span> somebody,
            Reading reading) {}

    private final List<Document> all = new ArrayList<>();

    List<Document> all() {
        return all;
    }

    /** @throws IllegalStateException where one cannot be read: nothing would be measured */
    @Setup
    public void load() throws IOException {
        Stages stages = Stages.standard();
        Pipeline pipeline = new Pipeline(stages);
        for (Page page : pages()) {
            if (stages.extractor().extract(page) instanceof Extracted.Found found
                    && pipeline.read(page) instanceof Outcome.Read read) {
                Article article = found.article();
                AnalyzedText text = stages.analyzer().analyze(article.text());
                List<Attribution> attributions = stages.attributor().attribute(text);
                List<EventMention> events = stages.eventFinder().find(text, attributions);
                List<Span> somebody = somebody(attributions, events);
                all.add(new Document(page, html(page), article, text, attributions, events, somebody, read.reading()));
            } else {
                throw new IllegalStateException("cannot be read: " + page.docId());
            }
        }
    }

    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Documents.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException("org/sayso/bench/" + file + " is not on the class path");
                }
                Intake intake = new Intake(Format.JSONL, Given.NOTHING, Limits.STANDARD, in);
                try (Arrivals arrivals = intake.open(List.of(Intake.STANDARD_INPUT))) {
                    while (arrivals.hasNext() && pages.size() < COUNT) {
                        if (arrivals.next() instanceof Incoming.Arrived arrived) {
                            pages.add(arrived.page());
                        }
                    }
                }
            }
        }
        if (pages.size() != COUNT) {
            throw new IllegalStateException(pages.size() + " documents instead of " + COUNT);
        }
        return pages;
    }

    /** The pages as sites have them. */
    static List<String> markup() throws IOException {
        return pages().stream()
                .map(Documents::html)
                .map(page -> page.content() instanceof Page.Html html ? html.markup() : "")
                .toList();
    }

    private static List<Span> somebody(List<Attribution> attributions, List<EventMention> events) {
        List<Span> spans = new ArrayList<>();
        attributions.forEach(a -> spans.addAll(a.source().spans()));
        for (EventMention event : events) {
            spans.addAll(event.actors());
            spans.addAll(event.recipients());
        }
        return spans;
    }

    /** The report as a page of a news site: a head, links around, its paragraphs, links below. */
    private static Page html(Page page) {
        String text = page.content() instanceof Page.Plain plain ? plain.text() : "";
        String paragraphs = text.lines()
                .filter(l -> !l.isBlank())
                .map(l -> "<p>" + l.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .collect(Collectors.joining("\n"));
        String links = "<li><a href=\"/section\">World</a></li>".repeat(30);
        String markup = "<!DOCTYPE html><html lang=\"en\"><head><title>A report</title>"
                + "<meta property=\"article:published_time\" content=\"2024-11-12\"></head><body><nav><ul>" + links
                + "</ul></nav><main><article><h1>A report</h1>" + paragraphs + "</article></main><footer><ul>" + links
                + "</ul></footer></body></html>";
        return new Page(
                page.docId(), page.url(), page.publisher(), Optional.empty(), Optional.empty(), new Page.Html(markup));
    }
}
