package org.sayso.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Article;
import org.sayso.model.Page;
import org.sayso.model.Post;
import org.sayso.model.Problem;

/** Forms that pages take, and that extraction is lost on easily. Pages written for this test. */
final class PageFormsTest {
    private static final Extractor EXTRACTOR = Extractor.load();
    private static final String FIRST =
            "The ferry company said on Friday that its boats would sail again from Sunday, if the strike of the pilots ends.";
    private static final String SECOND =
            "The pilots had stopped work on Monday over the pay of trainees, of whom the company employs more than forty.";
    private static final String THIRD =
            "A mediator met both sides in the town hall on Thursday, and called their talks useful, without saying more.";
    private static final String TEXT = String.join("\n\n", FIRST, SECOND, THIRD);
    private static final String STORY = "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";

    private static Extracted.Found found(String markup) {
        Page page = new Page(
                "page",
                Optional.of("https://www.example.org/ferries"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Html(markup));
        Extracted extracted = EXTRACTOR.extract(page);
        assertThat(extracted).isInstanceOf(Extracted.Found.class);
        return (Extracted.Found) extracted;
    }

    private static Article article(String markup) {
        return found(markup).article();
    }

    private static List<String> posts(Article article) {
        return article.posts().stream()
                .map(post -> post.at().map(Object::toString).orElse("-") + " "
                        + post.span().of(article.text()))
                .toList();
    }

    @Test
    void keepsThePostsOfALiveBlogApartByJsonLd() {
        Article article = article("""
                <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry strike: live","datePublished":"2024-11-11T06:00:00Z",
                "liveBlogUpdate":[{"@type":"BlogPosting","headline":"Talks end","datePublished":"2024-11-12T00:10:00+01:00","articleBody":"%s"},
                {"@type":"BlogPosting","datePublished":"2024-11-11T20:00:00+01:00","articleBody":"%s"}]}</script>
                <h1>Ferry strike: live</h1><article><div><h3>Talks end</h3><p>%s</p></div><div><p>%s</p></div></article>
                """.formatted(THIRD, SECOND, THIRD, SECOND));
        assertThat(posts(article))
                .containsExactly("2024-11-12T00:10+01:00 Talks end\n\n" + THIRD, "2024-11-11T20:00+01:00 " + SECOND);
        assertThat(article.title()).contains("Ferry strike: live");
    }

    @Test
    void keepsThePostsOfALiveBlogApartByTheirTimes() {
        StringBuilder page = new StringBuilder("<h1>Ferry strike: live</h1><main>");
        List<String> texts = List.of(THIRD, SECOND, FIRST);
        for (int i = 0; i < texts.size(); i++) {
            page.append("<section class=entry><time datetime=\"2024-11-11T1").append(9 - i);
            page.append(":00:00Z\">1")
                    .append(9 - i)
                    .append(":00</time><p>")
                    .append(texts.get(i))
                    .append("</p></section>");
        }
        List<Post> posts = article(page + "</main>").posts();
        assertThat(posts)
                .extracting(post -> post.at().orElseThrow())
                .containsExactly(
                        OffsetDateTime.parse("2024-11-11T19:00Z"),
                        OffsetDateTime.parse("2024-11-11T18:00Z"),
                        OffsetDateTime.parse("2024-11-11T17:00Z"));
        assertThat(article("<article><time datetime=2024-11-11T17:00:00Z>17:00</time>" + STORY + "</article>")
                        .posts())
                .isEmpty();
    }

    @Test
    void takesTheTextFromJsonGivenToAVariable() {
        String page =
                "<body><div id=app></div><script>window.Fusion=window.Fusion||{};Fusion.globalContent={\"content_elements\":["
                        + "{\"type\":\"text\",\"content\":\"" + FIRST + "\"},{\"type\":\"text\",\"content\":\"" + SECOND
                        + "\"},{\"type\":\"text\",\"content\":\"" + THIRD + "\"}]};Fusion.x={};</script></body>";
        assertThat(article(page).text()).isEqualTo(TEXT);
    }

    @Test
    void leavesOutLongCommentsBelowAShortReport() {
        String comment =
                "<li><p>I have crossed on that boat every week since I was a child, and not once did it leave on time,"
                        + " whatever the timetable on the quay says.</p></li>";
        String page = "<body><article><h1>Ferries to sail again</h1>" + STORY + "</article><section class=comments><ol>"
                + comment.repeat(12) + "</ol></section></body>";
        assertThat(article(page).text()).isEqualTo(TEXT);
    }

    @Test
    void keepsATableThatIsContent() {
        String page = "<body><article>" + STORY
                + "<table><tr><th>Line</th><th>First boat</th></tr><tr><td>North</td><td>Sunday at six</td></tr></table></article></body>";
        assertThat(article(page).text()).contains("North").contains("Sunday at six");
    }

    @Test
    void leavesSoftHyphensOutAndEverythingElseAsPublished() {
        String odd = "The company`s boats sail, the pilots donâ€™t.";
        String page = "<body><article><p>" + FIRST.replace("company", "com&shy;pany") + "</p><p>" + odd + "</p><p>"
                + THIRD + "</p></article></body>";
        Extracted.Found found = found(page);
        assertThat(found.article().text()).startsWith(FIRST).contains(odd);
        assertThat(found.problems()).extracting(Problem::code).contains(Problem.Code.BROKEN_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul class=breadcrumb><li><a href=/>Home</a><li><a href=/w>World</a></ul>",
                "<div class=share><a href=#>Share on one site</a> <a href=#>Share on another</a></div>",
                "<p>Also read: <a href=/b>How the strike began, and who leads it</a></p>",
                "<p>Read also: How the strike began</p>",
                "<figure><img src=a.png><figcaption>A boat in the harbour. Photo: Ann Lee/The Example</figcaption></figure>",
                "<div class=image><img src=a.png><span class=credit>Photograph: Ann Lee</span></div>",
                "<div class=newsletter><p>Get the best of our reports from the coast each morning, by letter.</p></div>",
            })
    void leavesOutWhatStandsBetweenTheParagraphs(String between) {
        String page = "<body><article><h1>Ferries to sail again</h1><p>" + FIRST + "</p>" + between + "<p>" + SECOND
                + "</p><p>" + THIRD + "</p></article></body>";
        assertThat(article(page).text()).isEqualTo(TEXT);
    }

    @Test
    void takesBoundedTimeForAPageOfOneLine() {
        String line = "<p>" + SECOND + " <b>" + "word ".repeat(300_000) + "</b></p>";
        String inline = "<span>".repeat(20_000) + FIRST + "</span>".repeat(20_000);
        for (String page :
                List.of(line, inline, "<a href=x>".repeat(20_000) + FIRST, "<table><tr><td>".repeat(7_000) + FIRST)) {
            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> EXTRACTOR.extract(new Page(
                            "page",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            new Page.Html(page))));
        }
    }
}
