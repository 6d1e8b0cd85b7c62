package org.sayso.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.sayso.model.Reading;
import org.sayso.store.RecordStore;
import org.sayso.testing.FaultServer;
import org.sayso.testing.FaultServer.Request;
import org.sayso.testing.NewsSite;

/**
 * {@code sayso watch} in real time against a dozen sites on loopback that publish, change their articles and fail in the ways
 * servers fail; it is killed once and interrupted once on the way. At the end the record is compared with what was published.
 *
 * <pre>
 * mvn -q -Dquick -DskipTests -pl core,app -am package
 * java -cp "core/target/test-classes:core/target/classes:app/target/lib/*" org.sayso.watch.WatchSoak 30 ./sayso
 * </pre>
 *
 * The last four minutes nothing is published and nothing fails, so that what was listed can be had. Prints YAML; exits with 1
 * where an article was lost or is there twice.
 */
final class WatchSoak {
    private static final Duration QUIET = Duration.ofMinutes(4);
    private static final Duration TICK = Duration.ofSeconds(20);
    /** How many articles a feed lists. */
    private static final int LISTED = 30;
    /** Ticks after which some articles are changed. */
    private static final int CHANGED_AFTER = 4;

    private static final byte[] BOMB = bomb();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static volatile boolean quiet;

    private WatchSoak() {}

    /** Answers badly, or not at all and says so. */
    private interface Fault {
        /** @param time the how-manieth request of its kind, from 1 */
        Optional<String> answer(int time, byte[] good, OutputStream out) throws IOException, InterruptedException;
    }

    /** @param version what its page says; @param said what the feed says of it */
    private record Published(int n, AtomicInteger version, AtomicInteger said) {}

    private enum Format {
        RSS,
        ATOM,
        RDF,
        JSON,
        SITEMAP
    }

    private static final class Site {
        final String name;
        final Format format;
        final FaultServer server = new FaultServer();
        final List<Published> published = new CopyOnWriteArrayList<>();
        final Map<String, AtomicInteger> tried = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
        final AtomicInteger polls = new AtomicInteger();
        final AtomicInteger unchanged = new AtomicInteger();
        volatile boolean gone;

