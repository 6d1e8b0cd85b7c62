package org.sayso.watch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.sayso.extract.Extracted;
import org.sayso.ingest.Answer;
import org.sayso.ingest.Incoming;
import org.sayso.ingest.Limits;
import org.sayso.ingest.Web;
import org.sayso.model.Article;
import org.sayso.model.Outcome;
import org.sayso.model.Outcome.Reason;
import org.sayso.model.Page;
import org.sayso.pipeline.Pipeline;
import org.sayso.store.RecordStore;
import org.sayso.store.WatchedPage;
import org.sayso.store.Watchlist;

/** Asks a page and puts its article into the record, unless it is there. Thread-safe. */
final class PageReader {
    private static final String ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1";
    /** What may be otherwise the next time. */
    private static final Set<Reason> PASSING =
            Set.of(Reason.UNREACHABLE, Reason.UNREADABLE, Reason.EMPTY, Reason.NO_ARTICLE);

    private static final String GONE = "HTTP 410";
    /** Of two texts that share less than this of their words, neither is a version of the other. */
    private static final double SAME = 0.5;

    private static final Pattern CANONICAL = Pattern.compile(
            "<link\\b[^>]{0,500}\\brel\\s*=\\s*[\"']?canonical\\b[^>]{0,2000}>", Pattern.CASE_INSENSITIVE);

    private final RecordStore record;
    private final Watchlist list;
    private final Web web;
    private final Limits limits;
    private final Hosts hosts;
    private final Supplier<Pipeline> pipeline;
    private final Pace pace;
    private final Timing timing;
    private final Consumer<Told> listener;
    private final Readers readers;

    PageReader(
            RecordStore record,
            Web web,
            Limits limits,
            Hosts hosts,
            Supplier<Pipeline> pipeline,
            Pace pace,
            Timing timing,
            Consumer<Told> listener,
            Readers readers) {
        this.record = record;
        this.list = record.watchlist();
        this.web = web;
        this.limits = limits;
        this.hosts = hosts;
        this.pipeline = pipeline;
        this.pace = pace;
        this.timing = timing;
        this.listener = listener;
        this.readers = readers;
    }

    void read(WatchedPage page) throws IOException, InterruptedException {
        Answer answer = web.get(page.address(), FeedPoll.headers(ACCEPT, page.etag(), page.lastModified()), hosts);
        switch (answer) {
            case Answer.Later later -> list.keep(page.due(Optional.of(later.until())), List.of());
            case Answer.None none -> failed(page, none.reason(), none.message(), Optional.empty());
            case Answer.Arrived arrived -> {
                if (arrived.status() == 304 && page.docId().isPresent()) {
                    same(page, page.docId().get(), arrived, List.of());
                } else {
                    readers.run(() -> arrived(page, arrived));
                }
            }
        }
    }

    private void arrived(WatchedPage page, Answer.Arrived answer) throws IOException {
        String docId = page.docId().orElse(page.address());
        switch (answer.page(docId, limits)) {
            case Incoming.Missed missed -> {
                Optional<Duration> retry =
                        Freshness.of(answer::header, timing.now()).retryAfter();
                failed(page, missed.why().reason(), missed.why().message(), retry);
                if (retry.isPresent()) {
                    hosts.hold(answer.at(), timing.now().plus(pace.afterFailure(1, retry)));
                }
            }
            case Incoming.Arrived arrived -> {
                switch (extract(page, arrived.page())) {
                    case Extracted.Missing missing ->
                        failed(page, missing.reason(), missing.message(), Optional.empty());
                    case Extracted.Found found -> found(page, answer, arrived.page(), found);
                }
            }
        }
    }

    /** The article; one that does not tell its day has that of the feed. */
    private Extracted extract(WatchedPage page, Page content) {
        Extracted extracted = pipeline.get().extract(content);
        boolean undated = extracted instanceof Extracted.Found found
                && found.article().published().isEmpty()
                && page.published().isPresent();
        return undated
                ? pipeline.get()
                        .extract(new Page(
                                content.docId(),
                                content.url(),
                                content.publisher(),
                                page.published(),
                                content.title(),
                                content.content()))
                : extracted;
    }

    private void found(WatchedPage page, Answer.Arrived answer, Page content, Extracted.Found found)
            throws IOException {
        Article article = found.article();
        Optional<String> wall = wall(page, answer, article);
        if (wall.isPresent()) {
            failed(page, Reason.NO_ARTICLE, wall.get(), Optional.empty());
            return;
        }
        List<PageAddress> others = others(page, answer, content);
        Optional<String> same = page.docId().isPresent() ? Optional.empty() : known(others, article);
        if (same.isPresent() && !same.get().equals(article.docId())) {
            // The same article under another address: what is here is that document's newest version.
            Page named = new Page(
                    same.get(),
                    content.url(),
                    content.publisher(),
                    article.published(),
                    content.title(),
                    content.content());
            switch (pipeline.get().extract(named)) {
                case Extracted.Missing missing -> failed(page, missing.reason(), missing.message(), Optional.empty());
                case Extracted.Found renamed -> store(page, answer, renamed, others);
            }
        } else {
            store(page, answer, found, others);
        }
    }

