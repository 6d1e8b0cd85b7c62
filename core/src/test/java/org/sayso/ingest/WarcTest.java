package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Page;

/** Web archives, whole and broken. The archives are made here. */
final class WarcTest {
    private static final String HTML = "Content-Type: text/html; charset=utf-8";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesComeWithTheirAddressAndWhatIsNoPageIsToldWithItsPlace(boolean gzip) throws IOException {
        Archive archive = new Archive()
                .record("warcinfo", "", "application/warc-fields", "", "software: ours\r\n".getBytes(UTF_8))
                .record(
                        "request",
                        "https://example.org/a",
                        "application/http;msgtype=request",
                        "",
                        "GET /a HTTP/1.1\r\n\r\n".getBytes(UTF_8))
                .page("https://example.org/a", "grain")
                .response("https://example.org/b.png", "200 OK", "Content-Type: image/png", new byte[] {1, 2, 3})
                .response(
                        "https://example.org/c",
                        "404 Not Found",
                        HTML,
                        Archive.page("nothing").getBytes(UTF_8))
                .response(
                        "https://example.org/robots.txt",
                        "200 OK",
                        "Content-Type: text/plain",
                        "Allow: /".getBytes(UTF_8))
                .response("https://example.org/d", "200 OK", "Content-Type: text/html", "{\"a\": 1}".getBytes(UTF_8))
                .response("https://example.org/e", "200 OK", HTML, new byte[0])
                .record("resource", "https://example.org/f.txt", "text/plain", "", "The army left.".getBytes(UTF_8))
                .record("conversion", "https://example.org/a", "text/plain", "", "The talks".getBytes(UTF_8))
                .response(
                        "<https://example.org/g>",
                        "200 OK",
                        "",
                        Archive.page("gas").getBytes(UTF_8));
        String name = gzip ? "news.warc.gz" : "news.warc";
        byte[] bytes = gzip ? archive.gzip() : archive.plain();
        Files.write(folder.resolve(name), bytes);
        Files.write(folder.resolve("named-otherwise"), bytes);
        assertThat(told(name))
                .containsExactly(
                        "https://example.org/a html grain",
                        at(name, archive, 3) + "UNSUPPORTED image/png: https://example.org/b.png",
                        at(name, archive, 4) + "UNREACHABLE HTTP 404: https://example.org/c",
                        at(name, archive, 5)
                                + "UNSUPPORTED rules for robots, by its name: https://example.org/robots.txt",
                        at(name, archive, 6) + "UNSUPPORTED JSON, not a page: https://example.org/d",
                        at(name, archive, 7) + "EMPTY nothing in it: https://example.org/e",
                        "https://example.org/f.txt text The army left.",
                        at(name, archive, 9)
                                + "UNSUPPORTED made from a page, not the page itself: https://example.org/a",
                        "https://example.org/g html gas");
        assertThat(told("named-otherwise")).hasSize(9);
        Page page = pages(name).getFirst();
        assertThat(page.url()).contains("https://example.org/a");
        assertThat(page.published()).isEmpty();
    }

