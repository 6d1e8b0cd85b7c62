package org.sayso.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Article;
import org.sayso.model.Page;

/** Pages written for this test. */
final class PublicationDayTest {
    private static final Extractor EXTRACTOR = Extractor.load();
    private static final String STORY =
            "<p>The foreign minister told reporters on Monday that talks with the neighbouring"
                    + " country, which broke down on 3 March 2019, would resume within a week.</p>";

    private static Article article(String url, String head, String body) {
        Page page = new Page(
                "page",
                Optional.of(url),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html("<html lang=\"en-US\"><head>" + head + "</head><body>" + body + "</body></html>"));
        return ((Extracted.Found) EXTRACTOR.extract(page)).article();
    }

    private static Optional<String> day(String url, String head, String body) {
        return article(url, head, body).published().map(Object::toString);
    }

    @Test
    void jsonLdGoesBeforeTheAddress() {
        String head =
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-11-11\"}</script>";
        assertThat(day("https://example.org/2023/01/02/talks", head, STORY)).contains("2024-11-11");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/2024/11/11/talks, 2024-11-11",
        "https://example.org/world/2024/nov/11/talks, 2024-11-11",
        "https://example.org/news/20241111/talks, 2024-11-11",
        "https://example.org/news/talks-2024-11-11.html, 2024-11-11",
    })
    void addressesHoldTheDay(String url, String day) {
        assertThat(day(url, "", STORY)).contains(day);
    }

    @Test
    void theLineUnderTheHeadlineGoesBeforeDatesInTheText() {
        String body =
                "<h1>Talks to resume within a week</h1><p>In a statement of 1 March 2018 the two sides had agreed to meet.</p>"
                        + "<p>November 11, 2024</p>" + STORY;
        assertThat(day("https://example.org/a", "", body)).contains("2024-11-11");
    }

    @Test
    void todaysDateInThePageHeadIsNotTheArticles() {
        String body =
                "<span class=\"date\">Tue, 12 Nov 2024</span><h2>Talks to resume within a week</h2><p>11 Nov 2024, 22:11</p>"
                        + STORY;
        assertThat(day("https://example.org/a", "<title>Talks to resume within a week</title>", body))
                .contains("2024-11-11");
    }

    @Test
    void aTimeInUtcIsReadAsTheDayThatThePageShows() {
        String head = "<meta property=\"article:published_time\" content=\"2024-11-11T23:15:00Z\">";
        String body = "<h1>Talks to resume</h1><p itemprop=\"datePublished\">12 November 2024</p>" + STORY;
        Article article = article("https://example.org/a", head, body);
        assertThat(article.published().map(Object::toString)).contains("2024-11-12");
        assertThat(article.publishedAt().map(Object::toString)).contains("2024-11-11T23:15Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "11 de noviembre de 2024; 2024-11-11",
                "11 Dicembre 2024; 2024-12-11",
                "11. November 2024; 2024-11-11",
                "11 ноября 2024; 2024-11-11",
                "2024年11月11日; 2024-11-11",
                "11/30/2024; 2024-11-30",
                "30.11.2024; 2024-11-30",
            })
    void readsDatesOfManyLanguages(String shown, String day) {
        assertThat(day("https://example.org/a", "", "<h1>Talks to resume</h1><time>" + shown + "</time>" + STORY))
                .contains(day);
    }

    @Test
    void noDateIsNoDate() {
        assertThat(day(
                        "https://example.org/a",
                        "",
                        "<p>The foreign minister told reporters that talks would resume.</p>"))
                .isEmpty();
    }
}
