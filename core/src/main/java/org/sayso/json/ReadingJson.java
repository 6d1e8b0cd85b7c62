package org.sayso.json;

import static org.sayso.json.Json.all;
import static org.sayso.json.Json.list;
import static org.sayso.json.Json.put;
import static org.sayso.json.Json.span;
import static org.sayso.json.Json.spans;
import static org.sayso.json.Json.strings;
import static org.sayso.json.Json.text;
import static org.sayso.json.Json.value;
import static org.sayso.json.Json.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Figure;
import org.sayso.model.Interval;
import org.sayso.model.Place;
import org.sayso.model.Problem;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Victim;

/** {@code sayso.reading/1}: one article and all that it says, as one line of JSON. Thread-safe. */
public final class ReadingJson {
    public static final String FORMAT = "sayso.reading/1";

    private ReadingJson() {}

    /** One line, without a line end. */
    public static String write(Reading reading) {
        return Json.line(tree(reading));
    }

    public static ObjectNode tree(Reading reading) {
        ObjectNode node = Json.object();
        node.put("format", FORMAT);
        node.set("article", ArticleJson.write(reading.article()));
        list(node, "entities", reading.entities(), ReadingJson::entity);
        list(node, "timexes", reading.timexes(), ReadingJson::timex);
        list(node, "places", reading.places(), ReadingJson::place);
        list(node, "figures", reading.figures(), ReadingJson::figure);
        list(node, "attributions", reading.attributions(), ReadingJson::attribution);
        list(node, "events", reading.events(), ReadingJson::event);
        list(node, "victims", reading.victims(), ReadingJson::victim);
        list(
                node,
                "problems",
                reading.problems(),
                p -> Json.object().put("code", word(p.code())).put("message", p.message()));
        return node;
    }

    /**
     * The reverse of {@link #write}.
     *
     * @throws IllegalArgumentException where the line is not such a reading, or contradicts itself
     */
    public static Reading read(String line) {
        JsonNode node = Json.parse(line, FORMAT);
        return new Reading(
                ArticleJson.read(node.path("article")),
                all(node, "entities", ReadingJson::entity),
                all(node, "timexes", ReadingJson::timex),
                all(node, "places", ReadingJson::place),
                all(node, "figures", ReadingJson::figure),
                all(node, "attributions", ReadingJson::attribution),
                all(node, "events", ReadingJson::event),
                all(node, "victims", ReadingJson::victim),
                all(
                        node,
                        "problems",
                        p -> new Problem(
                                value(Problem.Code.class, p.path("code")),
                                p.path("message").asText())));
    }

    private static ObjectNode entity(Entity e) {
        ObjectNode node = Json.object().put("id", e.id()).put("name", e.name()).put("kind", word(e.kind()));
        put(node, "country", e.country());
        put(node, "sector", e.sector());
        put(node, "role", e.role());
        put(node, "qid", e.qid());
        node.set("mentions", spans(e.mentions()));
        return node;
    }

    private static Entity entity(JsonNode n) {
        return new Entity(
                n.path("id").asText(),
                n.path("name").asText(),
                value(Entity.Kind.class, n.path("kind")),
                text(n, "country"),
                text(n, "sector"),
                text(n, "role"),
                text(n, "qid"),
                all(n, "mentions", Json::span));
    }

    private static ObjectNode timex(Timex t) {
        ObjectNode node = Json.object().put("id", t.id());
        node.set("span", span(t.span()));
        node.put("type", t.type().name());
        put(node, "value", t.value());
        put(node, "edtf", t.edtf());
        node.put("anchor", word(t.anchor()));
        put(node, "earliest", t.earliest());
        put(node, "latest", t.latest());
        put(node, "earliestInstant", t.earliestInstant());
        put(node, "latestInstant", t.latestInstant());
        put(node, "utcOffset", t.interval().flatMap(Interval::offset));
        return node;
    }

    private static Timex timex(JsonNode n) {
        return new Timex(
                n.path("id").asText(),
                span(n.path("span")),
                value(Timex.Type.class, n.path("type")),
                text(n, "value"),
                text(n, "edtf"),
                value(Timex.Anchor.class, n.path("anchor")),
                interval(n));
    }

    /** Lines written before there were instants have days. */
    private static Optional<Interval> interval(JsonNode n) {
        Optional<Instant> earliest = text(n, "earliestInstant").map(Instant::parse);
        Optional<Instant> latest = text(n, "latestInstant").map(Instant::parse);
        if (earliest.isPresent() || latest.isPresent()) {
            return Optional.of(
                    Interval.ofInstants(earliest, latest, text(n, "utcOffset").map(ZoneOffset::of)));
        }
        return text(n, "earliest")
                .map(LocalDate::parse)
                .flatMap(first -> text(n, "latest").map(LocalDate::parse).map(last -> Interval.ofDays(first, last)));
    }

    private static ObjectNode place(Place p) {
        ObjectNode node = Json.object().put("id", p.id());
        node.set("span", span(p.span()));
        node.put("name", p.name());
        put(node, "country", p.country());
        put(node, "admin1", p.admin1());
        node.put("lat", p.lat()).put("lon", p.lon());
        put(node, "geonames", p.geonames());
        return node.put("precision", word(p.precision()));
    }

    private static Place place(JsonNode n) {
        return new Place(
                n.path("id").asText(),
                span(n.path("span")),
                n.path("name").asText(),
                text(n, "country"),
                text(n, "admin1"),
                n.path("lat").asDouble(),
                n.path("lon").asDouble(),
                Optional.ofNullable(n.get("geonames")).map(JsonNode::asLong),
                value(Place.Precision.class, n.path("precision")));
    }

