package org.sayso.json;

import static org.sayso.json.Json.all;
import static org.sayso.json.Json.put;
import static org.sayso.json.Json.span;
import static org.sayso.json.Json.strings;
import static org.sayso.json.Json.text;
import static org.sayso.json.Json.value;
import static org.sayso.json.Json.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Extraction;
import org.sayso.model.Post;

/** The {@code article} of a reading. */
final class ArticleJson {
    private ArticleJson() {}

    static ObjectNode write(Article a) {
        ObjectNode node = Json.object().put("id", a.id()).put("docId", a.docId());
        put(node, "url", a.url());
        put(node, "canonicalUrl", a.canonicalUrl());
        put(node, "publisher", a.publisher());
        put(node, "title", a.title());
        strings(node, "authors", a.authors());
        put(node, "published", a.published());
        put(node, "publishedAt", a.publishedAt().map(ArticleJson::moment));
        put(node, "modified", a.modified());
        put(node, "modifiedAt", a.modifiedAt().map(ArticleJson::moment));
        a.dateline().ifPresent(d -> {
            ObjectNode line = node.putObject("dateline");
            put(line, "place", d.place());
            put(line, "agency", d.agency());
            put(line, "date", d.date());
            line.set("span", span(d.span()));
        });
        strings(node, "wire", a.wire());
        strings(node, "section", a.section());
        strings(node, "tags", a.tags());
        put(node, "language", a.language());
        node.put("text", a.text());
        if (!a.posts().isEmpty()) {
            Json.list(node, "posts", a.posts(), post -> {
                ObjectNode one = Json.object();
                one.set("span", span(post.span()));
                put(one, "at", post.at().map(ArticleJson::moment));
                return one;
            });
        }
        a.extraction().ifPresent(e -> node.set("extraction", extraction(e)));
        return node;
    }

    private static ObjectNode extraction(Extraction e) {
        ObjectNode node =
                Json.object().put("chosen", word(e.chosen())).put("confidence", ReadingJson.rounded(e.confidence()));
        ObjectNode agreement = node.putObject("agreement");
        e.agreements().forEach(a -> agreement.put(word(a.witness()), ReadingJson.rounded(a.share())));
        put(node, "partial", e.partial().map(Json::word));
        node.put("within", e.within());
        Json.list(node, "origins", e.origins(), origin -> {
            ObjectNode one = Json.object();
            one.set("span", span(origin.span()));
            return one.put("path", origin.path());
        });
        return node;
    }

    /** The reverse of {@link #write}. */
    static Article read(JsonNode n) {
        return new Article(
                n.path("id").asText(),
                n.path("docId").asText(),
                text(n, "url"),
                text(n, "canonicalUrl"),
                text(n, "publisher"),
                text(n, "title"),
                strings(n, "authors"),
                text(n, "published").map(LocalDate::parse),
                text(n, "publishedAt").map(OffsetDateTime::parse),
                text(n, "modified").map(LocalDate::parse),
                text(n, "modifiedAt").map(OffsetDateTime::parse),
                Optional.ofNullable(n.get("dateline"))
                        .map(d -> new Dateline(
                                text(d, "place"), text(d, "agency"), text(d, "date"), span(d.path("span")))),
                strings(n, "wire"),
                strings(n, "section"),
                strings(n, "tags"),
                text(n, "language"),
                n.path("text").asText(),
                all(
                        n,
                        "posts",
                        p -> new Post(span(p.path("span")), text(p, "at").map(OffsetDateTime::parse))),
                Optional.ofNullable(n.get("extraction")).map(ArticleJson::readExtraction));
    }

    private static Extraction readExtraction(JsonNode n) {
        List<Extraction.Agreement> agreements = new ArrayList<>();
        for (var each : n.path("agreement").properties()) {
            agreements.add(new Extraction.Agreement(
                    Json.value(
                            Extraction.Witness.class,
                            Json.MAPPER.getNodeFactory().textNode(each.getKey())),
                    each.getValue().asDouble()));
        }
        return new Extraction(
                value(Extraction.Witness.class, n.path("chosen")),
                n.path("confidence").asDouble(),
                agreements,
                Optional.ofNullable(n.get("partial")).map(p -> value(Extraction.Partial.class, p)),
                n.path("within").asText(),
                all(
                        n,
                        "origins",
                        o -> new Extraction.Origin(
                                span(o.path("span")), o.path("path").asText())));
    }

    /** RFC 3339, with seconds and the publisher's own offset. */
    private static String moment(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }
}