        Site(String name, Format format, Fault feed, Fault page) throws IOException {
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

        void answer(Request request, OutputStream out, Fault feed, Fault page)
                throws IOException, InterruptedException {
            String path = request.path().replaceFirst("\\?.*", "");
            boolean isFeed = path.startsWith("/feed");
            Optional<Published> article = published.stream()
                    .filter(p -> path.equals("/news/" + p.n()))
                    .findFirst();
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
            fault.ifPresent(
                    f -> tried.computeIfAbsent(f, x -> new AtomicInteger()).incrementAndGet());
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
                            + joined(listed.map(p -> "<item><title>" + NewsSite.headline(p.n()) + "</title><link>"
                                    + at(p) + "</link><pubDate>" + rfc(p) + "</pubDate></item>"))
                            + "</channel></rss>";
                case RDF ->
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
                            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>" + name
                            + "</title></channel>"
                            + joined(listed.map(p -> "<item rdf:about=\"" + at(p) + "\"><title>"
                                    + NewsSite.headline(p.n()) + "</title><dc:date>" + iso(p) + "</dc:date></item>"))
                            + "</rdf:RDF>";
                case ATOM ->
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>" + name + "</title>"
                            + joined(listed.map(
                                    p -> "<entry><title>" + NewsSite.headline(p.n()) + "</title><link href=\""
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

    private static void send(OutputStream out, String status, byte[] body, String... headers) throws IOException {
        out.write(FaultServer.head(status, headers));
        out.write(body);
    }

    private static final Fault NONE = (time, good, out) -> Optional.empty();

    /** A fault at each request whose number leaves this rest. */
    private static Fault every(int of, int rest, String name, FaultServer.Answer answer) {
        return (time, good, out) -> {
            if (time % of != rest) {
                return Optional.empty();
            }
            answer.to(out);
            return Optional.of(name);
        };
    }

    private static Fault either(Fault one, Fault other) {
        return (time, good, out) -> {
            Optional<String> first = one.answer(time, good, out);
            return first.isPresent() ? first : other.answer(time, good, out);
        };
    }

    private static List<Site> sites() throws IOException {
        Fault cut = (time, good, out) -> {
            if (time % 3 != 0) {
                return Optional.empty();
            }
            send(out, "200 OK", Arrays.copyOf(good, good.length * 2 / 3), "ETag: \"cut\"");
            return Optional.of("feed cut off");
        };
        Fault length = (time, good, out) -> {
            if (time % 4 == 0) {
                send(out, "200 OK", good, "Content-Length: " + (good.length + 500));
                return Optional.of("length too great");
            }
            if (time % 4 == 2) {
                send(out, "200 OK", good, "Content-Length: " + good.length / 2);
                return Optional.of("length too small");
            }
            return Optional.empty();
        };
        Fault dirt = (time, good, out) -> {
            String text = new String(good, UTF_8).replaceFirst("<\\?xml[^>]*>", "");
            send(
                    out,
                    "200 OK",
                    ("Notice: undefined index\n<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><!DOCTYPE rss [<!ENTITY x SYSTEM"
                                    + " \"file:///etc/hostname\"><!ENTITY y \"&x;&x;\">]>\u0000"
                                    + text.replace("<title>", "<title>\u0008").replace("Vila", "Víla"))
                            .getBytes(UTF_8),
                    "Content-Type: text/xml; charset=iso-8859-1");
            return Optional.of("DOCTYPE, control characters, wrong prolog and charset");
        };
        Fault gone = (time, good, out) -> {
            if (time < 40) {
                return Optional.empty();
            }
            send(out, "410 Gone", new byte[0]);
            return Optional.of("410");
        };
        Fault moved = (time, good, out) -> {
            if (time == 1) {
                send(out, "301 Moved Permanently", new byte[0], "Location: /feed2");
                return Optional.of("301");
            }
            if (time % 5 == 0) {
                send(out, "302 Found", new byte[0], "Location: /feed3");
                return Optional.of("302");
            }
            return Optional.empty();
        };
        Fault wall = every(2, 1, "page is a wall", out -> send(out, "302 Found", new byte[0], "Location: /consent"));
        Fault busy = (time, good, out) -> {
            if (time != 1) {
                return Optional.empty();
            }
            send(out, "429 Too Many Requests", new byte[0], "Retry-After: 3");
            return Optional.of("page 429 with Retry-After");
        };
        Fault pageCut = (time, good, out) -> {
            if (time != 1) {
                return Optional.empty();
            }
            send(out, "200 OK", Arrays.copyOf(good, good.length / 2), "Content-Length: " + good.length);
            return Optional.of("page breaks off");
        };
        return List.of(
                new Site("no fault", Format.RSS, NONE, NONE),
                new Site("cut off", Format.RSS, cut, NONE),
                new Site(
                        "errors",
                        Format.ATOM,
                        either(
                                every(4, 0, "feed 500", out -> send(out, "500 Broken", new byte[0])),
                                every(
                                        7,
                                        0,
                                        "feed 503 with Retry-After",
                                        out -> send(out, "503 Busy", new byte[0], "Retry-After: 8"))),
                        (time, good, out) -> time == 1
                                ? every(1, 0, "page 500", o -> send(o, "500 Broken", new byte[0]))
                                        .answer(time, good, out)
                                : Optional.empty()),
                new Site(
                        "HTML for a feed",
                        Format.RDF,
                        every(
                                3,
                                0,
                                "HTML page for a feed",
                                out -> send(
                                        out,
                                        "200 OK",
                                        "<!doctype html><html><title>Sorry</title><body>Down</body></html>"
                                                .getBytes(UTF_8))),
                        NONE),
                new Site("lengths", Format.SITEMAP, length, pageCut),
                new Site("dirt", Format.RSS, dirt, NONE),
                new Site(
                        "slow and endless",
                        Format.JSON,
                        either(
                                every(8, 3, "slow drip", WatchSoak::drip),
                                every(8, 6, "endless body", WatchSoak::endless)),
                        NONE),
                new Site("moved", Format.RSS, moved, NONE),
                new Site("gone", Format.RSS, gone, NONE),
                new Site(
                        "bomb and loop",
                        Format.RSS,
                        either(
                                every(5, 1, "gzip bomb", out -> send(out, "200 OK", BOMB, "Content-Encoding: gzip")),
                                every(
                                        5,
                                        3,
                                        "redirects in a circle",
                                        out -> send(out, "302 Found", new byte[0], "Location: /loop"))),
                        NONE),
                new Site(
                        "closing",
                        Format.ATOM,
                        either(
                                every(4, 1, "closed at once", out -> {}),
                                every(4, 3, "closed within the head", out -> out.write("HTTP/1.1 20".getBytes(UTF_8)))),
                        every(3, 1, "page closed at once", out -> {})),
                new Site("walls", Format.RSS, NONE, wall),
                new Site("busy", Format.RSS, NONE, busy));
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        out.write(FaultServer.head("200 OK", new String[] {}));
        for (int i = 0; i < 400; i++) {
            out.write(' ');
            out.flush();
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void endless(OutputStream out) throws IOException {
        out.write(FaultServer.head("200 OK", new String[] {}));
        byte[] blank = " ".repeat(1 << 16).getBytes(UTF_8);
        for (int i = 0; i < 1 << 12; i++) {
            out.write(blank);
        }
    }

    /** 200 MiB of nothing. */
    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static void main(String[] args) throws Exception {
        Duration length = Duration.ofMinutes(Long.parseLong(args[0]));
        List<String> command = List.of(args).subList(1, args.length);
        Path folder = Files.createTempDirectory("sayso-soak");
        Path db = folder.resolve("record.db");
        List<Site> sites = sites();
        Path opml = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml><body>"
                        + sites.stream()
                                .map(s -> "<outline xmlUrl=\"" + s.server.url("/feed") + "\"/>")
                                .collect(Collectors.joining())
                        + "</body></opml>");
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("watch", "--allow-private", "--every", "5s", "--db", db.toString(), opml.toString()));
        Instant start = Instant.now();
        Instant end = start.plus(length);
        Instant calm = end.minus(QUIET);
        Instant kill = start.plus(length.dividedBy(3));
        Instant interrupt = start.plus(length.multipliedBy(6).dividedBy(10));
        List<String> ends = new ArrayList<>();
        Process watch = start(all, folder, 1);
        int runs = 1;
        boolean killed = false;
        boolean interrupted = false;
        for (Instant now = start; now.isBefore(end); now = Instant.now()) {
            quiet = now.isAfter(calm);
            if (!quiet) {
                sites.forEach(Site::tick);
            }
            if (!killed && now.isAfter(kill)) {
                killed = true;
                watch.destroyForcibly().waitFor();
                ends.add("kill -9: " + watch.exitValue());
                watch = start(all, folder, ++runs);
            }
            if (!interrupted && now.isAfter(interrupt)) {
                interrupted = true;
                ends.add("Ctrl-C: " + interrupt(watch));
                watch = start(all, folder, ++runs);
            }
            if (!watch.isAlive()) {
                ends.add("by itself: " + watch.exitValue());
                break;
            }
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
        }
        ends.add("Ctrl-C: " + interrupt(watch));
        System.out.println(
                "# " + Files.readString(folder.resolve("out-" + runs)).strip());
        compare(db, sites, length, ends);
    }

    private static Process start(List<String> command, Path folder, int run) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out-" + run).toFile())
                .redirectError(folder.resolve("err-" + run).toFile())
                .start();
    }

    private static int interrupt(Process watch) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(watch.pid())).start().waitFor();
        watch.waitFor();
        return watch.exitValue();
    }

    private static void compare(Path db, List<Site> sites, Duration length, List<String> ends) throws IOException {
        int lost = 0;
        int twice = 0;
        int stale = 0;
        int strange = 0;
        Map<String, List<String>> documents = new TreeMap<>();
        StringBuilder rows = new StringBuilder();
        try (RecordStore record = RecordStore.openExisting(db)) {
            try (Stream<Reading> readings = record.readings()) {
                readings.forEach(r -> documents
                        .computeIfAbsent(r.article().text(), t -> new ArrayList<>())
                        .add(r.article().docId()));
            }
            int versions = record.revisions(Instant.EPOCH).size();
            int known = 0;
            for (Site site : sites) {
                int there = 0;
                int changed = 0;
                int missing = 0;
                for (Published p : site.published) {
                    changed += p.version().get() > 1 ? 1 : 0;
                    int current = documents
                            .getOrDefault(text(p.n(), p.version().get()), List.of())
                            .size();
                    there += Math.min(1, current);
                    twice += Math.max(0, current - 1);
                    boolean older = p.version().get() > 1 && documents.containsKey(text(p.n(), 1));
                    stale += older && current == 0 ? 1 : 0;
                    twice += older && current > 0 ? 1 : 0;
                    missing += current == 0 && !older ? 1 : 0;
                }
                known += there;
                lost += site.gone ? 0 : missing;
                rows.append(String.format(
                        "  - {site: %s, format: %s, polls: %d, unchanged: %d, tried: {%s}, published: %d, changed: %d, in_record: %d%s}%n",
                        site.name,
                        site.format,
                        site.polls.get(),
                        site.unchanged.get(),
                        site.tried.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                                .collect(Collectors.joining(", ")),
                        site.published.size(),
                        changed,
                        there,
                        site.gone ? ", ended_by_410: true" : ""));
            }
            strange = record.size() - known - stale;
            System.out.printf(
                    "minutes: %d%nends: %s%narticles_in_record: %d%nnew_versions: %d%nlost: %d%ntwice: %d%nolder_version_current: %d%nnot_published: %d%nsites:%n%s",
                    length.toMinutes(), ends, record.size(), versions, lost, twice, stale, strange, rows);
        }
        Runtime.getRuntime().halt(lost + twice + stale + strange == 0 ? 0 : 1);
    }

    private static String text(int n, int version) {
        return String.join("\n\n", NewsSite.text(n, version));
    }
}