    private static ObjectNode figure(Figure f) {
        ObjectNode node = Json.object().put("id", f.id());
        node.set("span", span(f.span()));
        put(node, "low", f.low());
        put(node, "high", f.high());
        node.put("approximate", f.approximate());
        if (f.cumulative()) {
            node.put("cumulative", true);
        }
        node.put("unit", f.unit()).put("measure", word(f.measure()));
        f.counted().ifPresent(s -> node.set("counted", span(s)));
        put(node, "event", f.event());
        strings(node, "said", f.said());
        return node;
    }

    private static Figure figure(JsonNode n) {
        return new Figure(
                n.path("id").asText(),
                span(n.path("span")),
                Json.number(n, "low"),
                Json.number(n, "high"),
                n.path("approximate").asBoolean(),
                n.path("cumulative").asBoolean(),
                n.path("unit").asText(),
                value(Figure.Measure.class, n.path("measure")),
                optionalSpan(n, "counted"),
                text(n, "event"),
                strings(n, "said"));
    }

    private static ObjectNode attribution(Attribution a) {
        ObjectNode node = Json.object().put("id", a.id());
        ObjectNode source = node.putObject("source");
        source.set("spans", spans(a.source().spans()));
        source.put("kind", word(a.source().kind()));
        put(source, "entity", a.source().entity());
        node.set("cue", spans(a.cue()));
        node.set("content", spans(a.content()));
        put(node, "inside", a.inside());
        node.put("speech", word(a.speech())).put("stance", word(a.stance()));
        put(node, "medium", a.medium());
        put(node, "when", a.when());
        return node.put("decidedBy", a.decidedBy()).put("confidence", rounded(a.confidence()));
    }

    private static Attribution attribution(JsonNode n) {
        JsonNode source = n.path("source");
        return new Attribution(
                n.path("id").asText(),
                new Attribution.Source(
                        all(source, "spans", Json::span),
                        value(Attribution.Source.Kind.class, source.path("kind")),
                        text(source, "entity")),
                all(n, "cue", Json::span),
                all(n, "content", Json::span),
                text(n, "inside"),
                value(Attribution.Speech.class, n.path("speech")),
                value(Attribution.Stance.class, n.path("stance")),
                text(n, "medium"),
                text(n, "when"),
                n.path("decidedBy").asText(),
                n.path("confidence").asDouble());
    }

    private static ObjectNode event(Event e) {
        ObjectNode node = Json.object().put("id", e.id());
        node.set("trigger", span(e.trigger()));
        node.set("extent", span(e.extent()));
        node.put("type", e.type().name());
        put(node, "mode", e.mode());
        strings(node, "contexts", e.contexts());
        node.put("quad", e.type().quad());
        strings(node, "actors", e.actors());
        strings(node, "recipients", e.recipients());
        put(node, "when", e.when());
        put(node, "whenBy", e.whenBy().map(w -> word(w)));
        put(node, "where", e.where());
        strings(node, "figures", e.figures());
        node.set("factuality", factuality(e.factuality()));
        node.put("background", e.background());
        node.set("said", Json.MAPPER.valueToTree(e.said()));
        return node.put("decidedBy", e.decidedBy()).put("confidence", rounded(e.confidence()));
    }

    private static Event event(JsonNode n) {
        return new Event(
                n.path("id").asText(),
                span(n.path("trigger")),
                span(n.path("extent")),
                value(EventType.class, n.path("type")),
                text(n, "mode"),
                strings(n, "contexts"),
                strings(n, "actors"),
                strings(n, "recipients"),
                text(n, "when"),
                n.has("whenBy") ? Optional.of(value(Event.DatedBy.class, n.path("whenBy"))) : Optional.empty(),
                text(n, "where"),
                strings(n, "figures"),
                factuality(n.path("factuality")),
                n.path("background").asBoolean(),
                strings(n, "said"),
                n.path("decidedBy").asText(),
                n.path("confidence").asDouble());
    }

    private static ObjectNode victim(Victim v) {
        ObjectNode node = Json.object().put("id", v.id());
        node.set("span", span(v.span()));
        node.set("told", span(v.told()));
        node.put("measure", word(v.measure()));
        put(node, "entity", v.entity());
        put(node, "event", v.event());
        node.set("factuality", factuality(v.factuality()));
        node.set("said", Json.MAPPER.valueToTree(v.said()));
        return node;
    }

    private static Victim victim(JsonNode n) {
        return new Victim(
                n.path("id").asText(),
                span(n.path("span")),
                span(n.path("told")),
                value(Figure.Measure.class, n.path("measure")),
                text(n, "entity"),
                text(n, "event"),
                factuality(n.path("factuality")),
                strings(n, "said"));
    }

    private static ObjectNode factuality(Factuality f) {
        return Json.object()
                .put("status", word(f.status()))
                .put("polarity", f.polarity().sign())
                .put("certainty", word(f.certainty()));
    }

    private static Factuality factuality(JsonNode n) {
        return new Factuality(
                value(Factuality.Status.class, n.path("status")),
                polarity(n.path("polarity").asText()),
                value(Factuality.Certainty.class, n.path("certainty")));
    }

    private static Factuality.Polarity polarity(String sign) {
        for (Factuality.Polarity p : Factuality.Polarity.values()) {
            if (p.sign().equals(sign)) {
                return p;
            }
        }
        throw new IllegalArgumentException("polarity is + - or ?, not \"" + sign + "\"");
    }

    private static Optional<Span> optionalSpan(JsonNode n, String field) {
        return Optional.ofNullable(n.get(field)).map(Json::span);
    }

    /** Two places: what a confidence is worth. */
    static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
