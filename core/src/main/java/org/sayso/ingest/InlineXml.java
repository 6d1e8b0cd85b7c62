package org.sayso.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.sayso.table.Table;

/**
 * News in XML, whatever prefixes were chosen, and bodies in it (NITF, XHTML) as HTML. No document type is read and no entity
 * is resolved besides those of XML and HTML themselves.
 */
final class InlineXml {
    /** Deeper elements are closed where they open; a page is cut at the same depth. */
    private static final int DEEPEST = 400;

    /** NITF's own elements, and what each is in HTML ({@code nitf.tsv}). */
    private static final Map<String, String> NITF = Table.rows(InlineXml.class, "nitf.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private InlineXml() {}

    static Document parse(String text) {
        return Parser.xmlParser().setTrackPosition(true).setMaxDepth(DEEPEST).parseInput(text, "");
    }

    /** Without prefix. */
    static String local(Element e) {
        return e.tagName().substring(e.tagName().indexOf(':') + 1);
    }

    static Stream<Element> children(Element parent, String local) {
        return parent.children().stream().filter(e -> local(e).equals(local));
    }

    /** The first below an element that is called so, however deep. */
    static Optional<Element> within(Element root, String local) {
        return root.getAllElements().stream()
                .filter(e -> local(e).equals(local))
                .findFirst();
    }

    /** Whether it was closed, or needed not be: jsoup lets what closes itself end where it starts. */
    static boolean isWhole(Element e) {
        Range end = e.endSourceRange();
        return !end.isImplicit() || end.start().equals(e.sourceRange().start());
    }

    static int line(Element e) {
        return e.sourceRange().start().lineNumber();
    }

    /** The body below an element as HTML; of NITF its content and end, whose head says what the item says already. */
    static String html(Element root) {
        Element to = new Element("div");
        Element body = within(root, "body").orElse(root);
        Optional<Element> content = within(body, "body.content");
        copy(content.orElse(body), to);
        content.flatMap(c -> within(body, "body.end")).ifPresent(end -> copy(end, to));
        return to.html();
    }

    /** Elements made anew: one that XML closes at once would swallow the rest if it were read as HTML. */
    private static void copy(Element from, Element to) {
        for (Node node : from.childNodes()) {
            if (node instanceof TextNode text) {
                to.appendText(text.getWholeText());
            } else if (node instanceof Element e) {
                String name = local(e);
                String known = Tag.isKnownTag(name) ? name : "span";
                Element made = to.appendElement(NITF.getOrDefault(name, known));
                e.attributes().forEach(a -> made.attr(a.getKey(), a.getValue()));
                copy(e, made);
            }
        }
    }
}
