package org.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Dateline;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Extraction;
import org.sayso.model.Factuality;
import org.sayso.model.Figure;
import org.sayso.model.Interval;
import org.sayso.model.Lineage;
import org.sayso.model.Place;
import org.sayso.model.Post;
import org.sayso.model.Problem;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Story;
import org.sayso.model.Timex;
import org.sayso.model.Victim;

final class FormatsTest {
    private static final String TEXT =
            "KYIV, Nov 11 (Agency) - Ministry spokesman Ivan Koval said on Monday that 145 drones 🚁 struck Odesa.";

    @Test
    void aReadingWithEverythingComesBackTheSame() {
        Reading reading = reading();
        String line = ReadingJson.write(reading);
        assertThat(ReadingJson.read(line)).isEqualTo(reading);
        assertThat(ReadingJson.write(ReadingJson.read(line))).isEqualTo(line);
    }

    @Test
    void aStoryWithEverythingComesBackTheSame() {
        Story story = story();
        assertThat(StoryJson.read(StoryJson.write(story))).isEqualTo(story);
    }

    @Test
    void bothFormatsKeepTheirSchema() throws IOException {
        assertThat(faults("reading", ReadingJson.write(reading()))).isEmpty();
        assertThat(faults("story", StoryJson.write(story()))).isEmpty();
    }

    @Test
    void theSchemaNoticesWhatIsWrong() throws IOException {
        String line = ReadingJson.write(reading());
        assertThat(faults("reading", line.replace("\"ASSAULT\"", "\"FIGHT\""))).isNotEmpty();
        assertThat(faults("reading", line.replace("\"cue\":[[", "\"cue\":[[-"))).isNotEmpty();
        assertThat(faults("story", StoryJson.write(story()).replace("\"established\":", "\"sure\":")))
                .isNotEmpty();
    }

    /** Such a line was written before times had instants. */
    @Test
    void daysAloneAreReadAsWholeDays() {
        String line = ReadingJson.write(reading());
        String days = line.replaceAll(",\"(earliestInstant|latestInstant|utcOffset)\":\"[^\"]*\"", "");
        Timex monday = ReadingJson.read(days).timexes().getFirst();
        assertThat(monday).isEqualTo(reading().timexes().getFirst());
    }

    @Test
    void absentValuesAreLeftOut() {
        String line = ReadingJson.write(Reading.unread(Article.ofText("a", "Nothing."), List.of()));
        assertThat(line).doesNotContain("null").doesNotContain("\"\"").doesNotContain("publisher");
    }

