package org.sayso.json;

import static org.sayso.json.Json.all;
import static org.sayso.json.Json.list;
import static org.sayso.json.Json.put;
import static org.sayso.json.Json.span;
import static org.sayso.json.Json.strings;
import static org.sayso.json.Json.text;
import static org.sayso.json.Json.value;
import static org.sayso.json.Json.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.sayso.model.Attribution;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.EventType;
import org.sayso.model.Figure;
import org.sayso.model.Lineage;
import org.sayso.model.Story;

/** {@code sayso.story/1}: one story as one line of JSON. Thread-safe. */
public final class StoryJson {
    public static final String FORMAT = "sayso.story/1";

    private StoryJson() {}

    /** One line, without a line end. */
    public static String write(Story story) {
        return Json.line(tree(story));
    }

    public static ObjectNode tree(Story story) {
        ObjectNode node =
                Json.object().put("format", FORMAT).put("id", story.id()).put("title", story.title());
        node.set("docs", Json.MAPPER.valueToTree(story.docs()));
        put(node, "from", story.from());
        put(node, "to", story.to());
        list(node, "claims", story.claims(), StoryJson::tree);
        list(node, "lineage", story.lineage(), StoryJson::tree);
        list(node, "changes", story.changes(), StoryJson::tree);
        return node;
    }

    /** A claim alone, as it stands in its story. */
    public static ObjectNode tree(Claim claim) {
        ObjectNode node = Json.object().put("id", claim.id()).put("summary", claim.summary());
        node.set("event", frame(claim.event()));
        node.put("status", word(claim.status()));
        list(node, "reports", claim.reports(), r -> {
            ObjectNode report = Json.object().put("doc", r.doc());
            report.set("span", span(r.span()));
            report.set("said", Json.MAPPER.valueToTree(r.said()));
            return report;
        });
        node.put("outlets", claim.outlets());
        ObjectNode independent = node.putObject("independent");
        put(independent, "count", claim.independent().count());
        independent
                .put("established", claim.independent().established())
                .put("why", claim.independent().why());
        list(node, "roots", claim.roots(), StoryJson::root);
        list(node, "denials", claim.denials(), StoryJson::denial);
        list(node, "noComment", claim.noComment(), n -> {
            ObjectNode item = Json.object().put("by", n.by()).put("doc", n.doc());
            item.set("span", span(n.span()));
            return item;
        });
        list(node, "figures", claim.figures(), StoryJson::tree);
        return node;
    }

    /**
     * The reverse of {@link #write}.
     *
     * @throws IllegalArgumentException where the line is not such a story
     */
    public static Story read(String line) {
        JsonNode node = Json.parse(line, FORMAT);
        return new Story(
                node.path("id").asText(),
                node.path("title").asText(),
                strings(node, "docs"),
                text(node, "from").map(LocalDate::parse),
                text(node, "to").map(LocalDate::parse),
                all(node, "claims", StoryJson::claim),
                all(node, "lineage", StoryJson::lineage),
                all(
                        node,
                        "changes",
                        c -> new Change(
                                LocalDate.parse(c.path("at").asText()),
                                value(Change.What.class, c.path("what")),
                                c.path("claim").asText(),
                                c.path("doc").asText())));
    }

    private static Claim claim(JsonNode n) {
        JsonNode independent = n.path("independent");
        return new Claim(
                n.path("id").asText(),
                n.path("summary").asText(),
                frame(n.path("event")),
                value(Claim.Status.class, n.path("status")),
                all(
                        n,
                        "reports",
                        r -> new Claim.Report(r.path("doc").asText(), span(r.path("span")), strings(r, "said"))),
                n.path("outlets").asInt(),
                new Claim.Independent(
                        Optional.ofNullable(independent.get("count")).map(JsonNode::asInt),
                        independent.path("established").asBoolean(),
                        independent.path("why").asText()),
                all(
                        n,
                        "roots",
                        r -> new Claim.Root(
                                r.path("voucher").asText(),
                                text(r, "via"),
                                value(Attribution.Source.Kind.class, r.path("kind")),
                                r.path("firstDoc").asText())),
                all(
                        n,
                        "denials",
                        d -> new Claim.Denial(
                                d.path("by").asText(),
                                text(d, "on").map(LocalDate::parse),
                                value(Claim.Scope.class, d.path("scope")),
                                d.path("doc").asText(),
                                span(d.path("span")))),
                all(
                        n,
                        "noComment",
                        c -> new Claim.NoComment(
                                c.path("by").asText(), c.path("doc").asText(), span(c.path("span")))),
                all(n, "figures", StoryJson::figure));
    }

    private static ObjectNode frame(Claim.Frame f) {
        ObjectNode node = Json.object();
        put(node, "type", f.type().map(EventType::name));
        put(node, "mode", f.mode());
        strings(node, "actors", f.actors());
        strings(node, "recipients", f.recipients());
        put(node, "when", f.when());
        put(node, "where", f.where());
        return node;
    }

    private static Claim.Frame frame(JsonNode n) {
        return new Claim.Frame(
                Optional.ofNullable(n.get("type")).map(t -> value(EventType.class, t)),
                text(n, "mode"),
                strings(n, "actors"),
                strings(n, "recipients"),
                text(n, "when"),
                text(n, "where"));
    }

    private static ObjectNode root(Claim.Root r) {
        ObjectNode node = Json.object().put("voucher", r.voucher());
        put(node, "via", r.via());
        return node.put("kind", word(r.kind())).put("firstDoc", r.firstDoc());
    }

    private static ObjectNode denial(Claim.Denial d) {
        ObjectNode node = Json.object().put("by", d.by());
        put(node, "on", d.on());
        node.put("scope", word(d.scope())).put("doc", d.doc());
        node.set("span", span(d.span()));
        return node;
    }

    /** A figure alone, as it stands in its claim. */
    public static ObjectNode tree(Claim.FigureLine f) {
        ObjectNode node = Json.object()
                .put("party", f.party())
                .put("measure", word(f.measure()))
                .put("unit", f.unit());
        put(node, "low", f.low());
        put(node, "high", f.high());
        put(node, "asOf", f.asOf());
        node.put("doc", f.doc());
        node.set("span", span(f.span()));
        return node.put("relation", word(f.relation()));
    }

    private static Claim.FigureLine figure(JsonNode n) {
        return new Claim.FigureLine(
                n.path("party").asText(),
                value(Figure.Measure.class, n.path("measure")),
                n.path("unit").asText(),
                Json.number(n, "low"),
                Json.number(n, "high"),
                text(n, "asOf").map(LocalDate::parse),
                n.path("doc").asText(),
                span(n.path("span")),
                value(Claim.Relation.class, n.path("relation")));
    }

    /** A change alone, as it stands in its story. */
    public static ObjectNode tree(Change c) {
        return Json.object()
                .put("at", c.at().toString())
                .put("what", word(c.what()))
                .put("claim", c.claim())
                .put("doc", c.doc());
    }

    /** An edge alone, as it stands in its story. */
    public static ObjectNode tree(Lineage l) {
        ObjectNode node = Json.object()
                .put("doc", l.doc())
                .put("to", l.to())
                .put("kind", word(l.kind()))
                .put("stated", l.stated());
        l.span().ifPresent(s -> node.set("span", span(s)));
        return node;
    }

    private static Lineage lineage(JsonNode n) {
        return new Lineage(
                n.path("doc").asText(),
                n.path("to").asText(),
                value(Lineage.Kind.class, n.path("kind")),
                n.path("stated").asBoolean(),
                Optional.ofNullable(n.get("span")).map(Json::span));
    }
}
