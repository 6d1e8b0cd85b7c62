package org.sayso.watch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sayso.feed.Entry;
import org.sayso.feed.Feed;
import org.sayso.feed.FeedParser;
import org.sayso.feed.Parsed;
import org.sayso.ingest.Answer;
import org.sayso.ingest.Web;
import org.sayso.store.WatchedFeed;
import org.sayso.store.WatchedPage;
import org.sayso.store.Watchlist;

/** Asks a feed and keeps what it lists. Thread-safe. */
final class FeedPoll {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    /** Characters of a feed that are read; ten times the longest seen. What lies behind is the oldest. */
    private static final int LONGEST = 4 << 20;

    private static final int GONE = 410;

    private final Watchlist list;
    private final Web web;
    private final Hosts hosts;
    private final Pace pace;
    private final Timing timing;
    private final Consumer<Told> listener;
    private final Readers readers;
    private final FeedParser parser = new FeedParser();

    FeedPoll(Watchlist list, Web web, Hosts hosts, Pace pace, Timing timing, Consumer<Told> listener, Readers readers) {
        this.list = list;
        this.web = web;
        this.hosts = hosts;
        this.pace = pace;
        this.timing = timing;
        this.listener = listener;
        this.readers = readers;
    }

    /** Headers of a conditional request; the ETag goes before the date, which counts whole seconds only. */
    static Map<String, String> headers(String accept, Optional<String> etag, Optional<String> lastModified) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accept);
        etag.ifPresentOrElse(
                tag -> headers.put("If-None-Match", tag),
                () -> lastModified.ifPresent(date -> headers.put("If-Modified-Since", date)));
        return headers;
    }

    void poll(WatchedFeed feed) throws IOException, InterruptedException {
        switch (web.get(feed.address(), headers(ACCEPT, feed.etag(), feed.lastModified()), hosts)) {
            case Answer.Later later -> list.keep(feed.postponed(later.until()));
            case Answer.None none -> failed(feed, none.message(), Optional.empty());
            case Answer.Arrived arrived -> arrived(feed, arrived);
        }
    }

    private void arrived(WatchedFeed feed, Answer.Arrived answer) throws IOException, InterruptedException {
        Instant now = timing.now();
        Freshness headers = Freshness.of(answer::header, now);
        switch (answer.status()) {
            case 200 ->
                readers.run(() -> {
                    String text = answer.text();
                    switch (parser.parse(text.substring(0, Math.min(text.length(), LONGEST)), answer.at())) {
                        case Feed listed -> listed(feed, answer, headers, listed);
                        case Parsed.Listing listing -> follow(feed, answer, headers, listing);
                        case Parsed.NoNews none -> noNews(feed, headers);
                        case Parsed.NoFeed none -> failed(feed, message(none, answer), headers.retryAfter());
                    }
                });
            case 304 -> {
                WatchedFeed moved = moved(feed, answer);
                Instant due = now.plus(pace.afterSuccess(headers.fresh(), feed.ttl()));
                list.keep(success(moved, moved.title(), feed.etag(), feed.lastModified(), feed.ttl(), due));
                listener.accept(new Told.Unchanged(feed.url()));
            }
            case GONE -> {
                if (answer.hops().stream().allMatch(Answer.Hop::permanent)) {
                    String why = "gone for good (HTTP 410)";
                    list.keep(feed.ended(why));
                    listener.accept(new Told.Ended(feed.url(), why));
                } else {
                    failed(feed, "HTTP 410 behind a redirect", headers.retryAfter());
                }
            }
            default -> {
                failed(feed, "HTTP " + answer.status(), headers.retryAfter());
                if (headers.retryAfter().isPresent()) {
                    hosts.hold(answer.at(), now.plus(pace.afterFailure(1, headers.retryAfter())));
                }
            }
        }
    }

    private static String message(Parsed.NoFeed none, Answer.Arrived answer) {
        String broken = answer.broken()
                .map(b -> " (" + b + ")")
                .orElse(answer.whole() ? "" : " within the first " + answer.body().length + " bytes");
        String named = none.feeds().isEmpty() ? "" : "; it names the feed " + String.join(" and ", none.feeds());
        return "not a feed, but " + none.what() + broken + named;
    }

    private void follow(WatchedFeed feed, Answer.Arrived answer, Freshness headers, Parsed.Listing listing)
            throws IOException {
        if (feed.listedBy().isPresent()) {
            failed(feed, "a list within a list is not followed; name it", headers.retryAfter());
            return;
        }
        Instant now = timing.now();
        // A list whose end is missing is asked again in full; what it does not name may stand there.
        boolean whole = answer.whole() && answer.broken().isEmpty() && !listing.cutOff();
        WatchedFeed kept = success(
                moved(feed, answer),
                feed.title(),
                answer.header("etag").filter(tag -> whole),
                answer.header("last-modified").filter(date -> whole),
                Optional.empty(),
                now.plus(pace.afterSuccess(headers.fresh(), Optional.empty())));
        List<String> others =
                listing.feeds().stream().filter(url -> !url.equals(feed.url())).toList();
        int fresh = list.keep(kept, others, whole, feed.due());
        listener.accept(new Told.Followed(feed.url(), others.size(), fresh, listing.older()));
    }

    /** Of a site map that was named it is a fault to be told; an index names many that have none. */
    private void noNews(WatchedFeed feed, Freshness headers) throws IOException {
        if (feed.listedBy().isEmpty()) {
            failed(feed, "not a feed, but a site map without news", headers.retryAfter());
            return;
        }
        list.keep(feed.failed("a site map without news", again(feed, headers.retryAfter())));
        listener.accept(new Told.NoNews(feed.url()));
    }

    private void listed(WatchedFeed feed, Answer.Arrived answer, Freshness headers, Feed listed) throws IOException {
        Instant now = timing.now();
        int nowhere = listed.withoutAddress();
        Map<String, WatchedPage> pages = new LinkedHashMap<>();
        for (Entry entry : listed.entries()) {
            Optional<WatchedPage> page = page(feed, entry, now);
            page.ifPresent(p -> pages.putIfAbsent(p.key(), p));
            nowhere += page.isPresent() ? 0 : 1;
        }
        // Of a feed that broke off the rest is wanted: it must not be answered with "not modified".
        WatchedFeed kept = success(
                moved(feed, answer),
                listed.title(),
                listed.cutOff() ? Optional.empty() : answer.header("etag"),
                listed.cutOff() ? Optional.empty() : answer.header("last-modified"),
                listed.ttl(),
                now.plus(pace.afterSuccess(headers.fresh(), listed.ttl())));
        Watchlist.Listed news = list.keep(
                kept,
                List.copyOf(pages.values()),
                pace.untilRevisit(Duration.ZERO).map(now::plus));
        listener.accept(new Told.Listed(
                feed.url(), listed.entries().size(), news.fresh(), news.changed(), nowhere, listed.cutOff()));
    }

    private static Optional<WatchedPage> page(WatchedFeed feed, Entry entry, Instant now) {
        Optional<PageAddress> address = PageAddress.of(entry.address());
        if (address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WatchedPage(
                address.get().key(),
                address.get().address(),
                feed.url(),
                entry.title(),
                entry.published().map(OffsetDateTime::toLocalDate),
                mark(entry),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.of(feed.due()),
                0));
    }

    private static String mark(Entry entry) {
        return entry.updated()
                        .or(entry::published)
                        .map(OffsetDateTime::toInstant)
                        .map(Instant::toString)
                        .orElse("") + " " + entry.title().orElse("");
    }

    private static WatchedFeed success(
            WatchedFeed feed,
            Optional<String> title,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<Duration> ttl,
            Instant due) {
        return new WatchedFeed(
                feed.url(),
                feed.address(),
                title,
                etag,
                lastModified,
                ttl,
                due,
                0,
                Optional.empty(),
                Optional.empty(),
                feed.listedBy());
    }

    /** Where permanent redirects, and only such, lead from the feed's address. */
    private WatchedFeed moved(WatchedFeed feed, Answer.Arrived answer) {
        Optional<URI> to = Optional.empty();
        for (Answer.Hop hop : answer.hops()) {
            if (!hop.permanent()) {
                break;
            }
            to = Optional.of(hop.to());
        }
        if (to.isEmpty()) {
            return feed;
        }
        listener.accept(new Told.Moved(feed.url(), to.get().toString()));
        return new WatchedFeed(
                feed.url(),
                to.get().toString(),
                feed.title(),
                feed.etag(),
                feed.lastModified(),
                feed.ttl(),
                feed.due(),
                feed.failures(),
                feed.problem(),
                feed.ended(),
                feed.listedBy());
    }

    private Instant again(WatchedFeed feed, Optional<Duration> retryAfter) {
        return timing.now().plus(pace.afterFailure(feed.failures() + 1, retryAfter));
    }

    void failed(WatchedFeed feed, String why, Optional<Duration> retryAfter) throws IOException {
        Instant again = again(feed, retryAfter);
        list.keep(feed.failed(why, again));
        listener.accept(new Told.Failed(feed.url(), why, again));
    }
}
