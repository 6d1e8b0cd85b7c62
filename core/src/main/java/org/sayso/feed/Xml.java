package org.sayso.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Mark-up read leniently, and what its elements are called whatever prefix was chosen. */
final class Xml {
    /** Parts of the names of namespaces, and the prefix by which they are known here. */
    private static final Map<String, String> PREFIXES = Map.of(
            "w3.org/2005/atom", "atom",
            "purl.org/atom/ns", "atom",
            "purl.org/dc/", "dc",
            "sitemap-news", "news",
            "purl.org/rss/1.0/modules/syndication", "sy",
            "search.yahoo.com/mrss", "media");

    private Xml() {}

    static Document document(String text, String at) {
        return Parser.xmlParser().setTrackPosition(true).parseInput(text, at);
    }

    static Stream<Element> elements(Document document) {
        return document.getAllElements().stream().skip(1);
    }

    static Optional<Element> first(Document document, String local) {
        return elements(document).filter(e -> local(e).equals(local)).findFirst();
    }

    /** Without prefix, lower case. */
    static String local(Element e) {
        String name = e.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** Empty where there is none. */
    static String prefix(Element e) {
        int colon = e.tagName().indexOf(':');
        return colon < 0 ? "" : e.tagName().substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /**
     * With the usual prefix: {@code atom:link} for {@code a10:link}; without one for what stands in the root's own vocabulary.
     */
    static String name(Element e, String rootPrefix) {
        String prefix = prefix(e);
        if (prefix.equals(rootPrefix) || prefix.isEmpty()) {
            return local(e);
        }
        String namespace = e.tag().namespace().toLowerCase(Locale.ROOT);
        String usual = PREFIXES.entrySet().stream()
                .filter(p -> namespace.contains(p.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(prefix);
        return usual + ":" + local(e);
    }

    /** Whether its end tag stood there, or it closed itself: jsoup lets that end where it starts. */
    static boolean isWhole(Element e) {
        return !e.endSourceRange().isImplicit()
                || e.endSourceRange().start().equals(e.sourceRange().start());
    }
}
