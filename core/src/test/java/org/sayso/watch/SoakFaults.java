package org.sayso.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.sayso.testing.FaultServer;

/** What the sites of {@link WatchSoak} do wrong. */
final class SoakFaults {
    private static final byte[] BOMB = bomb();

    private SoakFaults() {}

    private static void send(OutputStream out, String status, byte[] body, String... headers) throws IOException {
        out.write(FaultServer.head(status, headers));
        out.write(body);
    }

    private static final SoakSite.Fault NONE = (time, good, out) -> Optional.empty();

    /** A fault at each request whose number leaves this rest. */
    private static SoakSite.Fault every(int of, int rest, String name, FaultServer.Answer answer) {
        return (time, good, out) -> {
            if (time % of != rest) {
                return Optional.empty();
            }
            answer.to(out);
            return Optional.of(name);
        };
    }

    private static SoakSite.Fault either(SoakSite.Fault one, SoakSite.Fault other) {
        return (time, good, out) -> {
            Optional<String> first = one.answer(time, good, out);
            return first.isPresent() ? first : other.answer(time, good, out);
        };
    }

    static List<SoakSite> sites() throws IOException {
        SoakSite.Fault cut = (time, good, out) -> {
            if (time % 3 != 0) {
                return Optional.empty();
            }
            send(out, "200 OK", Arrays.copyOf(good, good.length * 2 / 3), "ETag: \"cut\"");
            return Optional.of("feed cut off");
        };
        SoakSite.Fault length = (time, good, out) -> {
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
        SoakSite.Fault dirt = (time, good, out) -> {
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
        SoakSite.Fault gone = (time, good, out) -> {
            if (time < 40) {
                return Optional.empty();
            }
            send(out, "410 Gone", new byte[0]);
            return Optional.of("410");
        };
        SoakSite.Fault moved = (time, good, out) -> {
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
        SoakSite.Fault wall =
                every(2, 1, "page is a wall", out -> send(out, "302 Found", new byte[0], "Location: /consent"));
        SoakSite.Fault busy = (time, good, out) -> {
            if (time != 1) {
                return Optional.empty();
            }
            send(out, "429 Too Many Requests", new byte[0], "Retry-After: 3");
            return Optional.of("page 429 with Retry-After");
        };
        SoakSite.Fault pageCut = (time, good, out) -> {
            if (time != 1) {
                return Optional.empty();
            }
            send(out, "200 OK", Arrays.copyOf(good, good.length / 2), "Content-Length: " + good.length);
            return Optional.of("page breaks off");
        };
        return List.of(
                new SoakSite("no fault", SoakSite.Format.RSS, NONE, NONE),
                new SoakSite("cut off", SoakSite.Format.RSS, cut, NONE),
                new SoakSite(
                        "errors",
                        SoakSite.Format.ATOM,
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
                new SoakSite(
                        "HTML for a feed",
                        SoakSite.Format.RDF,
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
                new SoakSite("lengths", SoakSite.Format.SITEMAP, length, pageCut),
                new SoakSite("dirt", SoakSite.Format.RSS, dirt, NONE),
                new SoakSite(
                        "slow and endless",
                        SoakSite.Format.JSON,
                        either(
                                every(8, 3, "slow drip", SoakFaults::drip),
                                every(8, 6, "endless body", SoakFaults::endless)),
                        NONE),
                new SoakSite("moved", SoakSite.Format.RSS, moved, NONE),
                new SoakSite("gone", SoakSite.Format.RSS, gone, NONE),
                new SoakSite(
                        "bomb and loop",
                        SoakSite.Format.RSS,
                        either(
                                every(5, 1, "gzip bomb", out -> send(out, "200 OK", BOMB, "Content-Encoding: gzip")),
                                every(
                                        5,
                                        3,
                                        "redirects in a circle",
                                        out -> send(out, "302 Found", new byte[0], "Location: /loop"))),
                        NONE),
                new SoakSite(
                        "closing",
                        SoakSite.Format.ATOM,
                        either(
                                every(4, 1, "closed at once", out -> {}),
                                every(4, 3, "closed within the head", out -> out.write("HTTP/1.1 20".getBytes(UTF_8)))),
                        every(3, 1, "page closed at once", out -> {})),
                new SoakSite("walls", SoakSite.Format.RSS, NONE, wall),
                new SoakSite("busy", SoakSite.Format.RSS, NONE, busy));
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
}
