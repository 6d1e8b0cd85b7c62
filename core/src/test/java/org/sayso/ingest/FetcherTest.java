package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Outcome.Reason;
import org.sayso.model.Page;
import org.sayso.testing.FaultServer;

/** What servers do to those who ask them. */
@Timeout(60)
final class FetcherTest {
    private static final byte[] PAGE = "<!doctype html><p>Talks were held in the café.</p>".getBytes(UTF_8);
    private static final Limits LIMITS = new Limits(1 << 16, Duration.ofSeconds(2), Duration.ofSeconds(2), 5, true);

    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aPageArrivesUnderTheNameAskedForWithTheAddressFound() {
        server.page("/b", PAGE, "Content-Type: text/html").redirect("/a", "/b#part");
        Page page = arrived(server.url("/a"));
        assertThat(page.docId()).isEqualTo(server.url("/a"));
        assertThat(page.url()).contains(server.url("/b"));
        assertThat(page.content()).isEqualTo(new Page.Html(new String(PAGE, UTF_8)));
        assertThat(server.requests().getFirst()).contains("User-Agent: Sayso/", "Accept-Encoding: gzip");
    }

    @Test
    void theCharsetOfTheServerCountsUnlessItLies() {
        server.page(
                        "/cp1251",
                        "<p>Кремль".getBytes(java.nio.charset.Charset.forName("windows-1251")),
                        "Content-Type: text/html; charset=\"Windows-1251\"")
                .page("/lie", PAGE, "Content-Type: text/html; charset=koi8-r");
        assertThat(arrived(server.url("/cp1251")).content()).isEqualTo(new Page.Html("<p>Кремль"));
        assertThat(arrived(server.url("/lie")).content()).isEqualTo(new Page.Html(new String(PAGE, UTF_8)));
    }

    @Test
    void gzipIsOpenedAndABombIsNot() throws IOException {
        server.page("/gzip", gzip(PAGE), "Content-Encoding: gzip")
                .page("/plain", PAGE, "Content-Encoding: gzip")
                .page("/bomb", gzip(new String(PAGE, UTF_8).repeat(100_000).getBytes(UTF_8)), "Content-Encoding: gzip")
                .page("/br", new byte[] {1, 2, 3}, "Content-Encoding: br");
        assertThat(arrived(server.url("/gzip")).content()).isEqualTo(new Page.Html(new String(PAGE, UTF_8)));
        assertThat(arrived(server.url("/plain")).content()).isEqualTo(new Page.Html(new String(PAGE, UTF_8)));
        assertMissed(server.url("/bomb"), Reason.TOO_LARGE, "more than 65536 bytes");
        assertMissed(server.url("/br"), Reason.UNSUPPORTED, "content encoding br");
    }

