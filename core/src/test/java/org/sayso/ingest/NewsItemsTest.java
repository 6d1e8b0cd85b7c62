package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.extract.Extracted;
import org.sayso.extract.Extractor;
import org.sayso.model.Article;
import org.sayso.model.Page;

/** Items of ninjs and NewsML-G2, whole and broken. The items are ours. */
final class NewsItemsTest {
    private static final String NINJS_1 = """
            {
              "uri": "https://news.example.org/items/4711",
              "type": "text",
              "profile": "text-only",
              "firstcreated": "2024-11-10T08:00:00+0000",
              "versioncreated": "2024-11-11T23:30:00-05:00",
              "pubstatus": "usable",
              "language": "en-GB",
              "headline": "Talks on the <river> resume",
              "byline": "By Ama Mensah",
              "located": "Accra",
              "infosource": [{"name": "Example Wire", "rel": "origin"}],
              "copyrightholder": "Example Group",
              "body_text": "Never read, since there is mark-up.",
              "body_xhtml": "<p>Talks on the river resumed on Monday, the foreign ministry said in a statement.</p><p>Two envoys arrived in the capital, and a third was due on Tuesday, officials added.</p>"
            }
            """;

    private static final String NINJS_2 = """
            {
              "uri": "urn:example:4712",
              "type": "text",
              "versioncreated": "yesterday",
              "firstcreated": "2024-11-11T10:00:00Z",
              "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Talks resume"}],
              "by": "Ama Mensah",
              "infosources": [{"name": "Example Wire"}],
              "bodies": [
                {"role": "main", "contenttype": "text/plain", "value": " Talks resumed.\\nTwo envoys came."}
              ]
            }
            """;

    private static final String NEWS_ITEM = """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example:4713" version="3"
                standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
              <rightsInfo><copyrightHolder literal="Example Group"/></rightsInfo>
              <itemMeta>
                <itemClass qcode="ninat:text"/>
                <provider qcode="nprov:EXW"><name>Example Wire</name></provider>
                <versionCreated>2024-11-12T00:10:00+02:00</versionCreated>
                <pubStatus qcode="stat:usable"/>
              </itemMeta>
              <contentMeta>
                <contentCreated>2024-11</contentCreated>
                <located type="cpnat:city"><name>Accra</name></located>
                <creditline>Reuters</creditline>
                <language tag="en-GB"/>
                <by>Ama Mensah</by>
                <dateline>ACCRA, Nov 11 -</dateline>
                <headline>Talks resume &amp; envoys come</headline>
              </contentMeta>
              <contentSet>
                <inlineXML contenttype="application/nitf+xml">
                  <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
                    <head><title/></head>
                    <body>
                      <body.head><hedline><hl1>Never read</hl1></hedline></body.head>
                      <body.content>
                        <p>Talks on the river resumed, <person>Kofi Boateng</person> said in a statement on Monday.</p>
                        <script src="x"/>
                        <hl2>Envoys</hl2>
                        <p>Two envoys arrived in the capital, and a third was due on Tuesday, officials added.</p>
                      </body.content>
                    </body>
                  </nitf>
                </inlineXML>
              </contentSet>
            </newsItem>
            """;

    @TempDir
    Path folder;

    @Test
    void ninjsOfVersionOneGivesAPageWithWhatItSays() throws IOException {
        Page page = pages("a.data", NINJS_1).getFirst();
        assertThat(page.docId()).isEqualTo("https://news.example.org/items/4711");
        assertThat(page.url()).contains("https://news.example.org/items/4711");
        assertThat(page.title()).contains("Talks on the <river> resume");
        assertThat(page.publisher()).contains("Example Wire");
        assertThat(page.published()).contains(LocalDate.of(2024, 11, 11));
        Article article = article(page);
        assertThat(article.text()).isEqualTo("""
                Talks on the river resumed on Monday, the foreign ministry said in a statement.

                Two envoys arrived in the capital, and a third was due on Tuesday, officials added.""");
        assertThat(article.authors()).containsExactly("Ama Mensah");
        assertThat(article.language()).contains("en");
    }

    @Test
    void ninjsOfVersionTwoGivesItsMainHeadlineAndItsTextToTheCharacter() throws IOException {
        assertThat(pages("a.json", NINJS_2))
                .containsExactly(new Page(
                        "urn:example:4712",
                        Optional.empty(),
                        Optional.of("Example Wire"),
                        Optional.of(LocalDate.of(2024, 11, 11)),
                        Optional.of("Talks resume"),
                        new Page.Plain(" Talks resumed.\nTwo envoys came.")));
    }

