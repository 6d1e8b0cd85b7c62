package org.sayso.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Article;
import org.sayso.model.Extraction;
import org.sayso.model.Extraction.Partial;
import org.sayso.model.Extraction.Witness;
import org.sayso.model.Page;
import org.sayso.model.Problem;

/** Which text of a page is taken, how sure that is, and why. Pages written for this test. */
final class WitnessesTest {
    private static final Extractor EXTRACTOR = Extractor.load();
    private static final String FIRST =
            "The harbour master said on Tuesday that three ships with grain had left the port before the storm came in.";
    private static final String SECOND =
            "Two of them were bound for the strait, where inspectors of both navies wait, and one for a port in the north.";
    private static final String THIRD =
            "Insurers had asked for an escort, which the navy refused, a spokesman for the owners told a radio station.";
    private static final List<String> STORY = List.of(FIRST, SECOND, THIRD);
    private static final String TEXT = String.join("\n\n", STORY);

    private static String paragraphs(List<String> texts) {
        return "<p>" + String.join("</p>\n<p>", texts) + "</p>";
    }

    private static Page page(String markup) {
        return new Page(
                "page",
                Optional.of("https://www.example.org/world/grain"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html(markup));
    }

    private static Extracted.Found found(String markup) {
        Extracted extracted = EXTRACTOR.extract(page(markup));
        assertThat(extracted).isInstanceOf(Extracted.Found.class);
        return (Extracted.Found) extracted;
    }

    private static Extraction extraction(String markup) {
        return found(markup).article().extraction().orElseThrow();
    }

    private static String jsonLd(String fields) {
        return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\"," + fields + "}</script>";
    }

    @Test
    void isSureWhereTheWitnessesAgree() {
        Extraction extraction = extraction("<body><h1>Grain ships leave</h1><article>" + paragraphs(STORY)
                + "</article></body>" + jsonLd("\"articleBody\":\"" + String.join(" ", STORY) + "\""));
        assertThat(extraction.chosen()).isEqualTo(Witness.CONTAINER);
        assertThat(extraction.confidence()).isGreaterThan(0.95);
        assertThat(extraction.agreements())
                .extracting(Extraction.Agreement::witness)
                .containsExactly(Witness.DENSITY, Witness.STRUCTURED_DATA);
    }

    /** The mark-up names one element as the article, and another holds more words. */
    @Test
    void saysThatTheWitnessesDisagree() {
        String others = paragraphs(
                List.of(
                        "Readers can now follow the races of the yachts on a map that is drawn anew each minute of the day and of the night.",
                        "The map was made by two pupils of the naval school, who won the prize of the town for it in May, and a cup of tin.",
                        "It costs nothing, and will stay on the front page until the last boat has crossed the line in the bay, they wrote."));
        Extracted.Found found =
                found("<head><title>Three ships with grain left the port</title></head><body><div itemprop=articleBody>"
                        + paragraphs(STORY) + "</div><ul>" + "<li><a href=/a>Another page</a></li>".repeat(80)
                        + "</ul><div>"
                        + others + "</div></body>");
        assertThat(found.article().text()).isEqualTo(TEXT);
        assertThat(found.article().extraction().orElseThrow().confidence()).isLessThan(0.5);
        assertThat(found.problems()).extracting(Problem::code).contains(Problem.Code.EXTRACTORS_DISAGREE);
    }

    @Test
    void takesTheWholeFromJsonLdWhereTheMarkupHasItsBeginning() {
        String rest =
                "The third had engine trouble off the cape, and was towed back by a tug on Wednesday morning, its captain said.";
        Article article = found("<body><article>" + paragraphs(List.of(FIRST)) + "</article></body>"
                        + jsonLd("\"articleBody\":\"" + TEXT.replace("\n", "\\n") + "\\n\\n" + rest + "\""))
                .article();
        assertThat(article.text()).isEqualTo(TEXT + "\n\n" + rest);
        Extraction extraction = article.extraction().orElseThrow();
        assertThat(extraction.chosen()).isEqualTo(Witness.STRUCTURED_DATA);
        assertThat(extraction.within()).endsWith("/script");
    }

    /** A long advertisement in the middle of the page outweighs a short report that the title and description speak of. */
    @Test
    void takesTheTextThatTheTitleSpeaksOf() {
        String comments = "<div class=\"entry-content\"><div>"
                + paragraphs(
                        List.of(
                                "My father sailed from that quay for forty years, and he never saw a winter in which it was not closed twice.",
                                "What nobody mentions is that the council sold the cranes in spring, so who was to load anything there at all?",
                                "I agree with the last speaker, and would add that the ferry has been late on every day of this month so far.",
                                "You people ought to be ashamed of yourselves, since half of what is written here was made up by somebody drunk."))
                + "</div></div>";
        Shingles story = Shingles.of(TEXT);
        String page = "<head><title>Harbour master: three ships with grain left port before storm</title>"
                + "<meta name=description content=\"Three ships with grain left the port before the storm, bound for the strait, the harbour master said; insurers asked for an escort.\"></head>"
                + "<body><h1>Harbour master: three ships with grain left port before storm</h1><div>" + FIRST
                + "<br><br>"
                + SECOND + "<br><br>" + THIRD + "</div>" + comments + "</body>";
        assertThat(story.within(Shingles.of(found(page).article().text()))).isGreaterThan(0.9);
    }

    @Test
    void leadsFromEachParagraphBackToItsElement() {
        String markup = "<html><body><div><div class=ad>Ad</div></div><div><article><h1>Grain ships leave</h1>"
                + paragraphs(STORY) + "</article></div></body></html>";
        Article article = found(markup).article();
        Extraction extraction = article.extraction().orElseThrow();
        assertThat(extraction.within()).isEqualTo("/html/body/div[2]/article");
        assertThat(extraction.origins()).extracting(Extraction.Origin::path).containsExactly("p[1]", "p[2]", "p[3]");
        assertThat(extraction.origins())
                .extracting(o -> o.span().of(article.text()))
                .containsExactlyElementsOf(STORY);
        for (Extraction.Origin origin : extraction.origins()) {
            String path = extraction.within() + "/" + origin.path();
            assertThat(Jsoup.parse(markup).selectXpath(path).text())
                    .isEqualTo(origin.span().of(article.text()));
        }
    }

    @Test
    void explainsEachBlock() {
        String markup =
                "<html><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>Grain ships leave</h1>"
                        + "<figure><img src=a.png><figcaption>A ship</figcaption></figure>" + paragraphs(STORY)
                        + "<div class=related><p>Older: how the grain deal was made.</p></div>"
                        + "<p>(Reporting by Ann Lee; Editing by Tom Ray)</p></article><p>Call us.</p><footer>Imprint</footer></body></html>";
        List<Judgement> judgements = EXTRACTOR.explain(page(markup));
        assertThat(judgements)
                .extracting(Judgement::verdict)
                .containsExactly(
                        Verdict.SURROUNDING,
                        Verdict.TITLE,
                        Verdict.CAPTION,
                        Verdict.KEPT,
                        Verdict.KEPT,
                        Verdict.KEPT,
                        Verdict.SURROUNDING,
                        Verdict.CREDIT,
                        Verdict.OUTSIDE,
                        Verdict.FURNITURE);
        for (Judgement judgement : judgements) {
            assertThat(Jsoup.parse(judgement.source().orElseThrow().of(markup)).text())
                    .contains(judgement.text());
        }
        assertThat(EXTRACTOR.explain(page(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"isAccessibleForFree\":false",
                "\"isAccessibleForFree\":\"False\"",
                "\"hasPart\":{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":false,\"cssSelector\":\".paid\"}",
                "\"hasPart\":[{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":\"false\"}]",
            })
    void knowsWhatMustBePaidForByJsonLd(String said) {
        String page = jsonLd(said) + "<article>" + paragraphs(List.of(FIRST, SECOND)) + "</article>";
        assertThat(extraction(page).partial()).contains(Partial.PAID);
    }

    @Test
    void knowsWhatMustBePaidForByTheLineThatAsksTo() {
        String page = "<article>" + paragraphs(List.of(FIRST, SECOND))
                + "</article><div class=promo><h3>Subscribe to continue reading</h3></div>";
        assertThat(extraction(page).partial()).contains(Partial.PAID);
        assertThat(extraction("<article>" + paragraphs(STORY) + "</article>").partial())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The third ship, whose captain…</p>",
                "<p>The third [...]</p>",
                "<p><a href=/b>Continue reading</a></p>"
            })
    void knowsATextThatBreaksOff(String last) {
        assertThat(extraction("<article>" + paragraphs(List.of(FIRST, SECOND)) + last + "</article>")
                        .partial())
                .contains(Partial.CUT_OFF);
    }

    @Test
    void knowsATextThatIsShorterThanThePageSays() {
        Extracted.Found found = found(jsonLd("\"wordCount\":640") + "<article>" + paragraphs(STORY) + "</article>");
        assertThat(found.article().extraction().orElseThrow().partial()).contains(Partial.SHORTER_THAN_SAID);
        assertThat(found.problems()).extracting(Problem::code).contains(Problem.Code.PARTIAL_TEXT);
        assertThat(extraction(jsonLd("\"wordCount\":60") + "<article>" + paragraphs(STORY) + "</article>")
                        .partial())
                .isEmpty();
    }
}
