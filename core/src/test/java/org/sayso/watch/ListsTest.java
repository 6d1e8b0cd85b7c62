package org.sayso.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sayso.store.WatchedFeed;
import org.sayso.testing.NewsSite;

/** Lists of feeds and indexes of site maps, watched at their address. */
@Timeout(120)
final class ListsTest extends WatchFixture {
    @Test
    void theFeedsOfAListAreWatchedAsLongAsItListsThem() throws Exception {
        site.article(1, 1).article(2, 1).article(3, 1);
        site.feed("/one", NewsSite.rss(site.item(1, 1)))
                .feed("/two", NewsSite.rss(site.item(2, 1)))
                .feed("/list.opml", opml("/one", "/two"));
        once("/list.opml");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1));
        assertThat(of(Told.Followed.class)).containsExactly(new Told.Followed(server.url("/list.opml"), 2, 2, 0));
        site.feed("/two", NewsSite.rss(site.item(2, 1), site.item(3, 1))).feed("/list.opml", opml("/two"));
        timing.pass(Duration.ofMinutes(30));
        once("/list.opml");
        assertThat(texts()).contains(text(3, 1));
        assertThat(feeds()).containsExactly(server.url("/list.opml"), server.url("/two"));
        long asked = server.asked("/one");
        run(Duration.ofHours(5), "/list.opml");
        assertThat(server.asked("/one")).as("listed no more").isEqualTo(asked);
    }

    @Test
    void aListThatHasNotChangedIsNotNeededToGoOn() throws Exception {
        site.article(1, 1)
                .article(2, 1)
                .feed("/one", NewsSite.rss(site.item(1, 1)))
                .feed("/list.opml", opml("/one"));
        once("/list.opml");
        site.feed("/one", NewsSite.rss(site.item(1, 1), site.item(2, 1)));
        timing.pass(Duration.ofMinutes(30));
        once("/list.opml");
        assertThat(of(Told.Followed.class)).hasSize(1);
        assertThat(of(Told.Unchanged.class)).containsExactly(new Told.Unchanged(server.url("/list.opml")));
        assertThat(texts()).contains(text(2, 1));
    }

    @Test
    void ofAListThatBreaksOffNoFeedIsDropped() throws Exception {
        site.feed("/list.opml", opml("/one", "/two"));
        once("/list.opml");
        String whole = opml("/three", "/one", "/two");
        site.feed("/list.opml", whole.substring(0, whole.indexOf("/one")));
        timing.pass(Duration.ofMinutes(30));
        once("/list.opml");
        assertThat(feeds())
                .containsExactlyInAnyOrder(
                        server.url("/list.opml"), server.url("/one"), server.url("/two"), server.url("/three"));
    }

    @Test
    void aFeedThatItsReaderNamesStaysWhenAListDropsIt() throws Exception {
        site.article(1, 1).feed("/one", NewsSite.rss(site.item(1, 1))).feed("/list.opml", opml("/one"));
        once("/list.opml");
        site.feed("/list.opml", opml());
        timing.pass(Duration.ofMinutes(30));
        once("/list.opml", "/one");
        assertThat(feeds()).containsExactly(server.url("/list.opml"), server.url("/one"));
    }

    @Test
    void ofAnIndexTheSiteMapsWithNewsAreRead() throws Exception {
        site.article(1, 1).article(2, 1);
        server.page("/index.xml", """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>/pages.xml</loc></sitemap>
                <sitemap><loc>/news.xml.gz</loc><lastmod>2026-01-05T06:00:00Z</lastmod></sitemap>
                <sitemap><loc>/last-week.xml</loc><lastmod>2025-12-29T06:00:00+00:00</lastmod></sitemap>
                <sitemap><loc>/last-year.xml</loc><lastmod>2025-01-05</lastmod></sitemap>
                </sitemapindex>""".getBytes(UTF_8), "Content-Type: application/xml");
        server.page("/pages.xml", "<urlset><url><loc>/about</loc></url></urlset>".getBytes(UTF_8));
        server.page("/news.xml.gz", packed(siteMap(1)), "Content-Type: application/gzip");
        server.page("/last-week.xml", siteMap(2).getBytes(UTF_8));
        once("/index.xml");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1));
        assertThat(of(Told.Followed.class)).containsExactly(new Told.Followed(server.url("/index.xml"), 3, 3, 1));
        assertThat(of(Told.NoNews.class)).containsExactly(new Told.NoNews(server.url("/pages.xml")));
        assertThat(of(Told.Failed.class)).isEmpty();
        assertThat(server.asked("/last-year.xml")).isZero();
    }

    @Test
    void listsWithinListsAndThoseThatNameThemselvesLeadNoFurther() throws Exception {
        site.feed("/list.opml", opml("/list.opml", "/inner.opml")).feed("/inner.opml", opml("/one"));
        once("/list.opml");
        assertThat(feeds()).containsExactly(server.url("/inner.opml"), server.url("/list.opml"));
        assertThat(of(Told.Failed.class))
                .singleElement()
                .satisfies(
                        failed -> assertThat(failed.why()).isEqualTo("a list within a list is not followed; name it"));
        assertThat(server.asked("/one")).isZero();
    }

    private List<String> feeds() throws IOException {
        return record.watchlist().feeds().stream().map(WatchedFeed::url).toList();
    }

    private String opml(String... paths) {
        StringBuilder list = new StringBuilder("<opml version=\"2.0\"><body><outline text=\"folder\">");
        for (String path : paths) {
            list.append("<outline type=\"rss\" xmlUrl=\"")
                    .append(server.url(path))
                    .append("\"/>");
        }
        return list.append("</outline></body></opml>").toString();
    }

    private String siteMap(int n) {
        return """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>%s</loc><news:news><news:publication_date>2026-01-05T06:00:00Z</news:publication_date>
                <news:title>%s</news:title></news:news></url></urlset>""".formatted(server.url("/news/" + n), NewsSite.headline(n));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
