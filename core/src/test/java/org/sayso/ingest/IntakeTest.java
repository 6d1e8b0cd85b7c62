package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Outcome.Reason;
import org.sayso.model.Page;

final class IntakeTest {
    private static final String PAGE = "<!doctype html><title>t</title><p>The talks were held.</p>";

    @TempDir
    Path folder;

    @Test
    void aFolderIsWalkedInOrderAndContentTellsWhatAFileIs() throws IOException {
        write("b.txt", "The talks were held.");
        write("a/z.html", PAGE);
        write("a/page-without-a-name-for-it", PAGE);
        write("a/lies.txt", PAGE);
        write("a/z_files/site.css", "p {}");
        write(".hidden/x.html", PAGE);
        write("c.html", "Plain words under a wrong name.");
        assertThat(told(Format.AUTO, Given.NOTHING, folder.toString()))
                .containsExactly(
                        "html a/lies.txt",
                        "html a/page-without-a-name-for-it",
                        "html a/z.html",
                        "UNSUPPORTED a/z_files/site.css: a style sheet, by its name",
                        "text b.txt",
                        "text c.html");
    }

    @Test
    void whatTheCallerSaysOfTheFormatGoes() throws IOException {
        write("a.html", PAGE);
        write("b.txt", "Words.");
        write("c.json", "{\"text\":\"a\"}\n{\"text\":\"b\"}");
        assertThat(told(Format.TEXT, Given.NOTHING, folder.toString()))
                .containsExactly("text a.html", "text b.txt", "text c.json");
        assertThat(told(Format.HTML, Given.NOTHING, folder + "/b.txt")).containsExactly("html b.txt");
        assertThat(told(Format.JSONL, Given.NOTHING, folder + "/c.json"))
                .containsExactly("text c.json:1", "text c.json:2");
    }

