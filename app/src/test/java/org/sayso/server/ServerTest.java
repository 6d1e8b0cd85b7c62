package org.sayso.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sayso.merge.Merger;
import org.sayso.store.RecordStore;
import org.sayso.testing.Records;
import org.sayso.testing.Schemas;

/** Pages and their JSON twins over the sample story, asked for over HTTP. */
final class ServerTest {
    @TempDir
    static Path folder;

    private static RecordStore store;
    private static Server server;

    @BeforeAll
    static void serve() throws IOException {
        store = RecordStore.openExisting(Records.sample(folder));
        server = Server.start(new Library(store, Merger.load()), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        store.close();
    }

    @Test
    void theListLeadsToTheLedgerAndTheLedgerToTheSentence() throws Exception {
        Document list = page("/");
        Element link = list.selectFirst("a[href^=/story/]");
        assertThat(link).isNotNull();
        Document ledger = page(link.attr("href"));
        assertThat(ledger.select("article.claim")).isNotEmpty();
        Element quote = ledger.selectFirst("article.claim a[href^=/article]");
        assertThat(quote).isNotNull();
        Document report = page(quote.attr("href"));
        assertThat(report.select("#at")).hasSize(1);
        assertThat(report.select(".piece.at").text()).isNotBlank();
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() throws Exception {
        for (String path :
                new String[] {"/", page("/").selectFirst("a[href^=/story/]").attr("href")}) {
            for (Element link : page(path).select("a[href^=/], link[href^=/], script[src^=/]")) {
                String to = link.hasAttr("src") ? link.attr("src") : link.attr("href");
                assertThat(get(to).statusCode()).as(to).isEqualTo(200);
            }
        }
    }

    @Test
    void everyPageHasItsTwin() throws Exception {
        JsonNode stories = json("/api/v1/stories");
        assertThat(stories).isNotEmpty();
        String id = stories.get(0).get("id").asText();
        assertThat(Schemas.faults("story", get("/api/v1/stories/" + id).body())).isEmpty();
        String doc = stories.get(0).get("docs").get(0).asText();
        assertThat(Schemas.faults(
                        "reading", get("/api/v1/articles?doc=" + encoded(doc)).body()))
                .isEmpty();
        assertThat(json("/api/v1/search?q=Kremlin")).isNotEmpty();
        assertThat(json("/health").get("status").asText()).isEqualTo("ok");
    }

    @Test
    void wordsOfAReportAreNeverMarkup() throws Exception {
        Document report = page("/article?doc=" + encoded(Records.HOSTILE_ID));
        assertThat(report.select("script"))
                .allSatisfy(s -> assertThat(s.attr("src")).startsWith("/assets/"));
        assertThat(report.select(".text b, .text img, h1 script")).isEmpty();
        assertThat(report.select(".text").text()).contains("<script>document.title = 'taken'</script>");
        assertThat(report.select("a[href^=javascript]")).isEmpty();
    }

    @Test
    void scriptsOfOthersAreForbidden() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aNameThatIsNotThisMachineIsTurnedAway() throws Exception {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/stories HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("claims");
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        for (String path : new String[] {"/nothing", "/story/nosuch", "/article?doc=nosuch", "/assets/nosuch.js"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpResponse<String> api = get("/api/v1/stories/nosuch");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(new ObjectMapper().readTree(api.body()).get("error").asText())
                .contains("nosuch");
        assertThat(get("/article?doc=" + encoded(Records.HOSTILE_ID) + "&at=9999999-99999999")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingCanBeChangedAndHeadIsGetWithoutTheBody() throws Exception {
        assertThat(ask("POST", "/api/v1/stories"))
                .satisfies(a -> assertThat(a.statusCode()).isEqualTo(405))
                .satisfies(a -> assertThat(a.headers().firstValue("Allow")).hasValue("GET, HEAD"));
        for (String path : new String[] {"/", "/api/v1/stories", "/health", "/search?q=Kremlin"}) {
            HttpResponse<String> head = ask("HEAD", path);
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.headers().firstValue("Content-Type"))
                    .as(path)
                    .isEqualTo(get(path).headers().firstValue("Content-Type"));
        }
        assertThat(ask("HEAD", "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void searchFindsWordsAndNarrows() throws Exception {
        assertThat(page("/search?q=Kremlin").select("a[href^=/article]")).isNotEmpty();
        assertThat(page("/search?q=" + encoded("\"unbalanced (")).select("h1")).isNotEmpty();
        assertThat(page("/search?q=xylophone").select("a[href^=/article]")).isEmpty();
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path);
    }

    private static HttpResponse<String> ask(String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