    @Test
    void aNewsItemGivesItsNitfWithHeadlineDatelineAndCredit() throws IOException {
        Page page = pages("a.txt", "<?xml version=\"1.0\"?>\n<!-- sent -->\n" + NEWS_ITEM)
                .getFirst();
        assertThat(page.docId()).isEqualTo("urn:newsml:example:4713");
        assertThat(page.url()).isEmpty();
        assertThat(page.publisher()).contains("Example Wire");
        assertThat(page.published()).contains(LocalDate.of(2024, 11, 12));
        Article article = article(page);
        assertThat(article.title()).contains("Talks resume & envoys come");
        assertThat(article.text())
                .startsWith("ACCRA, Nov 11 – Talks on the river resumed, Kofi Boateng said in a statement on Monday.")
                .contains("a third was due on Tuesday")
                .doesNotContain("Never read");
        assertThat(article.dateline().orElseThrow().place()).contains("ACCRA");
        assertThat(article.authors()).contains("Ama Mensah");
        assertThat(article.wire()).containsExactly("Reuters");
    }

    @Test
    void anItemIsReadInXhtmlUnderAnyPrefixOrAsAString() throws IOException {
        String xhtml = item("ninat:text", "usable", """
                <inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml">
                <h:head><h:title/></h:head><h:body><h:p>Talks resumed.</h:p></h:body></h:html></inlineXML>""");
        assertThat(html(
                        "a.xml",
                        xhtml.replaceAll(
                                        "<(/?)(newsItem|itemMeta|itemClass|pubStatus|contentMeta|headline"
                                                + "|contentSet|inlineXML)\\b",
                                        "<$1n:$2")
                                .replace("xmlns=", "xmlns:n=")))
                .contains("<h1>Talks</h1>", "<p>Talks resumed.</p>");
        assertThat(html("b.xml", item("ninat:text", "usable", """
                <inlineData contenttype="text/html"><![CDATA[<p>Talks resumed.</p>]]></inlineData>"""))).contains("<p>Talks resumed.</p>");
        assertThat(pages("c.xml", item("ninat:text", "usable", """
                <inlineData contenttype="text/plain">Talks &lt; words</inlineData>""")))
                .extracting(Page::content)
                .containsExactly(new Page.Plain("Talks < words"));
    }

