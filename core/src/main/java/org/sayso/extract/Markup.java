package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A parsed page with its elements sorted by tag and its meta elements by name, so that a question about it does not walk the
 * whole page again. Read only; for one page.
 */
final class Markup {
    private final Document document;
    private final Outline outline;
    private final int body;
    private final List<Element> inBody;
    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final Map<String, List<String>> meta = new HashMap<>();

    private Markup(Document document) {
        this.document = document;
        outline = new Outline(document);
        body = outline.numberOf(document.body());
        inBody = new ArrayList<>();
        for (int n = 0; n < outline.size(); n++) {
            if (outline.node(n) instanceof Element e) {
                byTag.computeIfAbsent(e.normalName(), k -> new ArrayList<>()).add(e);
                if (n >= body) {
                    inBody.add(e);
                }
            }
        }
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

    Outline outline() {
        return outline;
    }

    Element body() {
        return document.body();
    }

    /** The number of the body in the outline. */
    int bodyNumber() {
        return body;
    }

    /** The elements of the body in reading order, the body itself first. */
    List<Element> inBody() {
        return inBody;
    }

    /** All elements of one tag, in reading order. */
    List<Element> all(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** What meta elements of that name say, in lower case; the first in the page first. */
    List<String> metas(String name) {
        return meta.getOrDefault(name, List.of());
    }

    Optional<String> meta(String name) {
        return metas(name).stream().findFirst();
    }
}
