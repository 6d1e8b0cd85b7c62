package org.sayso.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.testing.FaultServer;
import org.sayso.testing.FaultServer.Request;
import org.sayso.testing.NewsSite;

/** A site of {@link WatchSoak}: it publishes, changes what it published, and fails in its own way until all is to be quiet. */
final class SoakSite {
    /** How many articles a feed lists. */
    private static final int LISTED = 30;
    /** Ticks after which some articles are changed. */
    private static final int CHANGED_AFTER = 4;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Answers badly, or not at all and says so. */
    interface Fault {
        /** @param time the how-manieth request of its kind, from 1 */
        Optional<String> answer(int time, byte[] good, OutputStream out) throws IOException, InterruptedException;
    }

    /** @param version what its page says; @param said what the feed says of it */
    record Published(int n, AtomicInteger version, AtomicInteger said) {}

    enum Format {
        RSS,
        ATOM,
        RDF,
        JSON,
        SITEMAP
    }

    final String name;
    final Format format;
    final FaultServer server = new FaultServer();
    final List<Published> published = new CopyOnWriteArrayList<>();
    final Map<String, AtomicInteger> tried = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger unchanged = new AtomicInteger();
    volatile boolean gone;
    /** Nothing fails any more. */
    volatile boolean quiet;

    SoakSite(String name, Format format, Fault feed, Fault page) throws IOException {
        this.name = name;
        this.format = format;
        server.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.05\nDisallow: /private/\n".getBytes(UTF_8));
        server.redirect("/loop", "/loop2").redirect("/loop2", "/loop");
        server.page(
                "/consent",
                ("<html><head><title>Before you continue</title></head><body><p>We use cookies to store"
                                + " information on your device. Accept all to go on.</p></body></html>")
                        .getBytes(UTF_8));
        server.otherwise((request, out) -> answer(request, out, feed, page));
    }

    void answer(Request request, OutputStream out, Fault feed, Fault page) throws IOException, InterruptedException {
        String path = request.path().replaceFirst("\\?.*", "");
        boolean isFeed = path.startsWith("/feed");
        Optional<Published> article =
                published.stream().filter(p -> path.equals("/news/" + p.n())).findFirst();
        if (!isFeed && article.isEmpty()) {
            out.write(FaultServer.head("404 Not Found", new String[] {}, "Content-Length: 0"));
            return;
        }
        byte[] good = (isFeed
                        ? listing()
                        : NewsSite.html(
                                article.get().n(), article.get().version().get(), ""))
                .getBytes(UTF_8);
        int time = isFeed
                ? polls.incrementAndGet()
                : visits.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        Optional<String> fault = quiet ? Optional.empty() : (isFeed ? feed : page).answer(time, good, out);
        fault.ifPresent(f -> tried.computeIfAbsent(f, x -> new AtomicInteger()).incrementAndGet());
        gone |= fault.equals(Optional.of("410"));
        if (fault.isEmpty()) {
            good(request, good, out);
        }
    }

    void good(Request request, byte[] body, OutputStream out) throws IOException {
        String tag = "ETag: \"" + Arrays.hashCode(body) + "\"";
        String[] headers = {tag, "Cache-Control: max-age=7"};
        if (request.header("if-none-match").filter(tag.substring(6)::equals).isPresent()) {
            unchanged.incrementAndGet();
            out.write(FaultServer.head("304 Not Modified", headers));
        } else {
            out.write(FaultServer.head("200 OK", headers, "Content-Length: " + body.length));
            out.write(body);
        }
    }

    /** A new article; and one of those published before is changed, of which the feed tells every other time. */
    void tick() {
        if (gone) {
            return;
        }
        int n = NUMBERS.incrementAndGet();
        published.addFirst(new Published(n, new AtomicInteger(1), new AtomicInteger(1)));
        if (published.size() > CHANGED_AFTER) {
            Published old = published.get(CHANGED_AFTER);
            if (old.n() % 3 == 0) {
                old.version().incrementAndGet();
                old.said().addAndGet(old.n() % 2);
            }
        }
    }

    String listing() {
        Stream<Published> listed = published.stream().limit(LISTED);
        return switch (format) {
            case RSS ->
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + name + "</title>"
                        + joined(listed.map(p -> "<item><title>" + NewsSite.headline(p.n()) + "</title><link>" + at(p)
                                + "</link><pubDate>" + rfc(p) + "</pubDate></item>"))
                        + "</channel></rss>";
            case RDF ->
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>" + name
                        + "</title></channel>"
                        + joined(listed.map(p -> "<item rdf:about=\"" + at(p) + "\"><title>" + NewsSite.headline(p.n())
                                + "</title><dc:date>" + iso(p) + "</dc:date></item>"))
                        + "</rdf:RDF>";
            case ATOM ->
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>" + name + "</title>"
                        + joined(listed.map(p -> "<entry><title>" + NewsSite.headline(p.n()) + "</title><link href=\""
                                + at(p) + "?utm_source=a&amp;utm_medium=b\"/><updated>" + iso(p)
                                + "</updated></entry><entry><title>" + NewsSite.headline(p.n())
                                + "</title><link href=\""
                                + at(p) + "#again\"/><updated>" + iso(p) + "</updated></entry>"))
                        + "</feed>";
            case JSON ->
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"" + name + "\",\"items\":["
                        + listed.map(p -> "{\"id\":\"" + p.n() + "\",\"url\":\"" + at(p) + "\",\"title\":\""
                                        + NewsSite.headline(p.n()) + "\",\"date_modified\":\"" + iso(p) + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}";
            case SITEMAP ->
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                        + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
                        + joined(listed.map(p -> "<url><loc>" + at(p) + "</loc><lastmod>" + iso(p)
                                + "</lastmod><news:news><news:title>" + NewsSite.headline(p.n())
                                + "</news:title></news:news></url>"))
                        + "</urlset>";
        };
    }

    private String at(Published p) {
        return server.url("/news/" + p.n());
    }

    private static String rfc(Published p) {
        return "Mon, 05 Jan 2026 06:" + (10 + p.said().get()) + ":00 GMT";
    }

    private static String iso(Published p) {
        return "2026-01-05T06:" + (10 + p.said().get()) + ":00Z";
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining("\n"));
    }
}
