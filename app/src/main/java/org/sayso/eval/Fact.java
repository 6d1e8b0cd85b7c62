package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Reading;
import org.sayso.model.Timex;

/** Whether a reading holds a fact of gold; see {@link ReadingEvaluation}. */
final class Fact {
    private final JsonNode gold;
    private final Reading reading;

    private Fact(JsonNode gold, Reading reading) {
        this.gold = gold;
        this.reading = reading;
    }

    static String kind(JsonNode gold) {
        return gold.has("type")
                ? "event"
                : gold.has("figure")
                        ? "figure"
                        : gold.has("place") ? "place" : gold.has("source") || gold.has("stance") ? "statement" : "date";
    }

    static boolean isIn(JsonNode gold, Reading reading) {
        Fact fact = new Fact(gold, reading);
        return switch (kind(gold)) {
            case "event" -> reading.events().stream().anyMatch(fact::event);
            case "figure" -> reading.figures().stream().anyMatch(fact::figure);
            case "place" -> reading.places().stream().anyMatch(fact::place);
            case "statement" -> reading.attributions().stream().anyMatch(fact::statement);
            default -> reading.timexes().stream().anyMatch(fact::timex);
        };
    }

    private boolean event(Event e) {
        return is("type", e.type())
                && some("actor", e.actors().stream().flatMap(this::names))
                && some("recipient", e.recipients().stream().flatMap(this::names))
                && is("status", e.factuality().status())
                && (!gold.has("background") || gold.get("background").asBoolean() == e.background())
                && (!gold.has("when")
                        || e.when().flatMap(reading::timex).filter(this::timex).isPresent())
                && said(e.said());
    }

    private boolean figure(Figure f) {
        BigDecimal number = gold.get("figure").decimalValue();
        return Stream.of(f.low(), f.high()).flatMap(Optional::stream).anyMatch(n -> n.compareTo(number) == 0)
                && (!gold.has("unit") || gold.get("unit").asText().equals(f.unit()))
                && is("measure", f.measure())
                && said(f.said());
    }

    private boolean place(Place p) {
        return some("place", Stream.of(p.name(), p.span().of(reading.article().text())))
                && some("country", p.country().stream());
    }

    private boolean statement(Attribution a) {
        return some("source", vouchers(a))
                && is("stance", a.stance())
                && is("kind", a.source().kind())
                && is("speech", a.speech())
                && some("medium", a.medium().stream())
                && (!gold.has("when")
                        || a.when().flatMap(reading::timex).filter(this::timex).isPresent());
    }

    private boolean timex(Timex t) {
        return t.edtf().filter(e -> e.equals(gold.get("when").asText())).isPresent();
    }

    /** The vouchers named in gold, in their order; others may stand between them. */
    private boolean said(List<String> chain) {
        if (!gold.has("said")) {
            return true;
        }
        int at = 0;
        for (String id : chain) {
            if (at < gold.get("said").size()
                    && reading.attribution(id).stream()
                            .flatMap(this::vouchers)
                            .anyMatch(alternative(gold.get("said").get(at).asText()))) {
                at++;
            }
        }
        return at == gold.get("said").size();
    }

    private Stream<String> vouchers(Attribution a) {
        return Stream.concat(
                a.source().spans().stream().map(s -> s.of(reading.article().text())),
                a.source().entity().stream().flatMap(this::names));
    }

    private Stream<String> names(String entity) {
        Optional<Entity> found = reading.entity(entity);
        return found.stream()
                .flatMap(e -> Stream.concat(
                        Stream.of(e.name()),
                        e.mentions().stream().map(s -> s.of(reading.article().text()))));
    }

    private boolean is(String field, Enum<?> value) {
        return !gold.has(field)
                || List.of(gold.get(field).asText().split("\\|", -1)).stream()
                        .anyMatch(w -> w.equalsIgnoreCase(value.name()));
    }

    private boolean some(String field, Stream<String> values) {
        return !gold.has(field) || values.anyMatch(alternative(gold.get(field).asText()));
    }

    private static Predicate<String> alternative(String words) {
        List<String> some = List.of(words.toLowerCase(Locale.ROOT).split("\\|", -1));
        return value -> some.stream().anyMatch(value.toLowerCase(Locale.ROOT)::contains);
    }
}
