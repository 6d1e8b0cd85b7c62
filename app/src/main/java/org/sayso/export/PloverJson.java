package org.sayso.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Place;
import org.sayso.model.Reading;
import org.sayso.wording.Vouchers;

/**
 * PLOVER records, one JSON object a line, with the field names of the manual. What PLOVER has no field for (who vouches,
 * factuality, spans) stands under {@code sayso}, so that a strict reader can drop it. What is planned is coded as the
 * manual has it ({@link EventType#coded}). Events that are not said to have happened carry the manual's auxiliary modes in {@code sayso.auxiliary}.
 */
public final class PloverJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PloverJson() {}

    /** The events of each reading. */
    public static void write(Stream<Reading> readings, PrintWriter out) {
        readings.forEach(r -> r.events().forEach(e -> out.println(node(r, e))));
    }

    private static ObjectNode node(Reading r, Event e) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", r.article().docId() + "#" + e.id());
        e.when()
                .flatMap(r::timex)
                .flatMap(t -> t.earliest())
                .or(() -> r.article().published())
                .ifPresent(d -> node.put("date", d.toString()));
        node.set("actor", entities(r, e.actors()));
        node.set("recipient", entities(r, e.recipients()));
        EventType type = e.type().coded(e.factuality());
        node.put("event", type.name());
        e.mode().filter(m -> type == e.type()).ifPresent(m -> node.put("mode", m));
        node.set("context", MAPPER.valueToTree(e.contexts()));
        node.put("quad_code", type.quad());
        e.where().flatMap(r::place).ifPresent(p -> node.set("event_loc", place(p)));
        node.put("event_text", e.trigger().of(r.article().text()));
        node.put("text", e.extent().of(r.article().text()));
        node.putObject("text_info")
                .put("start", e.extent().start())
                .put("end", e.extent().end());
        ObjectNode cite = node.putObject("cite_info");
        r.article().publisher().ifPresent(p -> cite.put("publication", p));
        r.article().url().ifPresent(u -> cite.put("url", u));
        r.article().title().ifPresent(t -> cite.put("title", t));
        node.put("coder", "sayso");
        ObjectNode own = node.putObject("sayso");
        own.set("said", MAPPER.valueToTree(Vouchers.of(r, e.said())));
        auxiliary(e).ifPresent(a -> own.put("auxiliary", a));
        own.put("dated", e.when().flatMap(r::timex).flatMap(t -> t.earliest()).isPresent());
        own.put("confidence", e.confidence());
        return node;
    }

    private static Optional<String> auxiliary(Event e) {
        if (e.factuality().polarity() == Factuality.Polarity.NEGATIVE) {
            return Optional.of("negation");
        }
        if (e.background()) {
            return Optional.of("historical");
        }
        return switch (e.factuality().status()) {
            case HAPPENED, ONGOING -> Optional.empty();
            case PLANNED -> Optional.of("future");
            case REQUESTED, CONDITIONAL, HYPOTHETICAL -> Optional.of("hypothetical");
            case DENIED -> Optional.of("negation");
        };
    }

    private static ArrayNode entities(Reading r, List<String> ids) {
        ArrayNode array = MAPPER.createArrayNode();
        ids.stream().map(r::entity).flatMap(Optional::stream).forEach(e -> array.add(entity(e)));
        return array;
    }

    private static ObjectNode entity(Entity e) {
        ObjectNode node = MAPPER.createObjectNode();
        e.country().ifPresent(c -> node.put("code", c));
        e.sector().ifPresent(s -> node.put("sector", s));
        node.put("entity_text", e.name());
        e.role().ifPresent(o -> node.put("office", o));
        return node;
    }

    private static ObjectNode place(Place p) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("name", p.name())
                .put("lat", p.lat())
                .put("lon", p.lon());
        p.country().ifPresent(c -> node.put("country", c));
        return node;
    }
}
