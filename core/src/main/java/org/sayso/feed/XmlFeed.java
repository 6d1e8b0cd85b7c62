package org.sayso.feed;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** RSS, RDF, Atom and site maps, of which news site maps are the feeds. For one feed, on one thread. */
final class XmlFeed {
    private static final Map<String, Feed.Kind> ROOTS = Map.of(
            "rss", Feed.Kind.RSS,
            "rdf", Feed.Kind.RDF,
            "feed", Feed.Kind.ATOM,
            "urlset", Feed.Kind.NEWS_SITEMAP);
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private final FeedDates dates;
    private final Element root;
    private final String prefix;
    private final Feed.Kind kind;
    private final URI at;

    XmlFeed(FeedDates dates, Element root, URI at) {
        this.dates = dates;
        this.root = root;
        this.prefix = Xml.prefix(root);
        this.kind = kind(root).orElseThrow();
        this.at = at;
    }

    /** The feed in a document, also behind other mark-up (messages of a server before the prolog). */
    static Optional<Element> root(Document document) {
        return Xml.elements(document).filter(e -> kind(e).isPresent()).findFirst();
    }

    private static Optional<Feed.Kind> kind(Element e) {
        return Optional.ofNullable(ROOTS.get(Xml.local(e)));
    }

    Parsed parse() {
        if (kind == Feed.Kind.NEWS_SITEMAP && root.getAllElements().stream().noneMatch(this::isNews)) {
            return new Parsed.NoNews();
        }
        String item = switch (kind) {
            case RSS, RDF -> "item";
            case ATOM -> "entry";
            case NEWS_SITEMAP -> "url";
            case JSON_FEED -> throw new IllegalStateException("no XML: " + kind);
        };
        Element channel = root.children().stream()
                .filter(e -> Xml.local(e).equals("channel"))
                .findFirst()
                .orElse(root);
        URI base = base(root, base(channel, at));
        Optional<String> language = first(channel, "language", "dc:language")
                .or(() -> attribute(root, "xml:lang"))
                .or(() -> attribute(channel, "xml:lang"));
        Map<String, Entry> entries = new LinkedHashMap<>();
        int without = 0;
        for (Element e : root.getAllElements()) {
            boolean other =
                    kind == Feed.Kind.NEWS_SITEMAP && e.children().stream().noneMatch(this::isNews);
            if (!Xml.name(e, prefix).equals(item) || !Xml.isWhole(e) || other) {
                continue;
            }
            Optional<Entry> entry = entry(e, base(e, base), language);
            entry.ifPresent(x -> entries.putIfAbsent(x.address(), x));
            without += entry.isPresent() ? 0 : 1;
        }
        return new Feed(
                kind,
                first(channel, "title").map(XmlFeed::plain),
                ttl(channel),
                List.copyOf(entries.values()),
                without,
                !Xml.isWhole(root));
    }

    /** Site maps list all pages; those that are news say so. */
    private boolean isNews(Element e) {
        return Xml.name(e, prefix).equals("news:news");
    }

    private Optional<Entry> entry(Element item, URI base, Optional<String> language) {
        Optional<Element> news = children(item, "news:news").findFirst();
        Optional<String> title = news.flatMap(n -> first(n, "news:title"))
                .or(() -> first(item, "title", "dc:title", "atom:title"))
                .map(XmlFeed::plain)
                .filter(t -> !t.isEmpty());
        Optional<OffsetDateTime> published = news.flatMap(n -> date(n, language, "news:publication_date"))
                .or(() -> date(item, language, "pubdate", "published", "issued", "dc:date", "atom:published"));
        Optional<OffsetDateTime> updated =
                date(item, language, "updated", "modified", "atom:updated", "dcterms:modified", "lastmod");
        return address(item, base).map(a -> new Entry(a, title, published.or(() -> updated), updated));
    }

    /** Where the entry leads. Quirk: a service in between (FeedBurner) names the article's own address beside its own. */
    private Optional<String> address(Element item, URI base) {
        List<String> written = new ArrayList<>();
        texts(item, "feedburner:origlink", "pheedo:origlink").forEach(written::add);
        if (kind == Feed.Kind.NEWS_SITEMAP) {
            texts(item, "loc").forEach(written::add);
        }
        links(item, "link").forEach(written::add);
        texts(item, "link").forEach(written::add);
        links(item, "atom:link").forEach(written::add);
        children(item, "guid")
                .filter(g -> !g.attr("isPermaLink").equalsIgnoreCase("false"))
                .map(Element::text)
                .filter(XmlFeed::isWeb)
                .forEach(written::add);
        attribute(item, "rdf:about").ifPresent(written::add);
        texts(item, "id").filter(XmlFeed::isWeb).forEach(written::add);
        return written.stream()
                .flatMap(w -> FeedParser.address(w, base).stream())
                .findFirst();
    }

    /** Atom's links, those to the page itself; one that says it is HTML goes first. */
    private Stream<String> links(Element item, String name) {
        return children(item, name)
                .filter(l -> l.hasAttr("href"))
                .filter(l -> l.attr("rel").isEmpty() || l.attr("rel").equalsIgnoreCase("alternate"))
                .sorted((a, b) -> Boolean.compare(isHtml(b), isHtml(a)))
                .map(l -> l.attr("href"));
    }

    private static boolean isHtml(Element link) {
        return link.attr("type").toLowerCase(Locale.ROOT).contains("html");
    }

    private static boolean isWeb(String id) {
        return id.strip().matches("(?i)https?://.+");
    }

    private Optional<OffsetDateTime> date(Element in, Optional<String> language, String... names) {
        return texts(in, names).flatMap(t -> dates.read(t, language).stream()).findFirst();
    }

    private Optional<Duration> ttl(Element channel) {
        Optional<Duration> ttl = first(channel, "ttl")
                .filter(t -> t.matches("\\d{1,6}"))
                .map(t -> Duration.ofMinutes(Long.parseLong(t)))
                .filter(Duration::isPositive);
        return ttl.or(() -> first(channel, "sy:updateperiod").flatMap(p -> {
            int times = first(channel, "sy:updatefrequency")
                    .filter(f -> f.matches("[1-9]\\d{0,3}"))
                    .map(Integer::parseInt)
                    .orElse(1);
            return Optional.ofNullable(PERIODS.get(p.toLowerCase(Locale.ROOT))).map(d -> d.dividedBy(times));
        }));
    }

    private Stream<Element> children(Element parent, String... names) {
        List<String> wanted = List.of(names);
        return parent.children().stream()
                .filter(c -> wanted.contains(Xml.name(c, prefix)))
                .sorted((a, b) ->
                        Integer.compare(wanted.indexOf(Xml.name(a, prefix)), wanted.indexOf(Xml.name(b, prefix))));
    }

    private Stream<String> texts(Element parent, String... names) {
        return children(parent, names).map(e -> e.text().strip()).filter(t -> !t.isEmpty());
    }

    private Optional<String> first(Element parent, String... names) {
        return texts(parent, names).findFirst();
    }

    private static Optional<String> attribute(Element e, String name) {
        return Optional.of(e.attr(name).strip()).filter(v -> !v.isEmpty());
    }

    private static URI base(Element e, URI outer) {
        return attribute(e, "xml:base")
                .flatMap(b -> FeedParser.address(b, outer))
                .map(URI::create)
                .orElse(outer);
    }

    /** Headlines come with mark-up in them, escaped once or not. */
    static String plain(String text) {
        boolean markup = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return (markup ? Jsoup.parseBodyFragment(text).text() : text)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
