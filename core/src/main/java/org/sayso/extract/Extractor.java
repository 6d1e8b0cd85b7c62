package org.sayso.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Extraction;
import org.sayso.model.Extraction.Partial;
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
    /** A longer text holds more than one word. */
    private static final int SHORT = 400;

    private static final DayFinder.Habit ENGLISH = new DayFinder.Habit("en", true);

    private final Witnesses witnesses;
    private final Endings endings;
    private final Partiality partiality;
    private final PublicationDay publicationDay;
    private final LastChange lastChange;
    private final LivePosts livePosts;
    private final DayFinder days;
    private final Bylines bylines;
    private final Outlets outlets;
    private final Languages languages;
    private final Datelines datelines;
    private final Wires wires;
    private final Problems problems;

    private Extractor(Optional<LocalDate> asOf) {
        Asides asides = Asides.load();
        Boilerplate boilerplate = Boilerplate.load();
        Agencies agencies = Agencies.load();
        this.witnesses = new Witnesses(boilerplate, new Body(boilerplate, asides));
        this.endings = new Endings(asides, agencies);
        this.partiality = Partiality.load();
        this.days = DayFinder.load();
        this.lastChange = new LastChange(days);
        this.livePosts = new LivePosts(days);
        this.publicationDay = new PublicationDay(days, lastChange);
        this.bylines = Bylines.load();
        this.outlets = Outlets.load();
        this.languages = Languages.load();
        this.datelines = new Datelines(agencies);
        this.wires = new Wires(agencies);
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
                page.published().or(() -> dateline.flatMap(this::written)).or(() -> days.onItsOwnLine(text, ENGLISH)),
                Optional.empty(),
                dateline,
                wires.of(dateline, List.of(text.split("\n")), List.of(), page.publisher()),
                List.of(),
                languages.of(text, Optional.empty()),
                text);
        return new Extracted.Found(article, problems.of(article));
    }

    private Extracted ofHtml(Page page, String source) {
        if (source.isBlank()) {
            return new Extracted.Missing(Outcome.Reason.EMPTY, "the page is empty");
        }
        boolean truncated = source.length() > LONGEST;
        Markup markup = Markup.parse(read(source), page.url().orElse(""), false);
        StructuredData data = StructuredData.of(markup);
        Metadata meta = Metadata.of(markup, data, page.url(), bylines, outlets);
        String title = page.title().orElse(meta.title());
        Witnesses.Choice choice = witnesses.choose(markup, data, meta.title());
        Candidate account = endings.cut(choice.text());
        String text = account.text();
        if (words(text) < 2) {
            return new Extracted.Missing(
                    Outcome.Reason.NO_ARTICLE,
                    "no article on the page, title: " + (title.isEmpty() ? "none" : shortened(title)));
        }
        Optional<Dateline> dateline = datelines.find(text);
        Optional<String> address = page.url().or(meta::url);
        DayFinder.Habit habit = PublicationDay.habit(markup, address);
        Optional<DayFinder.Found> day = publicationDay.find(markup, data, choice.blocks(), address, title, habit);
        Optional<DayFinder.Found> change = lastChange.find(markup, data, choice.blocks(), habit);
        Optional<String> publisher = page.publisher().or(meta::publisher);
        List<String> lines = choice.text().paragraphs();
        Article article = new Article(
                Article.idOf(text),
                page.docId(),
                page.url().or(meta::url),
                meta.url(),
                publisher,
                Optional.of(title).filter(t -> !t.isEmpty()),
                meta.byline().names(),
                page.published().or(() -> day.map(DayFinder.Found::day)).or(() -> dateline.flatMap(this::written)),
                page.published().isPresent() ? Optional.empty() : day.flatMap(DayFinder.Found::at),
                change.map(DayFinder.Found::day),
                change.flatMap(DayFinder.Found::at),
                dateline,
                wires.of(dateline, lines, meta.byline().written(), publisher),
                meta.section(),
                meta.tags(),
                languages.of(text, meta.declared()),
                text,
                livePosts.in(account, markup, data, habit),
                Optional.of(
                        extraction(markup, choice, account, partiality.of(account, markup, data, choice.blocks()))));
        return new Extracted.Found(article, problems.of(article, truncated));
    }

    /** The day that a dateline tells in full, with its year: that of the report where nothing else tells it. */
    private Optional<LocalDate> written(Dateline dateline) {
        return dateline.date().flatMap(d -> days.first(d, ENGLISH)).map(DayFinder.Found::day);
    }

    private static String read(String source) {
        return source.length() > LONGEST ? source.substring(0, LONGEST) : source;
    }

    private static Extraction extraction(
            Markup page, Witnesses.Choice choice, Candidate account, Optional<Partial> partial) {
        List<Block> kept = account.kept();
        Paths paths = new Paths(page.outline());
        int around = paths.around(kept);
        return new Extraction(
                account.by(),
                choice.confidence(),
                choice.agreements(),
                partial,
                paths.of(around),
                paths.origins(kept, around));
    }

    /**
     * What became of each block of a page, in reading order; nothing for plain text or where there is no page.
     *
     * <p>Blocks that no account of the chosen witness holds are given as the page has them.
     */
    public List<Judgement> explain(Page page) {
        if (!(page.content() instanceof Page.Html html) || html.markup().isBlank()) {
            return List.of();
        }
        Markup markup = Markup.parse(read(html.markup()), page.url().orElse(""), true);
        StructuredData data = StructuredData.of(markup);
        Metadata meta = Metadata.of(markup, data, page.url(), bylines, outlets);
        return Explanation.of(
                markup, endings.cut(witnesses.choose(markup, data, meta.title()).text()));
    }

    private static int words(String text) {
        String stripped = text.strip();
        String start = stripped.substring(0, Math.min(stripped.length(), SHORT));
        return stripped.isEmpty() ? 0 : start.split("\\s+", 3).length;
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= 60 ? stripped : stripped.substring(0, 60) + "…";
    }
}
