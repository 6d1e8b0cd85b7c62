package org.sayso.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds of every kind, as they are and as they should not be. All of them were written for this test. */
final class FeedParserTest {
    private static final URI AT = URI.create("https://news.example/feeds/world");
    private static final FeedParser PARSER = new FeedParser();
    private static final String RSS = """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
              <channel>
                <title>World &amp; more</title>
                <link>https://news.example/</link>
                <atom:link rel="self" href="https://news.example/feeds/world"/>
                <ttl>15</ttl>
                <item>
                  <title><![CDATA[Talks <b>resume</b> in Geneva]]></title>
                  <link>https://news.example/a</link>
                  <media:title>A picture</media:title>
                  <media:content url="https://news.example/a.jpg"/>
                  <guid isPermaLink="false">1</guid>
                  <pubDate>Mon, 11 Nov 2024 10:00:00 +0100</pubDate>
                </item>
                <item>
                  <title>Bridge shelled &#8211; governor</title>
                  <guid>https://news.example/b?x=1&amp;y=2</guid>
                </item>
                <item><title>Nowhere</title></item>
              </channel>
            </rss>
            """;

    @Test
    void rss() {
        Feed feed = feed(RSS);
        assertThat(feed.kind()).isEqualTo(Feed.Kind.RSS);
        assertThat(feed.title()).contains("World & more");
        assertThat(feed.ttl()).contains(Duration.ofMinutes(15));
        assertThat(feed.entries())
                .containsExactly(
                        new Entry(
                                "https://news.example/a",
                                Optional.of("Talks resume in Geneva"),
                                Optional.of(OffsetDateTime.parse("2024-11-11T10:00+01:00")),
                                Optional.empty()),
                        new Entry(
                                "https://news.example/b?x=1&y=2",
                                Optional.of("Bridge shelled – governor"),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(feed.withoutAddress()).isEqualTo(1);
        assertThat(feed.cutOff()).isFalse();
    }

    @Test
    void atomWithRelativeAddressesAndAnotherPrefix() {
        Feed feed = feed("""
                <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://other.example/x/">
                  <a:title type="html">Caf&amp;eacute;</a:title>
                  <a:entry>
                    <a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Army <em>denies</em></div></a:title>
                    <a:link rel="enclosure" href="film.mp4"/>
                    <a:link href="c.json" type="application/json"/>
                    <a:link rel="alternate" type="text/html" href="c"/>
                    <a:published>2024-11-11T10:00:00Z</a:published>
                    <a:updated>2024-11-12T10:00:00Z</a:updated>
                    <a:source><a:title>Wire</a:title><a:link href="https://wire.example/"/></a:source>
                  </a:entry>
                </a:feed>
                """);
        assertThat(feed.title()).contains("Café");
        assertThat(feed.entries())
                .containsExactly(new Entry(
                        "https://other.example/x/c",
                        Optional.of("Army denies"),
                        Optional.of(OffsetDateTime.parse("2024-11-11T10:00Z")),
                        Optional.of(OffsetDateTime.parse("2024-11-12T10:00Z"))));
    }

    @Test
    void rdf() {
        Feed feed = feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                  <channel rdf:about="https://news.example/"><title>RDF</title>
                    <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
                  <item rdf:about="https://news.example/d"><title>Talks</title><dc:date>2024-11-11T10:00+01:00</dc:date></item>
                </rdf:RDF>
                """);
        assertThat(feed.kind()).isEqualTo(Feed.Kind.RDF);
        assertThat(feed.ttl()).contains(Duration.ofMinutes(30));
        assertThat(feed.entries()).extracting(Entry::address).containsExactly("https://news.example/d");
        assertThat(feed.entries().getFirst().published()).contains(OffsetDateTime.parse("2024-11-11T10:00+01:00"));
    }

    @Test
    void jsonFeed() {
        String json = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "JSON", "items": [
                  {"id": "1", "url": "/e", "title": "Talks", "date_published": "2024-11-11T10:00:00Z"},
                  {"id": "https://news.example/f", "content_text": "x"}, {"id": "3"},
                  {"id": "4", "url": "/g"}]}
                """;
        Feed feed = feed(json);
        assertThat(feed.kind()).isEqualTo(Feed.Kind.JSON_FEED);
        assertThat(feed.entries())
                .extracting(Entry::address)
                .containsExactly("https://news.example/e", "https://news.example/f", "https://news.example/g");
        assertThat(feed.withoutAddress()).isEqualTo(1);
        Feed cut = feed(json.substring(0, json.indexOf("\"/g")));
        assertThat(cut.entries()).hasSize(2);
        assertThat(cut.cutOff()).isTrue();
    }

    @Test
    void aNewsSiteMapGivesItsNewsOnly() {
        Feed feed = feed("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
                  <url><loc>https://news.example/about</loc></url>
                  <url><loc> https://news.example/h </loc><lastmod>2024-11-12</lastmod><n:news>
                    <n:publication><n:name>News</n:name></n:publication>
                    <n:publication_date>2024-11-11</n:publication_date><n:title>Talks</n:title></n:news></url>
                </urlset>
                """);
        assertThat(feed.entries())
                .containsExactly(new Entry(
                        "https://news.example/h",
                        Optional.of("Talks"),
                        Optional.of(OffsetDateTime.parse("2024-11-11T00:00Z")),
                        Optional.of(OffsetDateTime.parse("2024-11-12T00:00Z"))));
    }

    @Test
    void aFeedCutAnywhereKeepsWhatStoodBeforeTheBreak() {
        List<Entry> whole = feed(RSS).entries();
        for (int end = RSS.indexOf("<channel>"); end < RSS.length() - 8; end++) {
            Feed feed = feed(RSS.substring(0, end));
            assertThat(feed.cutOff()).as("cut at %d", end).isTrue();
            int items = RSS.substring(0, end).split("</item>", -1).length - 1;
            assertThat(feed.entries()).as("cut at %d", end).isEqualTo(whole.subList(0, Math.min(items, 2)));
        }
    }

    @Test
    void documentTypesDeclareNothing() {
        Feed feed = feed("""
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"> <!ENTITY a "<item><link>https://evil.example/</link></item>">
                  <!ENTITY b "&a;&a;&a;&a;">]>
                <rss><channel><item><title>x&x;&b;y</title><link>https://news.example/a</link></item>&a;</channel></rss>
                """);
        assertThat(feed.entries()).extracting(Entry::address).containsExactly("https://news.example/a");
        assertThat(feed.entries().getFirst().title()).contains("x&x;&b;y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "control characters | `<rss><channel><item><title>Talks\u0000 \u0008resu\u000Bme</title><link>https://news.example/a\u0001</link></item></channel></rss>`",
                "a warning before the prolog | `Warning: Cannot modify <b>header</b><br>\n<?xml version='1.0'?><rss><channel><item><title>Talks resume</title><link>https://news.example/a</link></item></channel></rss>`",
                "blank lines before the prolog | `\n\n<?xml version='1.1'?><rss><channel><item><title>Talks resume</title><link>https://news.example/a</link></item></channel></rss>`",
                "no prolog, no version | `<rss><item><title>Talks resume</title><link>https://news.example/a</link></item></rss>`",
                "HTML entities and mark-up left open | `<rss><channel><item><title>Talks&nbsp;resume</title><description><p>One<br>two &copy; & more</description><link>https://news.example/a</link></item></channel></rss>`",
                "a bare ampersand | `<rss><channel><item><title>Talks resume</title><link>/a</link><author>A & B</author></item></channel></rss>`",
                "capitals | `<RSS><CHANNEL><ITEM><TITLE>Talks resume</TITLE><LINK>https://news.example/a</LINK></ITEM></CHANNEL></RSS>`",
                "undeclared prefixes | `<rss><channel><item><title>Talks resume</title><media:thumbnail><title>x</title></media:thumbnail><feedburner:origLink>https://news.example/a</feedburner:origLink><link>https://feedproxy.example/~r/1</link></item></channel></rss>`",
                "something behind the end | `<rss><channel><item><title>Talks resume</title><link>https://news.example/a</link></item></channel></rss><!-- cached --><script>x</script>`",
            })
    void faultsThatStrictParsersDieOf(String fault, String text) {
        Feed feed = feed(text);
        assertThat(feed.entries())
                .as(fault)
                .extracting(Entry::address, e -> e.title().orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("https://news.example/a", "Talks resume"));
        assertThat(feed.cutOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`<!doctype html><html><head><title>503 Service Unavailable</title></head><body>Sorry</body></html>` | an HTML page, “503 Service Unavailable”",
                "`<h1>It works!</h1>` | an HTML page",
                "`Too many requests` | plain text, “Too many requests”",
                "`` | nothing",
                "`\u0000\u0001` | nothing",
                "`{\"error\": \"not found\"}` | JSON, but no JSON Feed",
                "`{\"error` | JSON, but no JSON Feed",
                "`[1, 2]` | JSON, but no JSON Feed",
                "`<svg></svg>` | no feed, but <svg>",
            })
    void whatIsNoFeedIsTold(String text, String what) {
        assertThat(PARSER.parse(text, AT)).isEqualTo(new Parsed.NoFeed(what, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`<opml><body><outline xmlUrl='/rss'/><outline xmlUrl='https://other.example/'/></body></opml>` | https://news.example/rss https://other.example/ | 0 | false",
                "`<opml><body/></opml>` | `` | 0 | false",
                "`<opml><body><outline xmlUrl='/rss'/><outl` | https://news.example/rss | 0 | true",
                "`<sitemapindex><sitemap><loc>https://news.example/a.xml</loc></sitemap></sitemapindex>` | https://news.example/a.xml | 0 | false",
                "`<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2024-01-01</lastmod></sitemap>"
                        + "<sitemap><loc>/b.xml</loc><lastmod>2024-05-02T10:00:00Z</lastmod></sitemap></sitemapindex>` | https://news.example/b.xml | 1 | false",
                "`<s:sitemapindex xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:sitemap><s:loc> /a.xml </s:loc></s:sitemap>` | https://news.example/a.xml | 0 | true",
            })
    void aListNamesItsFeeds(String text, String feeds, int older, boolean cutOff) {
        assertThat(PARSER.parse(text, AT))
                .isEqualTo(new Parsed.Listing(feeds.isEmpty() ? List.of() : List.of(feeds.split(" ")), older, cutOff));
    }

    @Test
    void ofAnIndexOfThousandsTheFirstAreFollowed() {
        String maps = IntStream.range(0, 3000)
                .mapToObj(i -> "<sitemap><loc>/" + i + ".xml</loc></sitemap>")
                .collect(Collectors.joining());
        Parsed.Listing listing = (Parsed.Listing) PARSER.parse("<sitemapindex>" + maps + "</sitemapindex>", AT);
        assertThat(listing.feeds()).hasSize(SiteMapIndex.MOST).startsWith("https://news.example/0.xml");
        assertThat(listing.older()).isEqualTo(3000 - SiteMapIndex.MOST);
    }

    @Test
    void aSiteMapWithoutNewsIsTold() {
        assertThat(PARSER.parse("<urlset><url><loc>https://news.example/</loc></url></urlset>", AT))
                .isEqualTo(new Parsed.NoNews());
    }

    @Test
    void aPageThatNamesItsFeedsTellsThem() {
        Parsed parsed = PARSER.parse(
                "<html><head><title>News</title><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>",
                AT);
        assertThat(parsed).isEqualTo(new Parsed.NoFeed("an HTML page, “News”", List.of("https://news.example/rss")));
    }

    @Test
    void entriesLeadToTheWebOnly() {
        Feed feed = feed("<rss><channel>" + item("javascript:alert(1)") + item("file:///etc/passwd")
                + item("//cdn.example/x") + item("https://news.example/a b|c") + item("http:///x")
                + item("mailto:a@b.example")
                + "</channel></rss>");
        assertThat(feed.entries())
                .extracting(Entry::address)
                .containsExactly("https://cdn.example/x", "https://news.example/a%20b%7Cc");
        assertThat(feed.withoutAddress()).isEqualTo(4);
    }

    @Test
    void listsOfFeedsAreFlattened() {
        assertThat(Opml.addresses("""
                <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <opml version="2.0"><head><title>Mine</title></head><body>
                  <outline text="Wires"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/>
                    <outline text="B" xmlurl=" https://b.example/feed?x=1&amp;y=2 "/></outline>
                  <outline text="A again" xmlUrl="https://a.example/rss"/><outline text="empty" xmlUrl=""/>
                """)).contains(List.of("https://a.example/rss", "https://b.example/feed?x=1&y=2"));
        assertThat(Opml.addresses("<html></html>")).isEmpty();
        assertThat(Opml.addresses("")).isEmpty();
    }

    private static String item(String link) {
        return "<item><link>" + link + "</link></item>";
    }

    private static Feed feed(String text) {
        Parsed parsed = PARSER.parse(text, AT);
        assertThat(parsed).isInstanceOf(Feed.class);
        return (Feed) parsed;
    }
}
