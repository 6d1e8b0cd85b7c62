package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sayso.model.Outcome.Reason;
import org.sayso.testing.FaultServer;

/** What is asked, and what of the answer is handed on. */
@Timeout(60)
final class WebTest {
    private static final byte[] TEXT = "<p>Talks were held in the café, and nobody said why.</p>".getBytes(UTF_8);
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
    void bodiesAreDecompressedUpToTheLimit() throws IOException {
        byte[] large = new byte[1 << 20];
        server.page("/zlib", deflate(TEXT, false), "Content-Encoding: deflate")
                .page("/raw", deflate(TEXT, true), "Content-Encoding: deflate")
                .page("/bomb", deflate(large, false), "Content-Encoding: deflate")
                .page("/twice", gzip(gzip(TEXT)), "Content-Encoding: gzip")
                .page("/br", TEXT, "Content-Encoding: br");
        assertThat(arrived("/zlib").body()).isEqualTo(TEXT);
        assertThat(arrived("/raw").body()).isEqualTo(TEXT);
        assertThat(arrived("/bomb").body()).hasSize(1 << 16);
        assertThat(arrived("/bomb").whole()).isFalse();
        assertThat(arrived("/twice").body()).isEqualTo(gzip(TEXT));
        assertThat(get("/br")).isEqualTo(new Answer.None(Reason.UNSUPPORTED, "content encoding br"));
    }

    @Test
    void whatCameBeforeABreakIsKeptAndSaidToBeBroken() throws IOException {
        byte[] gzip = gzip("Talks were held. ".repeat(1000).getBytes(UTF_8));
        server.page("/gzip", Arrays.copyOf(gzip, gzip.length - 12), "Content-Encoding: gzip");
        server.at("/cut", (FaultServer.Answer) out -> {
            out.write(FaultServer.head("200 OK", new String[] {}, "Content-Length: 9999"));
            out.write(TEXT);
            FaultServer.flushed(out);
        });
        assertThat(arrived("/gzip").broken()).isPresent();
        assertThat(arrived("/gzip").text()).startsWith("Talks were held. Talks");
        Answer.Arrived cut = arrived("/cut");
        assertThat(cut.broken()).isPresent();
        assertThat(cut.body()).isEqualTo(TEXT);
        assertThat(cut.page("doc", LIMITS)).isInstanceOf(Incoming.Missed.class);
    }

    @Test
    void aServerThatHangsUpIsToldInPlainWords() {
        server.at("/at-once", (FaultServer.Answer) out -> {})
                .at("/soon", (FaultServer.Answer) out -> out.write("HTTP/1.1 2".getBytes(UTF_8)));
        Answer hungUp = new Answer.None(Reason.UNREACHABLE, "the server hung up before it had answered");
        assertThat(get("/at-once")).isEqualTo(hungUp);
        assertThat(get("/soon")).isEqualTo(hungUp);
    }

    @Test
    void aCharacterCutOffIsLeftOut() {
        server.page("/a", "Café".getBytes(UTF_8)).page("/b", Arrays.copyOf("Café".getBytes(UTF_8), 4));
        assertThat(arrived("/a").text()).isEqualTo("Café");
        assertThat(arrived("/b").text()).isEqualTo("Caf");
    }

    @Test
    void notModifiedIsNoRedirect() {
        server.status("/a", "304 Not Modified", "Location: /b", "ETag: \"x\"");
        Answer.Arrived answer = arrived("/a");
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("etag")).contains("\"x\"");
        assertThat(answer.hops()).isEmpty();
    }

    @Test
    void redirectsAreTold() {
        server.redirect("/a", "301 Moved", "/b")
                .redirect("/b", "307 Elsewhere", "/c")
                .page("/c", TEXT);
        assertThat(arrived("/a").hops())
                .containsExactly(
                        new Answer.Hop(301, URI.create(server.url("/b"))),
                        new Answer.Hop(307, URI.create(server.url("/c"))));
    }

    @Test
    void theGateIsAskedForEachRequestAndToldOfItsEnd() {
        server.redirect("/a", "/b").page("/b", TEXT);
        AtomicInteger open = new AtomicInteger();
        AtomicInteger passed = new AtomicInteger();
        Gate gate = at -> {
            passed.incrementAndGet();
            assertThat(open.getAndIncrement()).isZero();
            return new Gate.Pass.Go(open::decrementAndGet);
        };
        try (Web web = new Web(LIMITS)) {
            assertThat(web.get(server.url("/a"), Map.of("Accept", "text/html"), gate))
                    .isInstanceOf(Answer.Arrived.class);
            assertThat(passed).hasValue(2);
            assertThat(open).hasValue(0);
            assertThat(web.get(server.url("/a"), Map.of(), at -> new Gate.Pass.Later(Instant.EPOCH)))
                    .isEqualTo(new Answer.Later(Instant.EPOCH));
            assertThat(web.get(server.url("/a"), Map.of(), at -> new Gate.Pass.No(Reason.DISALLOWED, "no")))
                    .isEqualTo(new Answer.None(Reason.DISALLOWED, "no"));
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whatCameFromAHostThatTurnsOutToBePrivateIsThrownAway() {
        server.page("/a", TEXT);
        AtomicInteger looks = new AtomicInteger();
        try (Web web = new Web(LIMITS, a -> looks.incrementAndGet() > 2 ? Optional.of("private") : Optional.empty())) {
            assertThat(web.get(server.url("/a"), Map.of(), Gate.OPEN))
                    .isInstanceOfSatisfying(
                            Answer.None.class, none -> assertThat(none.reason()).isEqualTo(Reason.REFUSED_ADDRESS));
        }
        assertThat(server.requests()).hasSize(1);
    }

    private Answer get(String path) {
        try (Web web = new Web(LIMITS)) {
            return web.get(server.url(path), Map.of(), Gate.OPEN);
        }
    }

    private Answer.Arrived arrived(String path) {
        return (Answer.Arrived) get(path);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
