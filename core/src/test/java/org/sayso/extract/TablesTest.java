package org.sayso.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.model.Dateline;
import org.sayso.model.Extraction;
import org.sayso.model.Extraction.Partial;
import org.sayso.model.Page;
import org.sayso.table.Table;

/** Runs the example that stands beside each entry of a word list. */
final class TablesTest {
    private static final Extractor EXTRACTOR = Extractor.load();
    private static final Asides ASIDES = Asides.load();
    private static final Agencies AGENCIES = Agencies.load();
    private static final Datelines DATELINES = new Datelines(AGENCIES);
    private static final Bylines BYLINES = Bylines.load();
    private static final DayFinder DAYS = DayFinder.load();
    private static final Boilerplate BOILERPLATE = Boilerplate.load();

    static Stream<List<String>> rows(String table, int columns) {
        return Table.rows(Extractor.class, table, columns).stream();
    }

    static Stream<List<String>> asides() {
        return rows("asides.tsv", 3);
    }

    @ParameterizedTest
    @MethodSource
    void asides(List<String> row) {
        String example = row.get(2);
        List<String> article = List.of("One sentence that is long enough to be most of a text. ".repeat(10), example);
        switch (row.get(1)) {
            case "lead", "whole", "holds" ->
                assertThat(ASIDES.leadsOut(example)).isTrue();
            case "end" -> assertThat(ASIDES.end(article)).isEqualTo(1);
            default -> assertThat(ASIDES.closes(article, 1)).isTrue();
        }
    }

    static Stream<List<String>> agencies() {
        return rows("agencies.tsv", 4);
    }

    @ParameterizedTest
    @MethodSource
    void agencies(List<String> row) {
        Optional<String> agency = DATELINES.find(row.get(3)).flatMap(Dateline::agency);
        assertThat(agency.flatMap(AGENCIES::named).map(Agencies.Agency::name)).contains(row.get(0));
    }

    static Stream<List<String>> credits() {
        return rows("credits.tsv", 5);
    }

    @ParameterizedTest
    @MethodSource
    void credits(List<String> row) {
        assertThat(AGENCIES.credit(row.get(4))).isPresent();
    }

    static Stream<List<String>> labels() {
        return rows("labels.tsv", 2);
    }

    @ParameterizedTest
    @MethodSource
    void labels(List<String> row) {
        assertThat(DATELINES.find(row.get(1))).isEmpty();
    }

    static Stream<List<String>> places() {
        return rows("places.tsv", 2);
    }

    @ParameterizedTest
    @MethodSource
    void places(List<String> row) {
        assertThat(DATELINES.find(row.get(1)).flatMap(Dateline::place))
                .hasValueSatisfying(place -> assertThat(place).isEqualToIgnoringCase(row.get(0)));
    }

    static Stream<List<String>> bylines() {
        return rows("bylines.tsv", 3);
    }

    @ParameterizedTest
    @MethodSource
    void bylines(List<String> row) {
        Markup page = Markup.parse("<p class=byline>" + row.get(2) + "</p>", "", false);
        Bylines.Byline byline = BYLINES.of(page, StructuredData.of(page));
        assertThat(byline.names()).containsExactly("Ann Lee");
    }

    static Stream<List<String>> dateFields() {
        return rows("datefields.tsv", 3).filter(row -> !row.get(1).equals("word"));
    }

    @ParameterizedTest
    @MethodSource
    void dateFields(List<String> row) {
        assertThat(DAYS.first(row.get(2), new DayFinder.Habit("en", true)))
                .hasValueSatisfying(found -> assertThat(found.day()).hasToString("2024-11-11"));
    }

    static Stream<List<String>> zones() {
        return rows("zones.tsv", 3);
    }

    @ParameterizedTest
    @MethodSource
    void zones(List<String> row) {
        OffsetDateTime wanted = LocalDateTime.of(2024, 11, 11, 18, 5)
                .atZone(ZoneId.of(row.get(1)))
                .toOffsetDateTime();
        DayFinder.Habit habit = new DayFinder.Habit("en", false);
        for (String text : List.of("11 November 2024, " + row.get(2), row.get(2) + ", November 11, 2024")) {
            assertThat(DAYS.first(text, habit).flatMap(DayFinder.Found::at)).contains(wanted);
        }
    }

    static Stream<List<String>> updated() {
        return rows("updated.tsv", 2);
    }

    @ParameterizedTest
    @MethodSource
    void updated(List<String> row) {
        Markup page = Markup.parse("<h1>Talks</h1><p>2024-11-10</p><p>" + row.get(1) + "</p>", "", false);
        LastChange lastChange = new LastChange(DAYS);
        DayFinder.Habit habit = new DayFinder.Habit("en", false);
        List<Block> blocks = Blocks.of(page.outline(), page.bodyNumber());
        assertThat(lastChange.find(page, StructuredData.of(page), blocks, habit))
                .hasValueSatisfying(found -> assertThat(found.day()).hasToString("2024-11-11"));
        assertThat(new PublicationDay(DAYS, lastChange)
                        .find(page, StructuredData.of(page), List.of(), Optional.empty(), "Talks", habit))
                .hasValueSatisfying(found -> assertThat(found.day()).hasToString("2024-11-10"));
    }

    static Stream<List<String>> walls() {
        return rows("walls.tsv", 3);
    }

    @ParameterizedTest
    @MethodSource
    void walls(List<String> row) {
        String page =
                "<article><p>The harbour master said on Tuesday that three ships with grain had left the port before the storm.</p>"
                        + "<p>Two of them were bound for the strait, where inspectors of both navies wait for such ships.</p><p>"
                        + row.get(2) + "</p></article>";
        Page html = new Page(
                "page", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Page.Html(page));
        assertThat(EXTRACTOR.extract(html))
                .isInstanceOfSatisfying(
                        Extracted.Found.class,
                        found -> assertThat(found.article().extraction().flatMap(Extraction::partial))
                                .contains(row.get(1).equals("pay") ? Partial.PAID : Partial.CUT_OFF));
    }

    static Stream<List<String>> boilerplate() {
        return rows("boilerplate.tsv", 3);
    }

    @ParameterizedTest
    @MethodSource
    void boilerplate(List<String> row) {
        Optional<String> kind = BOILERPLATE.kindOf(row.get(2)).map(k -> k.name().toLowerCase(java.util.Locale.ROOT));
        if (row.get(1).equals("keep")) {
            assertThat(kind).isEmpty();
        } else {
            assertThat(kind).contains(row.get(1));
        }
    }
}
