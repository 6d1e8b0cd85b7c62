package org.sayso.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Problem;

/** Pages written for this test. */
final class ExtractorTest {
    private static final Extractor EXTRACTOR = Extractor.load();

    private static final String FIRST =
            "The foreign minister told reporters on Monday that talks with the neighbouring country would resume within a week.";
    private static final String SECOND =
            "Two officials with knowledge of the plan, who asked not to be named, said that a draft of the text had been sent out.";
    private static final String THIRD =
            "The opposition called the announcement premature, and asked the government to publish the draft before any vote.";
    private static final String STORY = "<p>" + FIRST + "</p>\n<p>" + SECOND + "</p>\n<p>" + THIRD + "</p>";
    private static final String TEXT = FIRST + "\n\n" + SECOND + "\n\n" + THIRD;

    private static Page html(String markup) {
        return new Page(
                "page",
                Optional.of("https://www.example.org/world/talks-resume"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html(markup));
    }

    private static Page plain(String text) {
        return new Page(
                "text", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Page.Plain(text));
    }

    private static Article article(Page page) {
        return found(page).article();
    }

    private static Extracted.Found found(Page page) {
        Extracted extracted = EXTRACTOR.extract(page);
        assertThat(extracted).isInstanceOf(Extracted.Found.class);
        return (Extracted.Found) extracted;
    }

    private static Extracted.Missing missing(Page page) {
        Extracted extracted = EXTRACTOR.extract(page);
        assertThat(extracted).isInstanceOf(Extracted.Missing.class);
        return (Extracted.Missing) extracted;
    }

    @Test
    void leavesOutWhatSurroundsTheArticle() {
        Article article = article(html("""
                <html lang="en"><head><title>Talks to resume | The Example</title></head><body>
                <nav><a href="/">Home</a> <a href="/world">World</a></nav>
                <ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul>
                <article><h1>Talks to resume within a week</h1>
                <div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
                <figure><img src="a.jpg"><figcaption>The minister in the hall of the ministry on Monday. Photo: The Example</figcaption></figure>
                %s
                <div class="newsletter-signup"><p>Get our morning letter with the most important news of the day in your inbox.</p></div>
                <div class="related"><h3>Related</h3><p>Last year's talks ended without a result after three long weeks in the capital.</p></div>
                <p>Also read: <a href="/x">What the draft says about the border and the river</a></p>
                </article>
                <div class="comments"><p>I do not believe a word of what the minister says, and neither should any reader of this.</p></div>
                <footer><p>All rights reserved. The Example is published daily except on Sundays and public holidays.</p></footer>
                </body></html>
                """.formatted(STORY)));
        assertThat(article.text()).isEqualTo(TEXT);
        assertThat(article.title()).contains("Talks to resume within a week");
        assertThat(article.section()).containsExactly("World");
        assertThat(article.language()).contains("en");
    }

    @Test
    void keepsTheArticleWhereTheWholePageIsOneForm() {
        String page =
                "<body><form id=\"aspnetForm\" class=\"subscribe-form\"><div class=\"menu\"><a href=\"/\">Home</a></div>"
                        + "<div>" + STORY + "</div></form></body>";
        assertThat(article(html(page)).text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ads", "sidebar", "related", "share", "hidden", "promo", "popup-content", "print-only"})
    void neverDropsTheElementThatHoldsMostOfTheText(String name) {
        String page = "<body><div class=\"" + name + "\">" + STORY + "</div><p>Short note.</p></body>";
        assertThat(article(html(page)).text()).contains(FIRST).contains(SECOND).contains(THIRD);
    }

    @Test
    void joinsAnArticleThatIsSplitOverSiblings() {
        String page = "<body><div id=\"page\"><div class=\"part\"><p>" + FIRST + "</p></div><div class=\"slot\"></div>"
                + "<div class=\"part\"><p>" + SECOND + "</p></div><div class=\"part\"><p>" + THIRD
                + "</p></div></div></body>";
        assertThat(article(html(page)).text()).isEqualTo(TEXT);
    }

    @Test
    void readsParagraphsPartedByLineBreaks() {
        String page =
                "<body><div id=\"content\">" + FIRST + "<br><br>" + SECOND + "<br/><br/>" + THIRD + "</div></body>";
        assertThat(article(html(page)).text()).isEqualTo(TEXT);
    }

    @Test
    void takesTheTextFromJsonLdWhereTheMarkupHasNone() {
        String page = """
                <html><head><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
                "headline":"Talks to resume","datePublished":"2024-11-11T23:30:00+02:00","author":{"@type":"Person","name":"Ann Lee"},
                "publisher":{"@type":"Organization","name":"The Example"},"articleBody":"%s"}</script></head>
                <body><div id="app">Please turn on JavaScript.</div></body></html>
                """.formatted(TEXT.replace("\n", "\\n"));
        Article article = article(html(page));
        assertThat(article.text()).isEqualTo(TEXT);
        assertThat(article.title()).contains("Talks to resume");
        assertThat(article.authors()).containsExactly("Ann Lee");
        assertThat(article.publisher()).contains("The Example");
        assertThat(article.published()).contains(LocalDate.of(2024, 11, 11));
        assertThat(article.publishedAt()).contains(OffsetDateTime.parse("2024-11-11T23:30:00+02:00"));
    }

    @Test
    void takesTheTextFromEmbeddedJsonWhereNothingElseHasIt() {
        String page = """
                <body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"story":{"blocks":[
                {"type":"p","text":"%s"},{"type":"p","text":"%s"},{"type":"p","text":"%s"}]},
                "more":[{"text":"A teaser of another story, which has nothing to do with the talks at all."}]}}</script></body>
                """.formatted(FIRST, SECOND, THIRD);
        assertThat(article(html(page)).text()).isEqualTo(TEXT);
    }

    @Test
    void keepsMarkupThatThePublisherPrintedAsText() {
        String shown =
                "The page then ran &lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;failed&lt;/b&gt;, the ministry's spokesman said on Monday.";
        String page = "<body><article><p>" + FIRST + "</p><p>" + shown
                + "</p><script>alert('never text')</script></article></body>";
        assertThat(article(html(page)).text())
                .isEqualTo(
                        FIRST
                                + "\n\nThe page then ran <script>alert(1)</script> & <b>failed</b>, the ministry's spokesman said on Monday.");
    }

    @Test
    void doesNotDoubleTheStandfirst() {
        String page = "<body><article><h1>Talks to resume</h1><p class=\"standfirst\">" + FIRST + "</p><div>" + STORY
                + "</div></article></body>";
        assertThat(article(html(page)).text()).isEqualTo(TEXT);
    }

    @Test
    void dropsTheCreditAndKeepsWhatItSays() {
        String page = "<body><article><p>KYIV, Nov 11 (Reuters) - " + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD
                + "</p><p>(Reporting by Ann Lee; Editing by Tom Ray)</p></article></body>";
        Article article = article(html(page));
        assertThat(article.wire()).containsExactly("Reuters");
        assertThat(article.text()).doesNotContain("Editing by");
        Dateline dateline = article.dateline().orElseThrow();
        assertThat(dateline.place()).contains("KYIV");
        assertThat(dateline.date()).contains("Nov 11");
        assertThat(dateline.span().of(article.text())).isEqualTo("KYIV, Nov 11 (Reuters) -");
    }

    @Test
    void doesNotCallAnAgencysOwnPageWireCopy() {
        String page =
                "<head><meta property=\"og:site_name\" content=\"Reuters\"></head><body><article><p>KYIV, Nov 11 (Reuters) - "
                        + FIRST + "</p><p>" + SECOND + "</p></article></body>";
        Article article = article(html(page));
        assertThat(article.publisher()).contains("Reuters");
        assertThat(article.wire()).isEmpty();
    }

    @Test
    void leavesPlainTextAsItIs() {
        String text = "  Talks to resume\r\n\r\n" + FIRST + "\u00a0\u00ad\n";
        assertThat(article(plain(text)).text()).isEqualTo(text);
    }

    @Test
    void marksWhatIsNotEnglish() {
        Extracted.Found found = found(
                plain(
                        "Der Minister sagte am Montag, dass die Gespräche mit dem Nachbarland in einer Woche wieder aufgenommen werden."));
        assertThat(found.article().language()).contains("de");
        assertThat(found.problems()).extracting(Problem::code).contains(Problem.Code.NOT_ENGLISH, Problem.Code.NO_DATE);
    }

    @Test
    void marksADayInTheFuture() {
        Page page = new Page(
                "text",
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2031, 1, 1)),
                Optional.empty(),
                new Page.Plain(FIRST));
        Extracted extracted = Extractor.load(LocalDate.of(2030, 12, 31)).extract(page);
        assertThat(((Extracted.Found) extracted).problems())
                .extracting(Problem::code)
                .contains(Problem.Code.FUTURE_DATE);
    }

    @Test
    void marksTheBeginningOfAPaidArticle() {
        String page =
                "<head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script></head>"
                        + "<body><article><p>" + FIRST + "</p><p>" + SECOND + "</p></article></body>";
        assertThat(found(html(page)).problems()).extracting(Problem::code).contains(Problem.Code.PARTIAL_TEXT);
    }

    @Test
    void whatTheCallerSaysGoesFirst() {
        Page page = new Page(
                "page",
                Optional.of("https://other.example.org/a"),
                Optional.of("The Other"),
                Optional.of(LocalDate.of(2024, 1, 2)),
                Optional.of("Another title"),
                new Page.Html("<head><meta property=\"og:site_name\" content=\"The Example\">"
                        + "<meta property=\"article:published_time\" content=\"2024-11-11\"></head><body>" + STORY
                        + "</body>"));
        Article article = article(page);
        assertThat(article.publisher()).contains("The Other");
        assertThat(article.published()).contains(LocalDate.of(2024, 1, 2));
        assertThat(article.title()).contains("Another title");
    }

    @Test
    void pagesWithoutAnArticleAreMissingWithTheReason() {
        assertThat(missing(plain("")).reason()).isEqualTo(Outcome.Reason.EMPTY);
        assertThat(missing(plain(" \n\t")).reason()).isEqualTo(Outcome.Reason.EMPTY);
        assertThat(missing(plain("Word")).reason()).isEqualTo(Outcome.Reason.NO_ARTICLE);
        assertThat(missing(html("")).reason()).isEqualTo(Outcome.Reason.EMPTY);
        assertThat(missing(html("<html><body></body></html>")).reason()).isEqualTo(Outcome.Reason.NO_ARTICLE);
        assertThat(missing(html("<p>Word</p>")).reason()).isEqualTo(Outcome.Reason.NO_ARTICLE);
        assertThat(missing(html("<title>Only a title</title><img src=a.png>")).message())
                .contains("Only a title");
        assertThat(missing(html("<!--")).reason()).isEqualTo(Outcome.Reason.NO_ARTICLE);
        assertThat(missing(html("<frameset><frame src=a></frameset>")).reason()).isEqualTo(Outcome.Reason.NO_ARTICLE);
    }

    @Test
    void leavesNoHoleWhereALinkHasANameOfBoilerplate() {
        String page =
                "<body><article><p>KYIV — <a class=\"player-link\">Ann Lee</a>, the team's keeper, <span class=\"sr-only\">opens in new window</span>"
                        + "said on Monday that she had <x-term>signed up</x-term> for the army, as two others of the team had done.</p></article></body>";
        assertThat(article(html(page)).text())
                .isEqualTo(
                        "KYIV — Ann Lee, the team's keeper, said on Monday that she had signed up for the army, as two others of the team had done.");
    }

    @Test
    void endsWhereTheArticleEnds() {
        String page = "<body><article>" + STORY
                + "<h3>More stories from the region</h3><ul><li>The bridge over the river has been opened again after ten years of works</li></ul>"
                + "<p>Copyright 2024 The Associated Press. All rights reserved.</p></article></body>";
        Article article = article(html(page));
        assertThat(article.text()).isEqualTo(TEXT);
        assertThat(article.wire()).containsExactly("AP");
    }

    @Test
    void readsNamesWithoutOfficesAndAgenciesInThem() {
        String page =
                "<head><meta name=\"author\" content=\"By ANN LEE and TOM RAY, AP Diplomatic Writer\"></head><body>"
                        + STORY + "</body>";
        Article article = article(html(page));
        assertThat(article.authors()).containsExactly("ANN LEE", "TOM RAY");
        assertThat(article.wire()).containsExactly("AP");
    }

    @Test
    void knowsThePublisherByItsAddressElseBySiteNameElseByHost() {
        Page known = new Page(
                "page",
                Optional.of("https://www.washingtonpost.com/world/a"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html(STORY));
        assertThat(article(known).publisher()).contains("Washington Post");
        assertThat(article(html(STORY)).publisher()).contains("example.org");
    }

    @Test
    void takesTheArticleOfThePagesTitleFromAPageOfSeveral() {
        String other =
                "<article><h2>Bridge opened again</h2><p>The bridge over the river was opened again on Monday after ten years of works.</p><p>"
                        + "Thousands of people came to see the minister cut the ribbon in the morning, and stayed for the music.</p><p>"
                        + "The works had cost four times as much as was planned, the town's treasurer said in an interview.</p></article>";
        String page = "<head><title>Talks to resume</title></head><body><div>" + "<article><h2>Talks to resume</h2>"
                + STORY + "</article>" + other + other.replace("bridge", "tunnel") + "</div></body>";
        assertThat(article(html(page)).text()).isEqualTo(TEXT);
    }

    @Test
    void takesATownInCapitalsForAPlaceWhereTheTextSpeaksOfIt() {
        String text =
                "TANKWELL: Two newborns died at a hospital on Sunday, officials said. The clinic in Tankwell was short of oxygen.";
        assertThat(article(plain(text)).dateline().flatMap(Dateline::place)).contains("TANKWELL");
        assertThat(article(plain("TOSS: The visitors won it and will bat first in this match at the new ground."))
                        .dateline())
                .isEmpty();
    }

    @Test
    void aDatelineWithItsYearTellsTheDayWhereNothingElseDoes() {
        String text = "%s (Reuters) - The council met on Tuesday, two officials said.";
        assertThat(article(plain(text.formatted("CHISINAU, March 4, 2025"))).published())
                .contains(LocalDate.of(2025, 3, 4));
        assertThat(article(plain(text.formatted("CHISINAU, March 4"))).published())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14 September 2025|2025-09-14",
                "Published: Sunday, Sept. 14, 2025 at 10:30 GMT|2025-09-14",
                "It happened on 14 September 2025|"
            })
    void aDateOnALineOfItsOwnIsTheDayOfAPlainText(String line, LocalDate day) {
        String text = "Toll rises to 72\n\nBy Ann Lee\n\n" + line
                + "\n\nThe toll has risen to 72, the ministry said on Sunday.";
        assertThat(article(plain(text)).published()).isEqualTo(Optional.ofNullable(day));
    }

    /** A page cut anywhere is an article or none, never an exception. */
    @Test
    void readsAPageCutAtEveryCharacter() {
        String page =
                "<html lang=en><head><title>Talks</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>"
                        + "</head><body><article><h1>Talks</h1>" + STORY + "</article></body></html>";
        for (int end = 0; end <= page.length(); end++) {
            assertThat(EXTRACTOR.extract(html(page.substring(0, end)))).isNotNull();
        }
    }

    @Test
    void survivesDeepNesting() {
        String page = "<body>" + "<div>".repeat(100_000) + STORY + "</div>".repeat(100_000);
        Extracted extracted = assertTimeout(Duration.ofSeconds(20), () -> EXTRACTOR.extract(html(page)));
        assertThat(((Extracted.Found) extracted).article().text()).contains(FIRST);
    }

    @Test
    void boundsTheTimeOnAHugePage() {
        String row = "<div class=\"row\"><p>" + SECOND + "</p><a href=\"/a\">more</a></div>\n";
        String page = "<body>" + row.repeat(50_000_000 / row.length()) + "</body>";
        Extracted extracted = assertTimeout(Duration.ofSeconds(60), () -> EXTRACTOR.extract(html(page)));
        assertThat(((Extracted.Found) extracted).problems())
                .extracting(Problem::code)
                .contains(Problem.Code.TRUNCATED);
    }

    @Test
    void boundsTheTimeOnATextWithoutBreaks() {
        List<String> hostile = List.of(
                "A ".repeat(500_000),
                "A, ".repeat(300_000),
                "x".repeat(1_000_000),
                "(((((".repeat(100_000),
                "1-1-".repeat(200_000));
        for (String text : hostile) {
            assertTimeout(Duration.ofSeconds(10), () -> EXTRACTOR.extract(plain(text)));
            assertTimeout(Duration.ofSeconds(10), () -> EXTRACTOR.extract(html("<p>" + text)));
        }
    }
}