    @Test
    void aMessageGivesEachItemInItsPlace() throws IOException {
        String message = """
                <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
                <header><sent>2024-11-11T10:00:00Z</sent></header>
                <itemSet>
                <newsItem guid="a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentSet>
                <inlineData contenttype="text/plain">Talks resumed.</inlineData></contentSet></newsItem>
                <newsItem guid="b"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet/></newsItem>
                <newsItem guid="c"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
                <newsItem guid="d"><itemMeta><pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>
                </itemMeta></newsItem>
                <packageItem guid="e"/>
                <newsItem guid="f"><contentSet><remoteContent href="https://example.org/f"/></contentSet></newsItem>
                <newsItem guid="g"><contentSet><inlineXML><p>Open</inlineXML></contentSet></newsItem>
                <newsItem guid="h"><contentSet><inlineData>Two envoys came.</inlineData></contentSet></newsItem>
                </itemSet>
                </newsMessage>
                """;
        assertThat(told("m.xml", message))
                .containsExactly(
                        "text a",
                        "UNSUPPORTED m.xml:6: no text but of type picture: b",
                        "WITHDRAWN m.xml:7: canceled by who sent it: c",
                        "WITHDRAWN m.xml:8: withheld by who sent it: d",
                        "UNSUPPORTED m.xml:10: a packageItem, which holds no text",
                        "EMPTY m.xml:11: no text in it: f",
                        "UNREADABLE m.xml:12: not well-formed: p of line 12 is not closed",
                        "text h");
        assertThat(told("cut.xml", message.substring(0, message.indexOf("<newsItem guid=\"b\""))))
                .containsExactly("text a", "UNREADABLE cut.xml: broken off after item 1");
        assertThat(told("none.xml", "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"></newsMessage>"))
                .containsExactly("EMPTY none.xml: a newsMessage without items");
    }

    @ParameterizedTest
    @CsvSource({
        "picture, usable, 'UNSUPPORTED a: no text but of type picture: urn:x'",
        "text, canceled, 'WITHDRAWN a: canceled by who sent it: urn:x'",
        "text, withheld, 'WITHDRAWN a: withheld by who sent it: urn:x'",
        "text, usable, 'EMPTY a: no text in it: urn:x'"
    })
    void whatIsNoTextOrWithdrawnIsTold(String type, String status, String told) throws IOException {
        assertThat(told("a", """
                {
                "uri":"urn:x","type":"%s","pubstatus":"%s","headline":"A headline"}""".formatted(type, status))).containsExactly(told);
    }

    @Test
    void listsLinesAndItemsAfterOneAnotherAreReadEach() throws IOException {
        String a = "{\"uri\":\"a\",\"headline\":\"A\",\"body_text\":\"x y\"}";
        String b = "{\"guid\":\"b\",\"headline\":\"B\",\"body_html\":\"<p>x y</p>\"}";
        assertThat(told("list", "[" + a + ",\n" + b + ",\n7]"))
                .containsExactly("text a", "html b", "BAD_JSON list:3: a document is a JSON object, not NUMBER");
        assertThat(told("lines", a + "\n" + b + "\n{\"id\":\"c\",\"text\":\"ours\"}\n"))
                .containsExactly("text a", "html b", "text c");
        assertThat(told("after", a.replace(",", ",\n") + "\n" + b + "\n{\"uri\": oops"))
                .hasSize(3)
                .startsWith("text a", "html b")
                .last()
                .asString()
                .startsWith("BAD_JSON after: not JSON at line 5, column ");
        assertThat(told("ours", "{\"uri\":\"u\",\n")).singleElement().asString().startsWith("BAD_JSON ours:1: ");
    }

    @Test
    void aFieldOfTheWrongTypeOrHalfACharacterIsTold() throws IOException {
        assertThat(told("a", "{\"uri\":\"a\",\n\"headline\":5,\"body_text\":\"x\"}"))
                .containsExactly("BAD_JSON a: headline is no string but NUMBER");
        assertThat(told("b", "{\"uri\":\"b\",\n\"headline\":\"B\",\"body_text\":\"x \\ud83d y\"}"))
                .containsExactly("BAD_JSON b: body_text holds half a surrogate pair at 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE lolz [%s]>", "<?xml version=\"1.0\"?>\n<!DOCTYPE newsItem [\n%s\n]>\n"})
    void entitiesAreNeverExpanded(String doctype) throws IOException {
        String entities = "<!ENTITY a \"ha ]>\"><!ENTITY b \"" + "&a;".repeat(10) + "\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">";
        String attack = doctype.formatted(entities)
                + item("ninat:text", "usable", "<inlineXML><p>Words &b; &f;</p></inlineXML>");
        assertThat(told("a.xml", attack))
                .containsExactly("UNSUPPORTED a.xml: NewsML-G2 with a DOCTYPE, which is not read");
    }

    @Test
    void anItemCutAtEachByteIsNeverReadInPartAndNeverThrows() throws IOException {
        for (String whole : List.of(NEWS_ITEM.strip(), NINJS_1.strip())) {
            byte[] bytes = whole.getBytes(UTF_8);
            int told = whole.startsWith("<") ? whole.indexOf('>') + 1 : whole.indexOf("\"body_text");
            for (int end = told; end < bytes.length; end += 7) {
                assertThat(told("cut", new String(Arrays.copyOf(bytes, end), UTF_8)))
                        .as("cut at %d", end)
                        .singleElement()
                        .asString()
                        .matches("(UNREADABLE cut: not well-formed: |BAD_JSON cut: not JSON at line ).*");
            }
        }
    }

    @Test
    void whatTheCallerSaysStandsWhereTheItemIsSilent() throws IOException {
        Given given = new Given(
                Optional.empty(),
                Optional.of("Given"),
                Optional.of(LocalDate.of(2024, 1, 2)),
                Optional.of("Given headline"));
        Files.writeString(folder.resolve("a"), "{\"uri\":\"a\",\n\"headline\":\"A\",\"body_text\":\"x\"}");
        try (Arrivals arrivals = intake(given).open(List.of(folder + "/a"))) {
            Page page = ((Incoming.Arrived) arrivals.next()).page();
            assertThat(page.title()).contains("A");
            assertThat(page.publisher()).contains("Given");
            assertThat(page.published()).contains(LocalDate.of(2024, 1, 2));
        }
    }

    private static String item(String type, String status, String content) {
        return """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x">
                <itemMeta><itemClass qcode="%s"/><pubStatus qcode="stat:%s"/></itemMeta>
                <contentMeta><headline>Talks</headline></contentMeta>
                <contentSet>%s</contentSet></newsItem>
                """.formatted(type, status, content);
    }

    private static Article article(Page page) {
        return ((Extracted.Found) Extractor.load().extract(page)).article();
    }

    private String html(String name, String text) throws IOException {
        return ((Page.Html) pages(name, text).getFirst().content()).markup();
    }

    private List<Page> pages(String name, String text) throws IOException {
        return incoming(name, text).stream()
                .map(incoming -> ((Incoming.Arrived) incoming).page())
                .toList();
    }

    private List<String> told(String name, String text) throws IOException {
        return incoming(name, text).stream().map(this::line).toList();
    }

    private String line(Incoming incoming) {
        String line = switch (incoming) {
            case Incoming.Arrived arrived ->
                (arrived.page().content() instanceof Page.Html ? "html " : "text ")
                        + arrived.page().docId();
            case Incoming.Missed missed ->
                missed.why().reason() + " " + missed.why().docId() + ": "
                        + missed.why().message();
        };
        return line.replace(folder + "/", "");
    }

    private List<Incoming> incoming(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        List<Incoming> all = new ArrayList<>();
        try (Arrivals arrivals =
                intake(Given.NOTHING).open(List.of(folder.resolve(name).toString()))) {
            arrivals.forEachRemaining(all::add);
        }
        return all;
    }

    private static Intake intake(Given given) {
        return new Intake(Format.AUTO, given, Limits.STANDARD, InputStream.nullInputStream());
    }
}
