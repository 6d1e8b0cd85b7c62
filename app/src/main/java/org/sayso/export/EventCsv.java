package org.sayso.export;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Place;
import org.sayso.model.Reading;
import org.sayso.wording.Vouchers;
import org.sayso.wording.Wording;

/** One row an event. Lists inside a cell are parted by "; ", the chain of sources by " < ", outermost first. */
public final class EventCsv {
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

    /** A header, then the events of each reading. */
    public static void write(Stream<Reading> readings, PrintWriter out) {
        out.println(Csv.row(HEADER));
        readings.forEach(r -> r.events().forEach(e -> out.println(Csv.row(cells(r, e)))));
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
                Wording.word(e.factuality().status()),
                e.factuality().polarity().sign(),
                Wording.word(e.factuality().certainty()),
                String.valueOf(e.background()),
                String.join(" < ", Vouchers.of(r, e.said())),
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
}
