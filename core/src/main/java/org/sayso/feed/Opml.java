package org.sayso.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A list of feeds as feed readers export it (OPML 1.0 and 2.0). */
public final class Opml {
    /** What the element is called that holds a list. */
    static final String ROOT = "opml";

    private Opml() {}

    /**
     * The addresses of the feeds, folders flattened, each once.
     *
     * @param text decoded
     * @return empty where it is no OPML
     */
    public static Optional<List<String>> addresses(String text) {
        return addresses(Xml.document(FeedParser.clean(text), ""));
    }

    static Optional<List<String>> addresses(Document document) {
        if (Xml.first(document, ROOT).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Boolean> addresses = new LinkedHashMap<>();
        Xml.elements(document)
                .filter(e -> Xml.local(e).equals("outline"))
                .map(Opml::address)
                .filter(a -> !a.isEmpty())
                .forEach(a -> addresses.put(a, true));
        return Optional.of(List.copyOf(addresses.keySet()));
    }

    /** Quirk: exporters disagree about the case of xmlUrl. */
    private static String address(Element outline) {
        return outline.attributes().asList().stream()
                .filter(a -> a.getKey().toLowerCase(Locale.ROOT).equals("xmlurl"))
                .map(Attribute::getValue)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }
}