    @Test
    void bodiesAreDecodedAsTheyWereSent() throws IOException {
        byte[] page = Archive.page("grain – and oil").getBytes(UTF_8);
        byte[] latin = Archive.page("Café").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Archive archive = new Archive()
                .response("https://x.org/1", "200", HTML + "\nTransfer-Encoding: chunked", Archive.chunked(page))
                .response("https://x.org/2", "200", HTML + "\nContent-Encoding: gzip", Archive.gzip(page))
                .response("https://x.org/3", "200", HTML + "\nContent-Encoding: deflate", deflated(page, false))
                .response("https://x.org/4", "200", HTML + "\nContent-Encoding: deflate", deflated(page, true))
                .response(
                        "https://x.org/5",
                        "200",
                        HTML + "\nContent-Encoding: br",
                        brotli("<p>The talks were held.</p>\n"))
                .response(
                        "https://x.org/6",
                        "200",
                        HTML + "\nTransfer-Encoding: chunked\nContent-Encoding: gzip",
                        Archive.chunked(Archive.gzip(page)))
                .response("https://x.org/7", "200", HTML + "\nContent-Length: 3", page)
                .response("https://x.org/8", "200", HTML + "\nContent-Length: 999999", page)
                .response("https://x.org/9", "200", HTML + "\nContent-Length: many\nTransfer-Encoding: chunked", page)
                .response("https://x.org/10", "200", HTML + "\nContent-Encoding: gzip", page)
                .response("https://x.org/11", "200", HTML, Archive.gzip(page))
                .response("https://x.org/12", "200", "Content-Type: text/html; charset=iso-8859-1", latin);
        Files.write(folder.resolve("a.warc.gz"), archive.gzip());
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(1, 11).forEach(i -> expected.add("https://x.org/" + i + " html grain – and oil"));
        expected.set(4, "https://x.org/5 html <p>The talks were held.</p>\n");
        expected.add("https://x.org/12 html Café");
        assertThat(told("a.warc.gz")).containsExactlyElementsOf(expected);
    }

    @Test
    void brokenBodiesAreToldAndTheNextIsRead() throws IOException {
        byte[] page = Archive.page("grain").getBytes(UTF_8);
        byte[] zipped = Archive.gzip(page);
        byte[] bomb = Archive.gzip(new byte[64 << 20]);
        Archive archive = new Archive()
                .response(
                        "https://x.org/1",
                        "200",
                        HTML + "\nContent-Encoding: gzip",
                        Arrays.copyOf(zipped, zipped.length / 2))
                .response("https://x.org/2", "200", HTML + "\nContent-Encoding: gzip", bomb)
                .response("https://x.org/3", "200", HTML + "\nContent-Encoding: exi", page)
                .response("https://x.org/4", "200", HTML + "\nContent-Encoding: br", page)
                .response(
                        "https://x.org/5",
                        "200",
                        HTML + "\nTransfer-Encoding: chunked",
                        Arrays.copyOf(Archive.chunked(page), 100))
                .response("https://x.org/6", "200", HTML, new byte[11 << 20])
                .record("response", "https://x.org/7", "application/http", "", "<p>no head</p>".getBytes(UTF_8))
                .record("response", "https://x.org/8", "application/http", "WARC-Truncated: length", page)
                .record("response", "https://x.org/9", "application/http", "WARC-Segment-Number: 1", page)
                .page("https://x.org/10", "grain");
        Files.write(folder.resolve("a.warc.gz"), archive.gzip());
        List<String> told = told("a.warc.gz");
        assertThat(told).hasSize(10);
        assertThat(told.get(0)).contains("UNREADABLE the compressed data end too early: https://x.org/1");
        assertThat(told.get(1)).contains("TOO_LARGE more than 10 MiB: https://x.org/2");
        assertThat(told.get(2)).contains("UNSUPPORTED content encoding exi: https://x.org/3");
        assertThat(told.get(3)).contains("UNREADABLE").contains("https://x.org/4");
        assertThat(told.get(4)).contains("UNREADABLE").contains("https://x.org/5");
        assertThat(told.get(5)).contains("TOO_LARGE more than 10 MiB: https://x.org/6");
        assertThat(told.get(6)).contains("UNREADABLE").contains("https://x.org/7");
        assertThat(told.get(7)).contains("UNREADABLE the archive holds only part of it (length): https://x.org/8");
        assertThat(told.get(8)).contains("UNSUPPORTED the first part of a record in parts: https://x.org/9");
        assertThat(told.get(9)).isEqualTo("https://x.org/10 html grain");
    }