    @Test
    void aLineThatIsNoReadingSaysWhy() {
        assertThatThrownBy(() -> ReadingJson.read("{\"format\":\"sayso.story/1\"}"))
                .hasMessageContaining("sayso.story/1")
                .hasMessageContaining("sayso.reading/1");
        String line = ReadingJson.write(reading());
        assertThatThrownBy(() -> ReadingJson.read(line.substring(0, line.length() / 2)))
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> ReadingJson.read(line.replace("\"said\":[\"a1\"]", "\"said\":[\"a9\"]")))
                .hasMessageContaining("a9");
    }

    private static List<String> faults(String format, String line) throws IOException {
        String schema = Files.readString(Path.of("../docs/formats/" + format + "-1.schema.json"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        return compiled.validate(line, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Span at(String words) {
        int start = TEXT.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Reading reading() {
        Article article = new Article(
                Article.idOf(TEXT),
                "doc-1",
                Optional.of("https://example.org/a?from=feed"),
                Optional.of("https://example.org/a"),
                Optional.of("The Example"),
                Optional.of("Drones strike"),
                List.of("A. Writer"),
                Optional.of(LocalDate.of(2024, 11, 11)),
                Optional.of(OffsetDateTime.parse("2024-11-11T08:00:00+02:00")),
                Optional.of(LocalDate.of(2024, 11, 12)),
                Optional.of(OffsetDateTime.parse("2024-11-12T00:15:00+02:00")),
                Optional.of(new Dateline(
                        Optional.of("KYIV"),
                        Optional.of("Agency"),
                        Optional.of("Nov 11"),
                        at("KYIV, Nov 11 (Agency) -"))),
                List.of("Agency"),
                List.of("World", "Europe"),
                List.of("drones"),
                Optional.of("en"),
                TEXT,
                List.of(
                        new Post(new Span(0, 20), Optional.of(OffsetDateTime.parse("2024-11-11T08:00:00+02:00"))),
                        new Post(new Span(20, 40), Optional.empty())),
                Optional.of(new Extraction(
                        Extraction.Witness.CONTAINER,
                        0.97,
                        List.of(
                                new Extraction.Agreement(Extraction.Witness.DENSITY, 0.97),
                                new Extraction.Agreement(Extraction.Witness.STRUCTURED_DATA, 0.5)),
                        Optional.of(Extraction.Partial.SHORTER_THAN_SAID),
                        "/html/body/article",
                        List.of(new Extraction.Origin(new Span(0, 40), "p[1]")))));
        return new Reading(
                article,
                List.of(new Entity(
                        "e1",
                        "Ivan Koval",
                        Entity.Kind.PERSON,
                        Optional.of("UKR"),
                        Optional.of("GOV"),
                        Optional.of("Ministry spokesman"),
                        Optional.of("Q1"),
                        List.of(at("Ivan Koval")))),
                List.of(
                        new Timex(
                                "t1",
                                at("Monday"),
                                Timex.Type.DATE,
                                Optional.of("2024-11-11"),
                                Optional.of("2024-11-11"),
                                Timex.Anchor.PUBLICATION,
                                Optional.of(Interval.ofDays(LocalDate.of(2024, 11, 11), LocalDate.of(2024, 11, 11)))),
                        new Timex(
                                "t2",
                                at("Nov 11"),
                                Timex.Type.TIME,
                                Optional.of("2024-11-11T08:00"),
                                Optional.of("2024-11-11T08:00:00"),
                                Timex.Anchor.EXPLICIT,
                                Optional.of(Interval.between(
                                                LocalDateTime.of(2024, 11, 11, 8, 0),
                                                LocalDateTime.of(2024, 11, 11, 8, 1))
                                        .at(ZoneOffset.ofHours(2)))),
                        new Timex(
                                "t3",
                                at("said on"),
                                Timex.Type.DATE,
                                Optional.of("PAST_REF"),
                                Optional.empty(),
                                Timex.Anchor.PUBLICATION,
                                Optional.of(Interval.upTo(LocalDate.of(2024, 11, 11))))),
                List.of(new Place(
                        "p1",
                        at("Odesa"),
                        "Odesa",
                        Optional.of("UKR"),
                        Optional.of("Odesa"),
                        46.48,
                        30.73,
                        Optional.of(698740L),
                        Place.Precision.TOWN)),
                List.of(new Figure(
                        "f1",
                        at("145"),
                        Optional.of(new BigDecimal("145")),
                        Optional.of(new BigDecimal("145")),
                        false,
                        true,
                        "drone",
                        Figure.Measure.LAUNCHED,
                        Optional.of(at("drones")),
                        Optional.of("v1"),
                        List.of("a1"))),
                List.of(new Attribution(
                        "a1",
                        new Attribution.Source(
                                List.of(at("Ministry spokesman Ivan Koval")),
                                Attribution.Source.Kind.PERSON,
                                Optional.of("e1")),
                        List.of(at("said")),
                        List.of(at("145 drones 🚁 struck Odesa")),
                        Optional.empty(),
                        Attribution.Speech.INDIRECT,
                        Attribution.Stance.ASSERTS,
                        Optional.of("briefing"),
                        Optional.of("t1"),
                        "rule:verb",
                        0.9)),
                List.of(new Event(
                        "v1",
                        at("struck"),
                        at("145 drones 🚁 struck Odesa"),
                        EventType.ASSAULT,
                        Optional.of("drone"),
                        List.of("military"),
                        List.of(),
                        List.of("e1"),
                        Optional.of("t1"),
                        Optional.of(Event.DatedBy.CLAUSE),
                        Optional.of("p1"),
                        List.of("f1"),
                        new Factuality(
                                Factuality.Status.HAPPENED, Factuality.Polarity.POSITIVE, Factuality.Certainty.CERTAIN),
                        false,
                        List.of("a1"),
                        "verb:strike",
                        0.83)),
                List.of(new Victim(
                        "k1",
                        at("Ivan Koval"),
                        at("struck"),
                        Figure.Measure.INJURED,
                        Optional.of("e1"),
                        Optional.of("v1"),
                        new Factuality(
                                Factuality.Status.HAPPENED,
                                Factuality.Polarity.POSITIVE,
                                Factuality.Certainty.PROBABLE),
                        List.of("a1"))),
                List.of(new Problem(Problem.Code.NO_DATE, "no date found")));
    }

    private static Story story() {
        Span span = new Span(3, 9);
        return new Story(
                "s1",
                "Drones strike",
                List.of("doc-1"),
                Optional.of(LocalDate.of(2024, 11, 11)),
                Optional.of(LocalDate.of(2024, 11, 12)),
                List.of(new Claim(
                        "c1",
                        "Drones struck Odesa",
                        new Claim.Frame(
                                Optional.of(EventType.ASSAULT),
                                Optional.of("drone"),
                                List.of("Russia"),
                                List.of("Ukraine"),
                                Optional.of("2024-11-11"),
                                Optional.of("Odesa")),
                        Claim.Status.DISPUTED,
                        List.of(new Claim.Report("doc-1", span, List.of("Ivan Koval"))),
                        1,
                        new Claim.Independent(Optional.of(1), true, "one voucher"),
                        List.of(new Claim.Root(
                                "Ivan Koval", Optional.of("The Example"), Attribution.Source.Kind.PERSON, "doc-1")),
                        List.of(new Claim.Denial(
                                "Moscow", Optional.of(LocalDate.of(2024, 11, 12)), Claim.Scope.WHOLE, "doc-1", span)),
                        List.of(new Claim.NoComment("Washington", "doc-1", span)),
                        List.of(new Claim.FigureLine(
                                "Ivan Koval",
                                Figure.Measure.LAUNCHED,
                                "drone",
                                Optional.of(new BigDecimal("145")),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2024, 11, 11)),
                                "doc-1",
                                span,
                                Claim.Relation.FIRST)))),
                List.of(new Lineage("doc-1", "Agency", Lineage.Kind.WIRE, true, Optional.of(span))),
                List.of(new Change(LocalDate.of(2024, 11, 12), Change.What.DENIED, "c1", "doc-1")));
    }
}
