package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A parsed page with its elements sorted by tag and its meta elements by name, so that a question about it does not walk the
 * whole page again. Read only; for one page.
 */
final class Markup {
    private final Document document;
    private final List<Element> inBody;
    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final Map<String, List<String>> meta = new HashMap<>();

    private Markup(Document document) {
        this.document = document;
        List<Element> elements = new ArrayList<>();
        document.traverse((node, depth) -> {
            if (node instanceof Element e) {
                elements.add(e);
                byTag.computeIfAbsent(e.normalName(), k -> new ArrayList<>()).add(e);
            }
        });
        inBody = elements.subList(elements.indexOf(document.body()), elements.size());
        for (Element e : all("meta")) {
            String content = e.attr("content").strip();
            if (!content.isEmpty()) {
                for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                    String name = e.attr(attribute).toLowerCase(Locale.ROOT).strip();
                    if (!name.isEmpty()) {
                        meta.computeIfAbsent(name, k -> new ArrayList<>()).add(content);
                    }
                }
            }
        }
    }

    /**
     * @param positions whether elements know where they stand in the mark-up, which makes parsing take twice as long
     */
    static Markup parse(String markup, String address, boolean positions) {
        return new Markup(Parser.htmlParser()
                .setMaxDepth(Extractor.DEEPEST)
                .setTrackPosition(positions)
                .parseInput(markup, address));
    }

    Document document() {
        return document;
    }

    Element body() {
        return document.body();
    }

    /** The elements of the body in reading order, the body itself first. */
    List<Element> inBody() {
        return inBody;
    }

    /** All elements of one tag, in reading order. */
    List<Element> all(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** These elements and all that hold one of them. */
    static Set<Element> around(List<Element> elements) {
        Set<Element> around = new HashSet<>();
        for (Element inner : elements) {
            for (Element e = inner; e != null && around.add(e); ) {
                e = e.parent();
            }
        }
        return around;
    }

    /** What meta elements of that name say, in lower case; the first in the page first. */
    List<String> metas(String name) {
        return meta.getOrDefault(name, List.of());
    }

    Optional<String> meta(String name) {
        return metas(name).stream().findFirst();
    }
}