    @Test
    void revisitsOfWhatWasReadAreCountedAndNotReadAgain() throws IOException {
        byte[] unchanged = "HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(UTF_8);
        byte[] picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n".getBytes(UTF_8);
        String body = "HTTP/1.1 200 OK\r\n" + HTML + "\r\n\r\n" + Archive.page("grain");
        Archive archive = new Archive()
                .record(
                        "response",
                        "https://x.org/a",
                        "application/http",
                        "WARC-Payload-Digest: sha1:AAA",
                        body.getBytes(UTF_8))
                .record("revisit", "https://x.org/a", "application/http", "WARC-Payload-Digest: sha1:AAA", unchanged)
                .record("revisit", "https://x.org/b", "application/http", "WARC-Refers-To: <urn:uuid:0>", unchanged)
                .record(
                        "revisit",
                        "https://x.org/c",
                        "application/http",
                        "WARC-Refers-To-Target-URI: https://x.org/a\nWARC-Refers-To-Date: 2024-11-12T10:00:00Z",
                        new byte[0])
                .record("revisit", "https://x.org/d", "application/http", "WARC-Payload-Digest: sha1:BBB", unchanged)
                .record("revisit", "https://x.org/e", "application/http", "WARC-Payload-Digest: sha1:CCC", picture);
        Files.write(folder.resolve("a.warc"), archive.plain());
        Files.write(folder.resolve("b.warc"), new Archive().raw(archive.get(1)).plain());
        assertThat(told("a.warc", "b.warc"))
                .containsExactly(
                        "https://x.org/a html grain",
                        at("a.warc", archive, 1)
                                + "REPEATED unchanged since an earlier capture, which was read: https://x.org/a",
                        at("a.warc", archive, 2)
                                + "REPEATED unchanged since an earlier capture, which was read: https://x.org/b",
                        at("a.warc", archive, 3)
                                + "REPEATED unchanged since an earlier capture, which was read: https://x.org/c",
                        at("a.warc", archive, 4)
                                + "UNREADABLE says only that it is unchanged since a capture that was not read: https://x.org/d",
                        at("a.warc", archive, 5) + "UNSUPPORTED image/png: https://x.org/e",
                        "b.warc:0 REPEATED unchanged since an earlier capture, which was read: https://x.org/a");
        assertThat(told("b.warc")).singleElement().asString().contains("UNREADABLE says only");
    }

    /** The rest of a file must come whatever one record holds. */
    @Test
    void wrongLengthsAndBrokenHeadsLoseNoOtherRecord() throws IOException {
        Archive good = new Archive()
                .page("https://x.org/1", "one")
                .page("https://x.org/2", "two")
                .page("https://x.org/3", "three");
        int length = Integer.parseInt(
                new String(good.get(1), UTF_8).replaceAll("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1"));
        List<String> broken = new ArrayList<>();
        for (String wrong : List.of(
                "Content-Length: " + (length - 10),
                "Content-Length: " + (length + 10),
                "Content-Length: " + (length + 500),
                "Content-Length: 999999",
                "Content-Length: 99999999999999999",
                "Content-Length: -1",
                "Content-Length: x",
                "Content-Longth: 5")) {
            byte[] second = Archive.replaced(good.get(1), "Content-Length: " + length, wrong);
            for (boolean gzip : new boolean[] {true, false}) {
                Archive archive = new Archive().raw(good.get(0)).raw(second).raw(good.get(2));
                String name = gzip ? "w.warc.gz" : "w.warc";
                Files.write(folder.resolve(name), gzip ? archive.gzip() : archive.plain());
                List<String> told = told(name);
                assertThat(told).as(wrong + " " + gzip).hasSize(3);
                assertThat(told.get(0)).isEqualTo("https://x.org/1 html one");
                assertThat(told.get(1))
                        .as(wrong)
                        .startsWith(name + ":" + archive.at(1, gzip) + " UNREADABLE")
                        .contains("https://x.org/2");
                assertThat(told.get(2)).isEqualTo("https://x.org/3 html three");
                broken.add(told.get(1));
            }
        }
        assertThat(broken.get(0)).contains("not as long as it says");
        assertThat(broken.get(6)).contains("cut off");
    }

