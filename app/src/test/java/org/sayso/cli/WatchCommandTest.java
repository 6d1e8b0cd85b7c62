package org.sayso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sayso.testing.Run;

/** Watching as its user sees it. What feeds do is tested with {@code org.sayso.watch}. */
@Timeout(120)
final class WatchCommandTest {
    private static final String REPORT = """
            <html lang=en><head><title>Ministers sign truce in Karsk after talks</title></head><body><article>
            <h1>Ministers sign truce in Karsk after talks</h1>
            <p>Ministers signed a truce in Karsk on Monday after two days of talks, the foreign ministry said in a statement.</p>
            <p>Rebel commanders denied that they had agreed to give up the border post, and promised to answer any attack.</p>
            %s
            <p>At least 12 people were killed in the fighting last week, according to the regional governor.</p></article></body></html>
            """;

    @TempDir
    Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;
    private String site;
    private String db;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
        db = folder.resolve("record.db").toString();
        server.createContext("/", exchange -> {
            String page = pages.get(exchange.getRequestURI().getPath());
            byte[] body = (page == null ? "" : page).getBytes(UTF_8);
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        pages.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.1\n");
        pages.put("/a", REPORT.formatted(""));
        pages.put("/rss", feed("06:00"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String feed(String time) {
        return "<rss><channel><item><title>Ministers sign truce in Karsk after talks</title><link>" + site
                + "/a</link><pubDate>Mon, 05 Jan 2026 " + time + " GMT</pubDate></item></channel></rss>";
    }

    @Test
    void onceReadsWhatIsNewAndTellsWhatBecameOfIt() throws Exception {
        Run first = watch("--once", site + "/rss");
        assertThat(first.code()).isEqualTo(Main.DONE);
        assertThat(json(first.out()).get("new").asInt()).isEqualTo(1);
        Run again = watch("--once", site + "/rss");
        assertThat(again.code()).isEqualTo(Main.DONE);
        assertThat(again.err()).contains("no feed is due yet; the next is in 30 min");
        assertThat(json(again.out()).get("new").asInt()).isZero();
    }

    @Test
    void changesTellWhichTextWasChanged() throws Exception {
        watch("--once", site + "/rss");
        pages.put(
                "/a",
                REPORT.formatted(
                        "<p>The army said later that one of the two sides had broken the truce within hours.</p>"));
        pages.put("/other", feed("07:00"));
        Run second = watch("--once", site + "/other");
        assertThat(json(second.out()).get("newVersions").asInt()).isEqualTo(1);
        Run changes = Run.of("changes", "--since", "2026-01-01", "--db", db);
        JsonNode change = json(changes.lines().getLast());
        assertThat(change.get("what").asText()).isEqualTo("text-changed");
        assertThat(change.get("doc").asText()).isEqualTo(site + "/a");
        assertThat(change.get("added").get(0).asText()).startsWith("The army said later");
        assertThat(change.get("summary").asText()).contains("1 paragraph added: “The army said later");
    }

    @Test
    void whatCannotBeHadIsNamedAndTheRestIsRead() throws Exception {
        Path opml = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml><body><outline xmlUrl='" + site + "/rss'/><outline xmlUrl='" + site
                        + "/none'/><outline xmlUrl='ftp://news.example/rss'/></body></opml>");
        Run run = watch("--once", opml.toString());
        assertThat(run.code()).isEqualTo(Main.PARTLY);
        assertThat(json(run.out()).get("new").asInt()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "ftp://news.example/rss: only http and https feeds are asked",
                        site + "/none: HTTP 404; asked again in 5 min");
    }

    @Test
    void privateAddressesAreAskedOnlyIfAllowed() throws Exception {
        Run run = Run.of("watch", "--once", "--db", db, site + "/rss");
        assertThat(run.code()).isEqualTo(Main.PARTLY);
        assertThat(run.err()).contains("loopback address");
        assertThat(json(run.out()).get("new").asInt()).isZero();
    }

    @Test
    void wrongUseIsToldInOneLine() throws IOException {
        assertThat(watch("--every", "soon", site + "/rss").code()).isEqualTo(Main.USAGE);
        Path text = Files.writeString(folder.resolve("notes.txt"), "no feeds here");
        Run run = watch("--once", text.toString());
        assertThat(run.code()).isEqualTo(Main.USAGE);
        assertThat(run.err()).contains("notes.txt is no list of feeds (OPML)");
        assertThat(watch("--once", folder.resolve("none.opml").toString()).code())
                .isEqualTo(Main.FAILED);
        assertThat(watch("--once", "file:///etc/passwd").code()).isEqualTo(Main.NOTHING);
    }

    @Test
    void aSignalEndsItCleanly() throws Exception {
        Process watch = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "watch",
                        "--allow-private",
                        "--every",
                        "1s",
                        "--db",
                        db,
                        site + "/rss",
                        site + "/new")
                .start();
        try (BufferedReader err = new BufferedReader(new InputStreamReader(watch.getErrorStream(), UTF_8));
                BufferedReader out = new BufferedReader(new InputStreamReader(watch.getInputStream(), UTF_8))) {
            assertThat(err.readLine()).contains("watching 2 feeds; Ctrl-C stops");
            assertThat(err.readLine()).contains("/new: HTTP 404; asked again in 1 s");
            watch.toHandle().destroy();
            JsonNode summary = json(out.readLine());
            assertThat(summary.at("/feeds/watched").asInt()).isEqualTo(2);
            assertThat(watch.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.exitValue()).isEqualTo(Main.PARTLY);
        } finally {
            watch.destroyForcibly();
        }
    }

    private Run watch(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"watch", "--allow-private", "--db", db}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Run.of(all);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
