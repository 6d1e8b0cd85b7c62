package org.sayso.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.outlet.Outlets;

/**
 * From page to article. HTML gives its main text, paragraphs parted by an empty line, and what it says of itself; plain text
 * stands unchanged to the character. What the caller says of publisher, day, title and address goes before what the page says.
 *
 * <p>Never throws on a page, whatever it holds: a page without an article is {@link Extracted.Missing}. Work is linear in the
 * length of the page; only the first {@value #LONGEST} characters of the mark-up are read, nesting is cut at {@value #DEEPEST}
 * levels (the text of deeper elements is kept). Thread-safe.
 */
public final class Extractor {
    /** Characters of mark-up that are read; what lies behind is left and {@code TRUNCATED} says so. */
    static final int LONGEST = 10_000_000;

    static final int DEEPEST = 400;
    /** A text this short does not outweigh what a page says in JSON. */
    private static final int THIN = 250;

    private static final int LAST_LINES = 6;

    private final Asides asides;
    private final Body body;
    private final DayFinder days;
    private final PublicationDay publicationDay;
    private final Bylines bylines;
    private final Outlets outlets;
    private final Languages languages;
    private final Agencies agencies;
    private final Datelines datelines;
    private final Problems problems;

    private Extractor(Optional<LocalDate> asOf) {
        this.asides = Asides.load();
        this.body = new Body(Boilerplate.load(), asides);
        this.days = DayFinder.load();
        this.publicationDay = new PublicationDay(days);
        this.bylines = Bylines.load();
        this.outlets = Outlets.load();
        this.languages = Languages.load();
        this.agencies = Agencies.load();
        this.datelines = new Datelines(agencies);
        this.problems = new Problems(asOf);
    }

    /** An extractor that knows no today: no date is in its future. */
    public static Extractor load() {
        return new Extractor(Optional.empty());
    }

    /**
     * An extractor that marks articles dated later.
     *
     * @param asOf the last day that is not in the future
     */
    public static Extractor load(LocalDate asOf) {
        return new Extractor(Optional.of(asOf));
    }

    public Extracted extract(Page page) {
        return switch (page.content()) {
            case Page.Html html -> ofHtml(page, html.markup());
            case Page.Plain plain -> ofText(page, plain.text());
        };
    }

    private Extracted ofText(Page page, String text) {
        if (text.isBlank()) {
            return new Extracted.Missing(Outcome.Reason.EMPTY, "the text is empty");
        }
        if (words(text) < 2) {
            return new Extracted.Missing(Outcome.Reason.NO_ARTICLE, "the text is one word: " + shortened(text));
        }
        Optional<Dateline> dateline = datelines.find(text);
        Article article = new Article(
                Article.idOf(text),
                page.docId(),
                page.url(),
                page.publisher(),
                page.title(),
                List.of(),
                page.published(),
                Optional.empty(),
                dateline,
                wire(dateline, List.of(text.split("\n")), List.of(), page.publisher()),
                List.of(),
                languages.of(text, Optional.empty()),
                text);
        return new Extracted.Found(article, problems.of(article));
    }

    private Extracted ofHtml(Page page, String markup) {
        if (markup.isBlank()) {
            return new Extracted.Missing(Outcome.Reason.EMPTY, "the page is empty");
        }
        boolean truncated = markup.length() > LONGEST;
        Document document = Parser.htmlParser()
                .setMaxDepth(DEEPEST)
                .parseInput(
                        truncated ? markup.substring(0, LONGEST) : markup,
                        page.url().orElse(""));
        StructuredData data = StructuredData.of(document);
        Metadata meta = Metadata.of(document, data, page.url(), bylines, outlets);
        String title = page.title().orElse(meta.title());
        List<String> found = paragraphs(document, data, meta.title());
        List<String> paragraphs = withoutClosing(found);
        String text = String.join("\n\n", paragraphs);
        if (words(text) < 2) {
            return new Extracted.Missing(
                    Outcome.Reason.NO_ARTICLE,
                    "no article on the page, title: " + (title.isEmpty() ? "none" : shortened(title)));
        }
        Optional<Dateline> dateline = datelines.find(text);
        Optional<DayFinder.Found> day =
                publicationDay.find(document, data, page.url().or(meta::url), title);
        Optional<String> publisher = page.publisher().or(meta::publisher);
        Article article = new Article(
                Article.idOf(text),
                page.docId(),
                page.url().or(meta::url),
                publisher,
                Optional.of(title).filter(t -> !t.isEmpty()),
                meta.byline().names(),
                page.published().or(() -> day.map(DayFinder.Found::day)),
                page.published().isPresent() ? Optional.empty() : day.flatMap(DayFinder.Found::at),
                dateline,
                wire(dateline, found, meta.byline().written(), publisher),
                meta.section(),
                languages.of(text, meta.declared()),
                text);
        return new Extracted.Found(article, problems.of(article, document, data, truncated));
    }

    /** The mark-up's text; where it is thin, what the page says in JSON. */
    private List<String> paragraphs(Document document, StructuredData data, String title) {
        List<String> seen = body.find(document, title).stream().map(Block::text).toList();
        int length = seen.stream().mapToInt(String::length).sum();
        if (length >= THIN) {
            return seen;
        }
        List<String> witness = data.body()
                .map(text -> List.of(text.strip().split("\\s*\n\\s*")))
                .orElseGet(() -> EmbeddedText.in(document));
        int other = witness.stream().mapToInt(String::length).sum();
        return other > THIN && other > 2 * length ? witness : seen;
    }

    /** Without what follows on the article's end, and without the closing lines that say whose work it is. */
    private List<String> withoutClosing(List<String> all) {
        List<String> paragraphs = all.subList(0, asides.end(all));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean last = i >= Math.max(1, paragraphs.size() - LAST_LINES);
            boolean credit = last
                    && agencies.credit(paragraphs.get(i))
                            .filter(Agencies.Signed::drop)
                            .isPresent();
            if (!credit && !asides.closes(paragraphs, i)) {
                kept.add(paragraphs.get(i));
            }
        }
        return kept;
    }

    /** The agencies whose copy the report is, without the publisher itself. */
    private List<String> wire(
            Optional<Dateline> dateline, List<String> lines, List<String> bylines, Optional<String> publisher) {
        Set<String> wire = new LinkedHashSet<>();
        dateline.flatMap(Dateline::agency)
                .flatMap(agencies::named)
                .filter(Agencies.Agency::sellsCopy)
                .ifPresent(agency -> wire.add(agency.name()));
        bylines.forEach(line -> wire.addAll(agencies.namedIn(line)));
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        for (String line : last) {
            agencies.credit(line).ifPresent(signed -> wire.addAll(signed.wire()));
        }
        last.stream()
                .filter(line -> agencies.credit(line).isEmpty())
                .reduce((first, second) -> second)
                .ifPresent(line -> wire.addAll(agencies.signature(line)));
        if (wire.size() > 1) {
            wire.remove(Agencies.UNNAMED);
        }
        publisher.ifPresent(name -> wire.removeIf(one -> agencies.same(one, name)));
        return List.copyOf(wire);
    }

    private static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+", 3).length;
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= 60 ? stripped : stripped.substring(0, 60) + "…";
    }
}