    @Test
    void aSlowDripEndsWithTheTime() {
        server.at("/drip", out -> {
            out.write(FaultServer.head("200 OK", new String[] {}));
            for (int i = 0; i < 100; i++) {
                out.write('a');
                out.flush();
                Thread.sleep(200);
            }
        });
        server.at("/silent", out -> Thread.sleep(20_000));
        assertMissed(server.url("/drip"), Reason.UNREACHABLE, "not all there after 2 s");
        assertThat(missed(server.url("/silent")).why().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void anEndlessBodyIsCut() {
        server.at("/endless", out -> {
            out.write(FaultServer.head("200 OK", new String[] {"Content-Type: text/html"}));
            while (true) {
                out.write(PAGE);
            }
        });
        assertMissed(server.url("/endless"), Reason.TOO_LARGE, "more than 65536 bytes");
    }

    @Test
    void aLengthThatIsTooLongIsToldAndOneTooShortCuts() {
        server.at("/long", out -> {
            out.write(FaultServer.head("200 OK", new String[] {}, "Content-Length: 9999"));
            out.write(PAGE);
        });
        server.at("/short", out -> {
            out.write(FaultServer.head("200 OK", new String[] {}, "Content-Length: 20"));
            out.write(PAGE);
        });
        server.at("/garbage", out -> out.write("what?\r\n\r\n".getBytes(UTF_8)));
        assertThat(missed(server.url("/long")).why().reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(arrived(server.url("/short")).content().length()).isEqualTo(20);
        assertThat(missed(server.url("/garbage")).why().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void redirectsHaveAnEnd() {
        server.redirect("/circle", "/circle2").redirect("/circle2", "/circle");
        for (int i = 0; i < 10; i++) {
            server.redirect("/r" + i, "/r" + (i + 1));
        }
        assertThat(missed(server.url("/circle")).why().message()).startsWith("redirects in a circle");
        assertMissed(server.url("/r0"), Reason.UNREACHABLE, "more than 5 redirects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x"})
    void redirectsToOtherSchemesAreRefused(String to) {
        server.redirect("/away", to);
        assertThat(missed(server.url("/away")).why().reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void bodiesOfRedirectsAndErrorsAreNotTakenIn() {
        server.at("/a", out -> {
            out.write(FaultServer.head("301 Moved", new String[] {"Location: /b"}));
            while (true) {
                out.write(PAGE);
            }
        });
        server.page("/b", PAGE);
        server.at("/500", out -> {
            out.write(FaultServer.head("503 Busy", new String[] {"Retry-After: 120"}));
            out.write(PAGE);
        });
        assertThat(arrived(server.url("/a")).url()).contains(server.url("/b"));
        assertMissed(server.url("/500"), Reason.UNREACHABLE, "HTTP 503, to be tried again after 120");
        assertMissed(server.url("/none"), Reason.UNREACHABLE, "HTTP 404");
    }

    @Test
    void whatIsNoPageIsTold() {
        server.page("/pdf", "%PDF-1.7".getBytes(UTF_8), "Content-Type: text/html")
                .page("/empty", new byte[0])
                .page("/feed", "<rss version='2.0'>".getBytes(UTF_8));
        assertMissed(server.url("/pdf"), Reason.BINARY, "a PDF");
        assertMissed(server.url("/empty"), Reason.EMPTY, "nothing in it");
        assertThat(missed(server.url("/feed")).why().reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:%d/, loopback",
        "http://localhost:%d/, loopback",
        "http://[::1]:%d/, loopback",
        "http://[::ffff:127.0.0.1]:%d/, loopback",
        "http://0.0.0.0:%d/, this-network",
        "http://169.254.169.254/latest/meta-data/, link-local",
        "http://10.0.0.1/, private",
        "http://[fd00:ec2::254]/, private",
        "http://224.0.0.1/, multicast"
    })
    void addressesOutsideThePublicInternetAreRefusedUnlessAllowed(String url, String what) {
        String at = url.formatted(server.port());
        try (Fetcher fetcher = new Fetcher(documents(), LIMITS.withPrivateAddresses(false))) {
            Incoming incoming = only(fetcher.fetch(at));
            assertThat(incoming).isInstanceOfSatisfying(Incoming.Missed.class, missed -> {
                assertThat(missed.why().reason()).isEqualTo(Reason.REFUSED_ADDRESS);
                assertThat(missed.why().message()).contains(what);
            });
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theAddressIsCheckedAgainAfterARedirect() throws IOException {
        server.redirect("/out", "http://127.0.0.2:" + server.port() + "/inside").page("/inside", PAGE);
        InetAddress open = InetAddress.getByName("127.0.0.1");
        try (Fetcher fetcher = new Fetcher(
                documents(),
                LIMITS,
                new Web(LIMITS, a -> a.equals(open) ? Optional.empty() : Optional.of("private")))) {
            Incoming incoming = only(fetcher.fetch(server.url("/out")));
            assertThat(incoming).isInstanceOfSatisfying(Incoming.Missed.class, missed -> {
                assertThat(missed.why().reason()).isEqualTo(Reason.REFUSED_ADDRESS);
                assertThat(missed.why().message()).startsWith("127.0.0.2 is a private address (http://127.0.0.2");
            });
        }
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http:///a",
                "http://a b/",
                "http://user:secret@example.org/",
                "https://[::1/",
                "http://127.1/"
            })
    void whatIsNoAddressIsTold(String url) {
        assertThat(missed(url).why().reason()).isIn(Reason.UNSUPPORTED, Reason.UNREACHABLE);
    }

    @Test
    void addressesAreWrittenAsServersWantThem() throws Exception {
        assertThat(WebAddress.parse("https://münchen.example/straße?q=a b#x", UTF_8))
                .hasToString("https://xn--mnchen-3ya.example/stra%C3%9Fe?q=a%20b");
        assertThat(WebAddress.parse("/caf\u00c3\u00a9|x", ISO_8859_1)).hasToString("/caf%C3%A9%7Cx");
        assertThat(WebAddress.scheme("C:\\pages\\a.html")).isEmpty();
        assertThat(WebAddress.scheme("pages:2024/a.html")).isEmpty();
        assertThat(WebAddress.scheme("HTTPS://example.org")).contains("https");
    }

    @Test
    void aRefusedConnectionIsTold() throws IOException {
        String url = server.url("/");
        server.close();
        assertMissed(url, Reason.UNREACHABLE, "the connection was refused");
    }

    private static Documents documents() {
        return new Documents(Format.AUTO, Given.NOTHING, LIMITS.bytes());
    }

    private static Incoming fetch(String url) {
        try (Fetcher fetcher = new Fetcher(documents(), LIMITS)) {
            return only(fetcher.fetch(url));
        }
    }

    private static Incoming only(Supply supply) {
        Supply.Step step = supply.next();
        assertThat(supply.hasNext()).isFalse();
        return ((Supply.Step.Ready) step).incoming();
    }

    private static Page arrived(String url) {
        return switch (fetch(url)) {
            case Incoming.Arrived arrived -> arrived.page();
            case Incoming.Missed missed -> throw new AssertionError(missed.toString());
        };
    }

    private static Incoming.Missed missed(String url) {
        return (Incoming.Missed) fetch(url);
    }

    private static void assertMissed(String url, Reason reason, String message) {
        assertThat(missed(url).why().reason()).isEqualTo(reason);
        assertThat(missed(url).why().message()).isEqualTo(message);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