    @Test
    void globsAreSortedAndSayWhenNothingMatches() throws IOException {
        write("x/b.html", PAGE);
        write("x/a.html", PAGE);
        write("x/a.txt", "Words.");
        write("x/deep/c.html", PAGE);
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/x/*.html"))
                .containsExactly("html x/a.html", "html x/b.html");
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/**.html"))
                .containsExactly("html x/a.html", "html x/b.html", "html x/deep/c.html");
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/x/**/*.html"))
                .containsExactly("html x/a.html", "html x/b.html", "html x/deep/c.html");
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/?/a.*"))
                .containsExactly("html x/a.html", "text x/a.txt");
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/*.pdf"))
                .containsExactly("UNREADABLE *.pdf: no file matches");
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/[*"))
                .singleElement()
                .asString()
                .startsWith("UNREADABLE [*: ");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                new Arguments("empty", new byte[0], "EMPTY", "nothing in it"),
                new Arguments("blank", " \n\t ".getBytes(UTF_8), "EMPTY", "nothing in it"),
                new Arguments(
                        "picture", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, "BINARY", "a JPEG picture"),
                new Arguments("zeros", new byte[100], "BINARY", "binary data"),
                new Arguments("pdf", "%PDF-1.7 …".getBytes(UTF_8), "BINARY", "a PDF"),
                new Arguments(
                        "feed",
                        "<?xml version='1.0'?>\n<!-- f --><rss version='2.0'>".getBytes(UTF_8),
                        "UNSUPPORTED",
                        "a feed or site map, not an article"),
                new Arguments(
                        "half",
                        Arrays.copyOf("Café".getBytes(UTF_8), 4),
                        "UNREADABLE",
                        "cut off within a UTF-8 character at byte 3 of 4"));
    }

    record Arguments(String name, byte[] bytes, String reason, String message) {}

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesAreToldWithTheirReason(Arguments bad) throws IOException {
        Files.write(folder.resolve(bad.name()), bad.bytes());
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/" + bad.name()))
                .containsExactly(bad.reason() + " " + bad.name() + ": " + bad.message());
    }

    @Test
    void aMissingFileAndAnUnreadableOneDoNotStopTheRest() throws IOException {
        write("last.txt", "Words.");
        Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
        List<String> told =
                told(Format.AUTO, Given.NOTHING, folder + "/none.html", folder + "/circle", folder + "/last.txt");
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).isEqualTo("UNREADABLE none.html: no such file");
        assertThat(told.get(1)).startsWith("UNREADABLE circle: ");
        assertThat(told.get(2)).isEqualTo("text last.txt");
    }

    @Test
    void aFiftyMegabytePageIsTooLarge() throws IOException {
        Path page = folder.resolve("big.html");
        byte[] block = "<p>words words words</p>\n".repeat(40_000).getBytes(UTF_8);
        for (int i = 0; i < 50; i++) {
            Files.write(page, block, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        }
        assertThat(told(Format.AUTO, Given.NOTHING, page.toString()))
                .containsExactly("TOO_LARGE big.html: more than 10 MiB");
    }

    @Test
    void linesAreDocumentsAndEachBadOneIsToldWithItsNumber() throws IOException {
        write("news.jsonl", """
                {"id":"a","url":"https://example.org/a","publisher":"The Example","published":"2024-11-11","title":"T","text":" Kept to the character.\\n"}

                {"id":"b","html":"<p>x</p>","published":"2024-11-10T23:30:00-05:00"}
                {"text":"no id"}
                {"id":"c",
                [1]
                {"id":"d","text":5}
                {"id":"e"}
                {"id":"f","text":"  "}
                {"id":"g","text":"x","published":"yesterday"}
                {"id":"h","text":"half \\ud83d pair"}
                {"id":"i","text":"x"} more
                {"id":7,"text":"x","publisher":null,"published":""}
                """);
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/news.jsonl"))
                .containsExactly(
                        "text a",
                        "html b",
                        "text news.jsonl:4",
                        "BAD_JSON news.jsonl:5: not JSON at column 11: Unexpected end-of-input within/between Object entries",
                        "BAD_JSON news.jsonl:6: a document is a JSON object, not ARRAY",
                        "BAD_JSON news.jsonl:7: text is no string but NUMBER",
                        "EMPTY news.jsonl:8: document e has neither text nor html",
                        "EMPTY news.jsonl:9: document f is blank",
                        "BAD_JSON news.jsonl:10: published is neither an ISO date nor an instant: \"yesterday\"",
                        "BAD_JSON news.jsonl:11: text holds half a surrogate pair at 5",
                        "BAD_JSON news.jsonl:12: not JSON at column 23: Unrecognized token 'more': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                        "text 7");
        Page first = pages(folder + "/news.jsonl").getFirst();
        assertThat(first)
                .isEqualTo(new Page(
                        "a",
                        Optional.of("https://example.org/a"),
                        Optional.of("The Example"),
                        Optional.of(LocalDate.of(2024, 11, 11)),
                        Optional.of("T"),
                        new Page.Plain(" Kept to the character.\n")));
        assertThat(pages(folder + "/news.jsonl").get(1).published()).contains(LocalDate.of(2024, 11, 10));
    }

    @Test
    void aLineThatIsTooLongOrNotUtf8HarmsNoOther() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes("{\"id\":\"a\",\"text\":\"x\"}\n{\"text\":\"".getBytes(UTF_8));
        lines.writeBytes("long ".repeat(3 << 20).getBytes(UTF_8));
        lines.writeBytes("\"}\n{\"text\":\"caf".getBytes(UTF_8));
        lines.write(0xE9);
        lines.writeBytes("\"}\n{\"id\":\"b\",\"text\":\"x\"}".getBytes(UTF_8));
        Files.write(folder.resolve("l.jsonl"), lines.toByteArray());
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/l.jsonl"))
                .containsExactly(
                        "text a",
                        "TOO_LARGE l.jsonl:2: a line of 15728651 bytes; the limit is 10485760",
                        "BAD_JSON l.jsonl:3: not UTF-8 at byte 12 of the line",
                        "text b");
    }

    @Test
    void aNamedFormatSurvivesABadFirstLine() throws IOException {
        write("a.jsonl", "oops\n{\"id\":\"a\",\"text\":\"x\"}\n");
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/a.jsonl"))
                .hasSize(2)
                .element(1)
                .isEqualTo("text a");
    }

    @Test
    void gzipIsOpenedAndOneCutShortGivesWhatItHolds() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            lines.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"words ")
                    .append(i * 31L % 97)
                    .append("\"}\n");
        }
        byte[] whole = gzip(lines.toString());
        Files.write(folder.resolve("a.jsonl.gz"), whole);
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/a.jsonl.gz")).hasSize(200);
        Files.write(folder.resolve("b.jsonl.gz"), Arrays.copyOf(whole, whole.length - 200));
        List<String> cut = told(Format.AUTO, Given.NOTHING, folder + "/b.jsonl.gz");
        assertThat(cut).hasSizeBetween(2, 200);
        assertThat(cut.getLast()).startsWith("UNREADABLE b.jsonl.gz:").contains("end too early");
        Files.write(folder.resolve("c.html.gz"), gzip(PAGE));
        assertThat(told(Format.AUTO, Given.NOTHING, folder + "/c.html.gz")).containsExactly("html c.html.gz");
    }

    @Test
    void aGzipFileCutAtEachByteNeverThrows() throws IOException {
        byte[] whole = gzip(PAGE);
        for (int end = 0; end < whole.length; end++) {
            Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, end));
            assertThat(told(Format.AUTO, Given.NOTHING, folder + "/cut.gz"))
                    .singleElement()
                    .asString()
                    .doesNotStartWith("html");
        }
    }

    @Test
    void whatTheCallerSaysGoesBeforeThePageButNotBeforeTheLine() throws IOException {
        Given given = new Given(
                Optional.of("https://example.org/x"),
                Optional.of("Given"),
                Optional.of(LocalDate.of(2024, 1, 2)),
                Optional.of("Headline"));
        write("a.html", PAGE);
        write("b.jsonl", "{\"id\":\"b\",\"text\":\"x\",\"publisher\":\"Own\"}");
        List<Page> pages = pages(given, folder + "/a.html", folder + "/b.jsonl");
        assertThat(pages.get(0).publisher()).contains("Given");
        assertThat(pages.get(0).url()).contains("https://example.org/x");
        assertThat(pages.get(1).publisher()).contains("Own");
        assertThat(pages.get(1).published()).contains(LocalDate.of(2024, 1, 2));
    }

    @Test
    void standardInputHoldsAnyFormat() {
        assertThat(input(PAGE)).containsExactly("html stdin");
        assertThat(input("{\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}")).containsExactly("text stdin:1", "text b");
        assertThat(input("")).containsExactly("EMPTY stdin: nothing in it");
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, file",
        "ftp://example.org/a, ftp",
        "gopher://example.org/, gopher",
        "JAR:file:///x!/y, ''"
    })
    void otherSchemesAreRefused(String url, String scheme) {
        List<String> told = told(Format.AUTO, Given.NOTHING, url);
        assertThat(told).hasSize(1);
        if (!scheme.isEmpty()) {
            assertThat(told.getFirst())
                    .startsWith("UNSUPPORTED")
                    .contains("only http and https are read, not " + scheme);
        }
    }

    @Test
    void muchWhiteSpaceBeforeAPageDoesNoHarm() {
        assertThat(input("\n".repeat(Kind.HEAD - 100) + PAGE)).containsExactly("html stdin");
    }

    @Test
    void linesAreNotReadBeforeTheyAreAskedFor() {
        InputStream endless = new InputStream() {
            private final byte[] line = "{\"text\":\"x\"}\n".getBytes(UTF_8);
            private int at;

            @Override
            public int read() {
                return line[at++ % line.length];
            }
        };
        Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, endless);
        try (Arrivals arrivals = intake.open(List.of("-"))) {
            assertThat(arrivals.stream().limit(1000)).hasSize(1000);
        }
    }

    private List<String> input(String text) {
        Intake intake =
                new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, new ByteArrayInputStream(text.getBytes(UTF_8)));
        try (Arrivals arrivals = intake.open(List.of("-"))) {
            return arrivals.stream().map(this::line).toList();
        }
    }

    private List<String> told(Format format, Given given, String... places) {
        Intake intake = new Intake(format, given, Limits.STANDARD, InputStream.nullInputStream());
        try (Arrivals arrivals = intake.open(List.of(places))) {
            return arrivals.stream().map(this::line).toList();
        }
    }

    private List<Page> pages(String... places) {
        return pages(Given.NOTHING, places);
    }

    private List<Page> pages(Given given, String... places) {
        Intake intake = new Intake(Format.AUTO, given, Limits.STANDARD, InputStream.nullInputStream());
        List<Page> pages = new ArrayList<>();
        try (Arrivals arrivals = intake.open(List.of(places))) {
            arrivals.forEachRemaining(incoming -> {
                if (incoming instanceof Incoming.Arrived arrived) {
                    pages.add(arrived.page());
                }
            });
        }
        return pages;
    }

    private String line(Incoming incoming) {
        String line = switch (incoming) {
            case Incoming.Arrived arrived ->
                (arrived.page().content() instanceof Page.Html ? "html " : "text ")
                        + arrived.page().docId();
            case Incoming.Missed missed ->
                reason(missed.why().reason()) + " " + missed.why().docId() + ": "
                        + missed.why().message();
        };
        return line.replace(folder + "/", "");
    }

    private static String reason(Reason reason) {
        return reason.name();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
