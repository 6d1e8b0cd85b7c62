package org.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.testing.Run;
import org.sayso.testing.Schemas;

/** The commands as their users call them, on the sample story and on files that are no reports. */
final class CommandsTest {
    private static final String SAMPLE = "../examples/trump-putin-call.jsonl";
    private static final String REPORT = """
            KYIV - Russian forces shelled the port of Odesa on Monday, killing at least 12 people, the regional governor said.

            The Kremlin denied that its forces had struck the port. "This is not true," spokesman Dmitry Peskov told reporters.
            """;

    @TempDir
    static Path folder;

    private static String db;
    private static Run added;

    @BeforeAll
    static void keepTheSampleStory() {
        db = folder.resolve("record.db").toString();
        added = Run.of("add", "--db", db, SAMPLE);
    }

    @Test
    void addTellsWhatBecameOfEachReportAndAddsNothingTwice() throws IOException {
        assertThat(added.code()).isEqualTo(Main.DONE);
        assertThat(json(added.out()).get("new").asInt()).isEqualTo(reports());
        Run again = Run.of("add", "--db", db, SAMPLE);
        assertThat(json(again.out()).get("new").asInt()).isZero();
        assertThat(json(again.out()).get("alreadyKnown").asInt()).isEqualTo(reports());
    }

    @Test
    void theDemoPrintsALedgerAndTheSameOneEachTime() {
        Run demo = Run.of("demo", "--quiet");
        assertThat(demo.code()).isEqualTo(Main.DONE);
        assertThat(demo.out())
                .contains("13 reports", "independent", "denied", "Kremlin", "The Washington Post", "unnamed");
        assertThat(Run.of("demo", "--quiet").out()).isEqualTo(demo.out());
    }

    @Test
    void readingsAndStoriesKeepTheirPublishedFormats() throws IOException {
        Run read = Run.of("read", SAMPLE);
        assertThat(read.lines()).hasSize(reports());
        for (String line : read.lines()) {
            assertThat(Schemas.faults("reading", line)).isEmpty();
        }
        Run stories = Run.of("stories", "--db", db);
        assertThat(stories.lines()).isNotEmpty();
        for (String line : stories.lines()) {
            assertThat(Schemas.faults("story", line)).isEmpty();
        }
    }