    /** What the page is that it is not the article. */
    private static Optional<String> wall(WatchedPage page, Answer.Arrived answer, Article article) {
        String where = answer.hops().isEmpty() ? "" : " at " + answer.at();
        if (!answer.hops().isEmpty() && answer.at().getPath().length() <= 1) {
            return Optional.of("it leads to the front page" + where);
        }
        return Announced.by(page.title(), article)
                ? Optional.empty()
                : Optional.of("the page" + where + " does not say what its headline does, “"
                        + page.title().orElse("") + "”: perhaps a wall or an error page");
    }

    private void store(WatchedPage page, Answer.Arrived answer, Extracted.Found found, List<PageAddress> others)
            throws IOException {
        Article article = found.article();
        Optional<String> known = record.current(article);
        if (known.isPresent()) {
            same(page, known.get(), answer, others);
            return;
        }
        switch (pipeline.get().read(found)) {
            case Outcome.LeftOut left -> failed(page, left.reason(), left.message(), Optional.empty());
            case Outcome.Read read -> {
                Told.Kept kept = new Told.Kept(page.address(), record.add(read.reading()), read.reading());
                keep(page, kept.added().docId(), answer, others);
                listener.accept(kept);
            }
        }
    }

    private void same(WatchedPage page, String docId, Answer.Arrived answer, List<PageAddress> others)
            throws IOException {
        keep(page, docId, answer, others);
        listener.accept(new Told.Known(page.address(), docId));
    }

    private void keep(WatchedPage page, String docId, Answer.Arrived answer, List<PageAddress> others)
            throws IOException {
        Instant now = timing.now();
        Optional<Instant> again =
                pace.untilRevisit(Duration.between(page.firstSeen(), now)).map(now::plus);
        WatchedPage kept = page.kept(
                docId,
                answer.header("etag").or(page::etag),
                answer.header("last-modified").or(page::lastModified),
                again);
        list.keep(
                kept, others.stream().map(o -> kept.alias(o.key(), o.address())).toList());
    }

    /** Where the page was found at last, and where it says itself that it belongs, if that is on the same host. */
    private static List<PageAddress> others(WatchedPage page, Answer.Arrived answer, Page content) {
        List<PageAddress> others = new ArrayList<>();
        PageAddress.of(answer.at().toString()).ifPresent(others::add);
        canonical(content, answer.at()).flatMap(PageAddress::of).ifPresent(others::add);
        others.removeIf(o -> o.key().equals(page.key()));
        return List.copyOf(others);
    }

    private static Optional<String> canonical(Page content, URI at) {
        if (!(content.content() instanceof Page.Html html)) {
            return Optional.empty();
        }
        Matcher m = CANONICAL.matcher(html.markup());
        if (!m.find()) {
            return Optional.empty();
        }
        Element link = Jsoup.parse(m.group(), at.toString()).selectFirst("link");
        String href = link == null ? "" : link.absUrl("href");
        try {
            URI uri = new URI(href);
            // Quirk: whole sites name their front page as the canonical address of every article.
            boolean article = at.getHost().equalsIgnoreCase(uri.getHost())
                    && uri.getPath().length() > 1;
            return article ? Optional.of(href) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The document that the record holds of an article under another address; one with quite another text is not it. */
    private Optional<String> known(List<PageAddress> others, Article article) throws IOException {
        for (PageAddress other : others) {
            Optional<String> docId = list.page(other.key()).flatMap(WatchedPage::docId);
            docId = docId.isPresent() ? docId : list.documentAt(other.address());
            if (docId.isPresent()
                    && record.reading(docId.get())
                            .filter(r ->
                                    Announced.shared(article.text(), r.article().text()) >= SAME)
                            .isPresent()) {
                return docId;
            }
        }
        return Optional.empty();
    }

    /**
     * A page that could not be had. If what is wrong may pass it is asked again, with back-off; an article that the record holds
     * already stays as it was.
     */
    void failed(WatchedPage page, Reason reason, String message, Optional<Duration> retryAfter) throws IOException {
        Instant now = timing.now();
        int failures = page.tries() + 1;
        boolean passing = PASSING.contains(reason) && failures < pace.tries() && !message.equals(GONE);
        Optional<Instant> again =
                passing ? Optional.of(now.plus(pace.afterFailure(failures, retryAfter))) : Optional.empty();
        if (page.docId().isPresent() && reason != Reason.BUG) {
            Duration age = Duration.between(page.firstSeen(), now);
            list.keep(page.failed(again.or(() -> pace.untilRevisit(age).map(now::plus))), List.of());
            return;
        }
        Outcome.LeftOut outcome = new Outcome.LeftOut(page.address(), reason, message);
        record.leaveOut(outcome);
        list.keep(page.failed(again), List.of());
        listener.accept(new Told.LeftOut(outcome, again));
    }
}