    @Test
    void aFileCutAtAnyByteGivesWhatIsWholeAndTellsTheRest() throws IOException {
        Archive archive = new Archive().page("https://x.org/1", "one").page("https://x.org/2", "two");
        for (boolean gzip : new boolean[] {true, false}) {
            byte[] whole = gzip ? archive.gzip() : archive.plain();
            int second = archive.at(1, gzip);
            String name = gzip ? "cut.warc.gz" : "cut.warc";
            for (int end = 1; end < whole.length; end++) {
                Files.write(folder.resolve(name), Arrays.copyOf(whole, end));
                List<String> told = told(name);
                boolean closing = !gzip && (end >= whole.length - 4 || end >= second - 4 && end < second);
                int complete = (end >= second || closing ? 1 : 0) + (closing && end > second ? 1 : 0);
                assertThat(told.stream().filter(t -> t.startsWith("https:")))
                        .as("at " + end + " " + told)
                        .hasSize(complete);
                boolean between = end == second || closing;
                assertThat(told.stream().filter(t -> t.contains(" UNREADABLE ")))
                        .as("at " + end + " " + told)
                        .hasSize(between ? 0 : 1);
            }
        }
    }

    @Test
    void anyDamagedByteCostsAtMostItsOwnMember() throws IOException {
        Archive archive = new Archive()
                .page("https://x.org/1", "one")
                .page("https://x.org/2", "two")
                .page("https://x.org/3", "three");
        byte[] whole = archive.gzip();
        int second = archive.at(1, true);
        int third = archive.at(2, true);
        Random random = new Random(7);
        for (int at = second; at < third; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("d.warc.gz"), damaged);
            List<String> told = told("d.warc.gz");
            assertThat(told)
                    .as("at " + at)
                    .contains("https://x.org/1 html one", "https://x.org/3 html three")
                    .hasSize(3);
        }
        byte[] gap = Archive.joined(Arrays.copyOf(whole, second + 50), Arrays.copyOfRange(whole, third, whole.length));
        Files.write(folder.resolve("gap.warc.gz"), gap);
        assertThat(told("gap.warc.gz"))
                .hasSize(3)
                .contains("https://x.org/1 html one", "https://x.org/3 html three")
                .element(1)
                .asString()
                .startsWith("gap.warc.gz:" + second + " UNREADABLE");
        byte[] junk = Archive.joined("junk".getBytes(UTF_8), whole);
        Files.write(folder.resolve("junk.warc.gz"), junk);
        assertThat(told("junk.warc.gz")).hasSize(4).first().asString().startsWith("junk.warc.gz:0 UNREADABLE");
        Files.write(folder.resolve("junk2.warc.gz"), Archive.joined(whole, new byte[1000], "junk".getBytes(UTF_8)));
        assertThat(told("junk2.warc.gz"))
                .hasSize(4)
                .last()
                .asString()
                .contains("junk2.warc.gz:" + (whole.length + 1000));
    }

    @Test
    void manyRecordsInOneMemberAreRead() throws IOException {
        Archive archive =
                new Archive().page("https://x.org/1", "one").response("https://x.org/2", "500", "", new byte[0]);
        Files.write(folder.resolve("one.warc.gz"), Archive.gzip(archive.plain()));
        assertThat(told("one.warc.gz"))
                .containsExactly(
                        "https://x.org/1 html one",
                        "one.warc.gz:0+" + archive.at(1, false) + " UNREACHABLE HTTP 500: https://x.org/2");
    }

    @Test
    void anArchiveOnStandardInputIsReadAsItComes() {
        InputStream endless = new InputStream() {
            private final byte[] record =
                    new Archive().page("https://x.org/1", "one").gzip();
            private int at;

            @Override
            public int read() {
                return record[at++ % record.length] & 0xFF;
            }
        };
        Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, endless);
        try (Arrivals arrivals = intake.open(List.of("-"))) {
            assertThat(arrivals.stream().limit(2000).filter(i -> i instanceof Incoming.Arrived))
                    .hasSize(2000);
        }
    }

    @Test
    void aWaczGivesTheRecordsOfItsArchivesAndNoNameLeadsOut() throws IOException {
        byte[] one = new Archive().page("https://x.org/1", "one").gzip();
        byte[] two = new Archive().page("https://x.org/2", "two").gzip();
        byte[] zip = zip(
                "datapackage.json",
                "{}".getBytes(UTF_8),
                "pages/pages.jsonl",
                "{}".getBytes(UTF_8),
                "archive/b.warc.gz",
                two,
                "archive/a.warc.gz",
                one,
                "../../archive/out.warc.gz",
                two,
                "archive/../../c.warc",
                one);
        Files.write(folder.resolve("a.wacz"), zip);
        assertThat(told("a.wacz"))
                .containsExactly("https://x.org/1 html one", "https://x.org/1 html one", "https://x.org/2 html two");
        Files.write(folder.resolve("cut.wacz"), Arrays.copyOf(zip, zip.length - 30));
        assertThat(told("cut.wacz").getFirst())
                .isEqualTo("cut.wacz UNREADABLE a broken ZIP archive, searched for records");
        assertThat(told("cut.wacz")).contains("https://x.org/1 html one", "https://x.org/2 html two");
        Files.write(folder.resolve("none.wacz"), zip("a.txt", one));
        assertThat(told("none.wacz")).containsExactly("none.wacz UNSUPPORTED a ZIP archive without archive/*.warc.gz");
    }

    @Test
    void howFarAFileIsReadCanBeAsked() throws IOException {
        Archive archive = new Archive();
        IntStream.range(0, 3000).forEach(i -> archive.page("https://x.org/" + i, "talk " + i));
        Path file = Files.write(folder.resolve("a.warc"), archive.plain());
        Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, InputStream.nullInputStream());
        try (Arrivals arrivals = intake.open(List.of(file.toString()))) {
            IntStream.range(0, 1500).forEach(i -> arrivals.next());
            assertThat(arrivals.reach()).hasValueSatisfying(reach -> {
                assertThat(reach.size()).isEqualTo(archive.plain().length);
                assertThat(reach.read()).isBetween(reach.size() / 2 - 100_000, reach.size() / 2 + 200_000);
            });
        }
    }

    private List<String> told(String... names) {
        Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, InputStream.nullInputStream());
        List<String> places = Arrays.stream(names).map(n -> folder + "/" + n).toList();
        try (Arrivals arrivals = intake.open(places)) {
            return arrivals.stream().map(this::line).toList();
        }
    }

    private List<Page> pages(String name) {
        Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, InputStream.nullInputStream());
        try (Arrivals arrivals = intake.open(List.of(folder + "/" + name))) {
            return arrivals.stream()
                    .filter(i -> i instanceof Incoming.Arrived)
                    .map(i -> ((Incoming.Arrived) i).page())
                    .toList();
        }
    }

    private String line(Incoming incoming) {
        String line = switch (incoming) {
            case Incoming.Arrived arrived ->
                arrived.page().docId()
                        + switch (arrived.page().content()) {
                            case Page.Html html ->
                                " html " + html.markup().replaceAll("(?s).*<title>(.*)</title>.*", "$1");
                            case Page.Plain plain -> " text " + plain.text();
                        };
            case Incoming.Missed missed ->
                missed.why().docId() + " " + missed.why().reason() + " "
                        + missed.why().message();
        };
        return line.replace(folder + "/", "");
    }

    private static String at(String name, Archive archive, int record) {
        return name + ":" + archive.at(record, name.endsWith(".gz")) + " ";
    }

    private static byte[] deflated(byte[] bytes, boolean bare) {
        Deflater deflater = new Deflater(9, bare);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    /** One uncompressed meta-block and an empty last one (RFC 7932, 9.2), for want of an encoder. */
    private static byte[] brotli(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int head = bytes.length - 1 << 4 | 1 << 20;
        byte[] start = {(byte) head, (byte) (head >> 8), (byte) (head >> 16)};
        return Archive.joined(start, bytes, new byte[] {3});
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] bytes = (byte[]) namesAndBytes[i + 1];
                ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(bytes);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