    @Test
    void aReadingNamesEventFigureAndVoucher() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), REPORT);
        Run read = Run.of("read", "--date", "2024-11-12", "--publisher", "The Example", file.toString());
        JsonNode reading = json(read.out());
        assertThat(reading.at("/article/publisher").asText()).isEqualTo("The Example");
        assertThat(reading.get("events").findValuesAsText("type")).contains("ASSAULT");
        assertThat(reading.get("figures").findValuesAsText("low")).contains("12");
        assertThat(reading.get("timexes").findValuesAsText("edtf")).contains("2024-11-11");
        assertThat(reading.get("attributions").findValuesAsText("stance")).contains("asserts", "denies");
        Run text = Run.of("read", "--out", "text", file.toString());
        assertThat(text.out()).contains("ASSAULT", "says who", "at least 12");
    }

    @Test
    void whatCannotBeReadIsNamedAndHarmsNothingElse() throws IOException {
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve("a-report.txt"), REPORT);
        Files.writeString(bad.resolve("empty.html"), "");
        Files.write(bad.resolve("binary.html"), new byte[] {0, 1, 2, 3, 0, 0, (byte) 0xFF});
        Files.write(
                bad.resolve("cut.txt"),
                "Officials in Minsk said “".getBytes(StandardCharsets.UTF_8).clone());
        byte[] cut = Files.readAllBytes(bad.resolve("cut.txt"));
        Files.write(bad.resolve("cut.txt"), java.util.Arrays.copyOf(cut, cut.length - 1));
        Files.writeString(
                bad.resolve("lines.jsonl"),
                "{\"id\":\"x\",\"text\":\"" + "The army left the city on Monday." + "\"}\n{oops\n");
        Files.createSymbolicLink(bad.resolve("link.html"), bad.resolve("gone.html"));
        Files.writeString(bad.resolve("one-word.html"), "<html><body><p>Soon.</p></body></html>");
        Run run = Run.of("add", "--db", folder.resolve("bad.db").toString(), bad.toString());
        assertThat(run.code()).isEqualTo(Main.PARTLY);
        assertThat(json(run.out()).get("new").asInt()).isEqualTo(2);
        assertThat(run.err())
                .contains("empty.html", "binary.html", "cut.txt", "lines.jsonl:2", "link.html", "one-word.html");
    }

    @Test
    void aReportInAnotherLanguageIsKeptButNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("bericht.txt"), """
                Die Streitkräfte haben am Montag nach Angaben des Ministeriums die Stadt verlassen. Der Sprecher sagte, es habe \
                keine Verletzten gegeben. Die Regierung will sich am Dienstag dazu äußern, wie die Verhandlungen weitergehen.
                """);
        Run run = Run.of("add", "--db", folder.resolve("german.db").toString(), file.toString());
        assertThat(json(run.out()).get("notEnglish").asInt()).isEqualTo(1);
    }

    @Test
    void aReportWithoutADateHasNoDates() throws IOException {
        Path file = Files.writeString(folder.resolve("undated.txt"), REPORT);
        JsonNode reading = json(Run.of("read", file.toString()).out());
        assertThat(reading.get("problems").findValuesAsText("code")).contains("no-date");
        assertThat(reading.get("timexes").findValuesAsText("edtf")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stories", "claims", "figures"})
    void listsComeAsLinesOfJsonOrAsCsv(String command) throws IOException {
        Path report = Files.writeString(folder.resolve("port.txt"), REPORT);
        String port = folder.resolve("port.db").toString();
        Run.of("add", "--db", port, report.toString());
        Run run = Run.of(command, "--db", port);
        assertThat(run.code()).isEqualTo(Main.DONE);
        for (String line : run.lines()) {
            assertThat(json(line).isObject()).isTrue();
        }
        Run csv = Run.of(command, "--db", port, "--csv");
        assertThat(csv.lines()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyOtherCommandAnswersAboutTheStory() throws IOException {
        String story =
                json(Run.of("stories", "--db", db).lines().getFirst()).get("id").asText();
        for (String[] command : List.of(
                new String[] {"story", story, "--db", db},
                new String[] {"lineage", story, "--db", db},
                new String[] {"search", "Kremlin", "--db", db},
                new String[] {"changes", "--since", "2024-11-01", "--db", db},
                new String[] {"export", "csv", "--db", db},
                new String[] {"export", "jsonl", "--db", db},
                new String[] {"export", "plover", "--db", db},
                new String[] {"export", "brief", "--db", db},
                new String[] {"doctor"},
                new String[] {"completion"})) {
            Run run = Run.of(command);
            assertThat(run.code())
                    .as(String.join(" ", command) + "\n" + run.err())
                    .isEqualTo(Main.DONE);
            assertThat(run.out()).as(String.join(" ", command)).isNotBlank();
        }
    }

    @Test
    void claimsCanBeNarrowed() throws IOException {
        Run disputed = Run.of("claims", "--db", db, "--status", "disputed,denied");
        assertThat(disputed.lines())
                .isNotEmpty()
                .hasSizeLessThan(Run.of("claims", "--db", db).lines().size());
        for (String line : disputed.lines()) {
            assertThat(json(line).get("status").asText()).isIn("disputed", "denied");
        }
        assertThat(Run.of("claims", "--db", db, "--story", "nosuch").code()).isEqualTo(Main.NOTHING);
    }

    @Test
    void aBriefNamesEachDenierOnceAndEveryNoteItUses() {
        String brief = Run.of("export", "brief", "--db", db).out();
        assertThat(brief.lines().filter(l -> l.startsWith("* Denied by Kremlin")))
                .hasSizeLessThanOrEqualTo(3);
        List<String> used = Pattern.compile("\\[\\^\\d+](?!:)")
                .matcher(brief)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(used).isNotEmpty().allSatisfy(n -> assertThat(brief).contains("\n" + n + ": "));
    }

    @Test
    void wrongCallsSaySo() throws IOException {
        assertThat(Run.of("stories").code()).isEqualTo(Main.USAGE);
        assertThat(Run.of("reed", "x").code()).isEqualTo(Main.USAGE);
        assertThat(Run.of("eval", "taste", "--gold", ".").code()).isEqualTo(Main.USAGE);
        assertThat(Run.of("read", folder.resolve("absent.html").toString()).code())
                .isEqualTo(Main.PARTLY);
        assertThat(Run.of("changes", "--since", "yesterday", "--db", db).code()).isEqualTo(Main.USAGE);
        assertThat(Run.of("stories", "--csv", "--json", "--db", db).code()).isEqualTo(Main.USAGE);
        assertThat(Run.of("search", "Kremlin", "--limit", "0", "--db", db).code())
                .isEqualTo(Main.USAGE);
        assertThat(Run.of("story", "s", "--db", db))
                .satisfies(r -> assertThat(r.code()).isEqualTo(Main.USAGE))
                .satisfies(r -> assertThat(r.err()).contains("2 stories"));
        assertThat(Run.of("serve", "--port", "99999", "--db", db).err())
                .contains("99999")
                .doesNotContain("\tat ");
        assertThat(Run.of("story", "nosuch", "--db", db).code()).isEqualTo(Main.NOTHING);
        assertThat(Run.of("stories", "--db", folder.resolve("absent.db").toString())
                        .code())
                .isEqualTo(Main.FAILED);
        Path other = Files.writeString(folder.resolve("other.db"), "this is no database at all, only words in a file");
        assertThat(Run.of("stories", "--db", other.toString()).code()).isEqualTo(Main.UNAVAILABLE);
    }

    private static int reports() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(SAMPLE))) {
            return (int) lines.filter(l -> !l.isBlank()).count();
        }
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
