package org.sayso.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sayso.model.Outcome.Reason;
import org.sayso.model.Page;

/**
 * NewsML-G2 (IPTC): a {@code newsItem}, or a {@code newsMessage} with several. Told by the namespace of its root. An item
 * in which an element is not closed is left out, and the others are read. A document with a document type is not read at all:
 * the standard knows none, and what is defined there may grow without bounds or lead to other files.
 */
final class NewsMl {
    private static final Pattern ROOT = Pattern.compile(
            "(?:<!DOCTYPE[^\\[>]*+(?:\\[.*?\\]\\s*)?>(?:\\s++|<!--.*?-->)*+)?"
                    + "<(?:[\\w.-]+:)?\\w+\\s[^<>]*http://iptc\\.org/std/nar/2006-10-01/[^<>]*>",
            Pattern.DOTALL);

    private NewsMl() {}

    /** Whether the root that stands at a place of a text is one of NewsML-G2. */
    static boolean opens(String text, int start) {
        return ROOT.matcher(text).region(start, text.length()).lookingAt();
    }

    /** The items in order; an item of a message has its line as its place. */
    static List<Incoming> items(String text, String place, Given given) {
        Document document = InlineXml.parse(text);
        if (document.documentType() != null) {
            return List.of(Incoming.missed(place, Reason.UNSUPPORTED, "NewsML-G2 with a DOCTYPE, which is not read"));
        }
        Element root = document.children().first();
        if (root == null) {
            return List.of(Incoming.missed(place, Reason.UNREADABLE, "broken off within its first tag"));
        }
        if (!InlineXml.local(root).equals("newsMessage")) {
            return List.of(item(root, place, given));
        }
        List<Element> items = InlineXml.children(root, "itemSet")
                .flatMap(set -> set.children().stream())
                .toList();
        List<Incoming> told = new ArrayList<>();
        items.forEach(item -> told.add(item(item, place + ":" + InlineXml.line(item), given)));
        if (items.isEmpty()) {
            told.add(Incoming.missed(place, Reason.EMPTY, "a newsMessage without items"));
        } else if (!InlineXml.isWhole(root) && items.stream().allMatch(InlineXml::isWhole)) {
            told.add(Incoming.missed(place, Reason.UNREADABLE, "broken off after item " + items.size()));
        }
        return told;
    }

    private static Incoming item(Element item, String place, Given given) {
        String name = InlineXml.local(item);
        if (!name.equals("newsItem")) {
            return Incoming.missed(place, Reason.UNSUPPORTED, "a " + name + ", which holds no text");
        }
        Optional<Element> open = item.getAllElements().stream()
                .filter(e -> !InlineXml.isWhole(e))
                .reduce((outer, inner) -> inner);
        if (open.isPresent()) {
            return Incoming.missed(
                    place,
                    Reason.UNREADABLE,
                    "not well-formed: " + InlineXml.local(open.get()) + " of line " + InlineXml.line(open.get())
                            + " is not closed");
        }
        return read(item, place).incoming(place, given);
    }

    private static NewsItem read(Element item, String place) {
        Optional<Element> nitf = at(item, "contentSet", "inlineXML").flatMap(xml -> InlineXml.within(xml, "body.head"));
        return new NewsItem(
                attribute(item, "guid").orElse(place),
                at(item, "itemMeta", "itemClass").flatMap(NewsMl::code),
                at(item, "itemMeta", "pubStatus").flatMap(NewsMl::code),
                text(item, nitf, "headline", "hl1"),
                at(item, "itemMeta", "provider")
                        .or(() -> at(item, "contentMeta", "infoSource"))
                        .or(() -> at(item, "rightsInfo", "copyrightHolder"))
                        .flatMap(NewsMl::name),
                NewsItem.day(Stream.of(
                                at(item, "itemMeta", "versionCreated"),
                                at(item, "contentMeta", "contentCreated"),
                                at(item, "itemMeta", "firstCreated"))
                        .flatMap(Optional::stream)
                        .map(Element::text)),
                at(item, "contentMeta", "language")
                        .flatMap(e -> attribute(e, "tag"))
                        .or(() -> attribute(item, "xml:lang")),
                Stream.of(
                                text(item, nitf, "by", "byline"),
                                at(item, "contentMeta", "creditline").flatMap(NewsMl::text))
                        .flatMap(Optional::stream)
                        .toList(),
                text(item, nitf, "dateline", "dateline"),
                body(item));
    }

    /** The first body that holds words: XML before a string. */
    private static Optional<Page.Content> body(Element item) {
        List<Element> set = InlineXml.children(item, "contentSet").toList();
        Stream<Page.Content> xml = set.stream()
                .flatMap(s -> InlineXml.children(s, "inlineXML"))
                .filter(e -> e.hasText())
                .map(e -> new Page.Html(InlineXml.html(e)));
        Stream<Page.Content> strings = set.stream()
                .flatMap(s -> InlineXml.children(s, "inlineData"))
                .filter(e -> e.hasText() && !e.hasAttr("encoding"))
                .map(e -> NewsItem.body(e.attr("contenttype"), e.wholeText()));
        return Stream.concat(xml, strings).findFirst();
    }

    private static Optional<Element> at(Element item, String block, String local) {
        return InlineXml.children(item, block)
                .flatMap(b -> InlineXml.children(b, local))
                .findFirst();
    }

    /** What is said of the content; else what the head of a NITF body says. */
    private static Optional<String> text(Element item, Optional<Element> nitf, String local, String nitfName) {
        return at(item, "contentMeta", local)
                .flatMap(NewsMl::text)
                .or(() -> nitf.flatMap(head -> InlineXml.within(head, nitfName)).flatMap(NewsMl::text));
    }

    private static Optional<String> text(Element e) {
        return Optional.of(e.text().strip()).filter(t -> !t.isEmpty());
    }

    /** A party's name; else the code by which its sender knows it. */
    private static Optional<String> name(Element party) {
        return InlineXml.children(party, "name")
                .findFirst()
                .flatMap(NewsMl::text)
                .or(() -> attribute(party, "literal"))
                .or(() -> code(party));
    }

    /** "text" of {@code ninat:text} and of {@code http://cv.iptc.org/newscodes/ninature/text}. */
    private static Optional<String> code(Element e) {
        return attribute(e, "qcode").or(() -> attribute(e, "uri")).map(c -> c.replaceFirst(".*[:/]", ""));
    }

    private static Optional<String> attribute(Element e, String name) {
        return Optional.of(e.attr(name).strip()).filter(value -> !value.isEmpty());
    }
}
