package org.sayso.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads feeds of every kind. Never throws on bad input. Thread-safe. */
public final class FeedParser {
    /** Characters that XML 1.0 does not allow, and lone surrogates. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^\\[>]*+(?:\\[.*?\\]\\s*+)?>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final FeedDates dates = FeedDates.load();

    /**
     * @param text decoded
     * @param at where it was found; relative addresses are resolved against it
     */
    public Parsed parse(String text, URI at) {
        String clean = clean(text);
        if (clean.isBlank()) {
            return new Parsed.NoFeed("nothing", List.of());
        }
        String start = clean.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return new JsonFeed(dates, at).parse(start);
        }
        Document document = Xml.document(clean, at.toString());
        Optional<Element> root = XmlFeed.root(document);
        if (root.isPresent()) {
            return new XmlFeed(dates, root.get(), at).parse();
        }
        Optional<Element> index = Xml.first(document, "sitemapindex");
        if (index.isPresent()) {
            return SiteMapIndex.parse(index.get(), dates, at);
        }
        Optional<List<String>> list = Opml.addresses(document);
        if (list.isPresent()) {
            return new Parsed.Listing(
                    list.get().stream()
                            .flatMap(a -> address(a, at).stream())
                            .distinct()
                            .toList(),
                    0,
                    Xml.first(document, Opml.ROOT).filter(Xml::isWhole).isEmpty());
        }
        return new Parsed.NoFeed(what(document, clean), feedsNamed(clean, at));
    }

    /** Without what no XML may hold, and without the document type: nothing that it declares is expanded or fetched. */
    static String clean(String text) {
        return DOCTYPE.matcher(FORBIDDEN.matcher(text).replaceAll("")).replaceFirst("");
    }

    private static String what(Document document, String text) {
        Optional<Element> first =
                Xml.elements(document).filter(e -> !Xml.local(e).isEmpty()).findFirst();
        String name = first.map(Xml::local).orElse("");
        return switch (name) {
            case "" -> "plain text, “" + shortened(text) + "”";
            case "html", "head", "body", "div", "p", "h1", "title", "meta", "script", "center" ->
                "an HTML page" + title(text);
            default -> "no feed, but <" + shortened(name) + ">";
        };
    }

    private static String title(String html) {
        String title = Jsoup.parse(html).title();
        return title.isBlank() ? "" : ", “" + shortened(title) + "”";
    }

    private static List<String> feedsNamed(String html, URI at) {
        return Jsoup.parse(html, at.toString())
                .select("link[rel~=(?i)alternate][type~=(?i)application/(rss|atom|rdf|feed).*][href]")
                .stream()
                .map(e -> e.absUrl("href"))
                .filter(a -> !a.isEmpty())
                .distinct()
                .toList();
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    /** A web address, absolute; empty where it is none or of another scheme. */
    static Optional<String> address(String written, URI base) {
        String plain = written.strip().replace(" ", "%20").replace("|", "%7C");
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI absolute = base.resolve(new URI(plain));
            String scheme =
                    absolute.getScheme() == null ? "" : absolute.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && absolute.getRawAuthority() != null;
            return web ? Optional.of(absolute.toString()) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Quirk: addresses with brackets, backslashes and the like; whoever fetches it encodes them.
            return plain.matches("(?i)https?://[^/\\s].*") ? Optional.of(plain) : Optional.empty();
        }
    }
}
