package org.sayso.export;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Place;
import org.sayso.model.Reading;

/** One row an event. Lists inside a cell are parted by "; ", the chain of sources by " < ", outermost first. */
final class EventCsv {
    private static final List<String> HEADER = List.of(
            "doc",
            "url",
            "publisher",
            "published",
            "event",
            "type",
            "mode",
            "quad",
            "actors",
            "recipients",
            "when",
            "where",
            "lat",
            "lon",
            "status",
            "polarity",
            "certainty",
            "background",
            "said_by",
            "words",
            "start",
            "end",
            "decided_by",
            "confidence");

    private EventCsv() {}

    static void write(List<Reading> readings, PrintWriter out) {
        out.println(Csv.row(HEADER));
        for (Reading r : readings) {
            r.events().forEach(e -> out.println(Csv.row(cells(r, e))));
        }
    }

    private static List<String> cells(Reading r, Event e) {
        Optional<Place> place = e.where().flatMap(r::place);
        return List.of(
                r.article().docId(),
                r.article().url().orElse(""),
                r.article().publisher().orElse(""),
                r.article().published().map(Object::toString).orElse(""),
                e.id(),
                e.type().name(),
                e.mode().orElse(""),
                String.valueOf(e.type().quad()),
                names(r, e.actors()),
                names(r, e.recipients()),
                e.when().flatMap(r::timex).flatMap(t -> t.edtf().or(t::value)).orElse(""),
                place.map(Place::name).orElse(""),
                place.map(p -> String.valueOf(p.lat())).orElse(""),
                place.map(p -> String.valueOf(p.lon())).orElse(""),
                word(e.factuality().status()),
                e.factuality().polarity().sign(),
                word(e.factuality().certainty()),
                String.valueOf(e.background()),
                Vouchers.of(r, e.said()).stream().collect(Collectors.joining(" < ")),
                e.extent().of(r.article().text()),
                String.valueOf(e.extent().start()),
                String.valueOf(e.extent().end()),
                e.decidedBy(),
                String.format(Locale.ROOT, "%.2f", e.confidence()));
    }

    private static String names(Reading r, List<String> ids) {
        return ids.stream()
                .map(r::entity)
                .flatMap(Optional::stream)
                .map(Entity::name)
                .collect(Collectors.joining("; "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
