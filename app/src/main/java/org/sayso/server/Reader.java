package org.sayso.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Victim;
import org.sayso.wording.Kept;
import org.sayso.wording.Vouchers;
import org.sayso.wording.Wording;

/** The article reader: the text cut at every span's edge, and a card for each item. */
public record Reader(
        String docId,
        String title,
        String publisher,
        String day,
        String url,
        List<String> facts,
        List<List<Piece>> paragraphs,
        List<Card> cards) {

    /**
     * A stretch of text that the same items cover.
     *
     * @param kinds style classes, one for each kind of item that covers it
     * @param items ids of the cards that a click shows
     * @param at stands in what the reader came for
     * @param first the first such piece
     */
    public record Piece(String text, String kinds, String items, boolean at, boolean first) {}

    /** One item of the record. */
    public record Card(String id, String kind, String heading, Map<String, String> fields) {}

    private record Mark(Span span, String kind, String item) {}

    static Reader of(Reading r, Optional<Span> at) {
        Article a = r.article();
        List<Mark> marks = marks(r);
        return new Reader(
                a.docId(),
                Kept.headline(a),
                a.publisher().orElse("publisher not known"),
                a.published().map(Wording::day).orElse("undated"),
                a.url()
                        .filter(u -> u.startsWith("https://") || u.startsWith("http://"))
                        .orElse(""),
                facts(r),
                paragraphs(a.text(), marks, at),
                cards(r));
    }

    private static List<String> facts(Reading r) {
        List<String> facts = new ArrayList<>();
        if (!r.article().wire().isEmpty()) {
            facts.add("copy of " + String.join(", ", r.article().wire()));
        }
        r.problems().forEach(p -> facts.add(p.message()));
        return facts;
    }

    private static List<Mark> marks(Reading r) {
        List<Mark> marks = new ArrayList<>();
        r.events().forEach(e -> marks.add(new Mark(e.trigger(), "event", e.id())));
        r.attributions().forEach(a -> {
            a.source().spans().forEach(s -> marks.add(new Mark(s, "source", a.id())));
            a.cue().forEach(s -> marks.add(new Mark(s, "cue", a.id())));
            a.content().forEach(s -> marks.add(new Mark(s, "content", a.id())));
        });
        r.figures().forEach(f -> marks.add(new Mark(f.span(), "figure", f.id())));
        r.victims().forEach(v -> marks.add(new Mark(v.told(), "victim", v.id())));
        r.timexes().forEach(t -> marks.add(new Mark(t.span(), "time", t.id())));
        r.places().forEach(p -> marks.add(new Mark(p.span(), "place", p.id())));
        r.entities().forEach(e -> e.mentions().forEach(s -> marks.add(new Mark(s, "entity", e.id()))));
        return marks;
    }

    private static List<List<Piece>> paragraphs(String text, List<Mark> marks, Optional<Span> at) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        marks.forEach(m -> cuts.addAll(List.of(m.span().start(), m.span().end())));
        at.filter(s -> s.end() <= text.length()).ifPresent(s -> cuts.addAll(List.of(s.start(), s.end())));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            cuts.addAll(List.of(i, i + 1));
        }
        List<List<Piece>> paragraphs = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        boolean reached = false;
        int from = 0;
        for (int to : cuts) {
            if (to == from) {
                continue;
            }
            Span span = new Span(from, to);
            from = to;
            String words = span.of(text);
            if (words.equals("\n")) {
                paragraphs.add(List.copyOf(line));
                line.clear();
                continue;
            }
            boolean here = at.isPresent() && at.get().covers(span);
            line.add(piece(words, span, marks, here, here && !reached));
            reached |= here;
        }
        paragraphs.add(List.copyOf(line));
        return paragraphs.stream().filter(p -> !p.isEmpty()).toList();
    }

    private static Piece piece(String words, Span span, List<Mark> marks, boolean at, boolean first) {
        List<Mark> over = marks.stream().filter(m -> m.span().covers(span)).toList();
        String kinds =
                over.stream().map(m -> "k-" + m.kind()).distinct().sorted().collect(Collectors.joining(" "));
        // The shortest item first: whoever clicks a name inside a quotation means the name.
        String items = over.stream()
                .sorted(Comparator.comparingInt(m -> m.span().length()))
                .map(Mark::item)
                .distinct()
                .collect(Collectors.joining(" "));
        return new Piece(words, kinds, items, at, first);
    }

    private static List<Card> cards(Reading r) {
        List<Card> cards = new ArrayList<>();
        r.events().forEach(e -> cards.add(event(r, e)));
        r.attributions().forEach(a -> cards.add(attribution(r, a)));
        r.figures().forEach(f -> cards.add(figure(r, f)));
        r.victims().forEach(v -> cards.add(victim(r, v)));
        r.timexes().forEach(t -> cards.add(timex(r, t)));
        r.places().forEach(p -> cards.add(place(r, p)));
        r.entities().forEach(e -> cards.add(entity(e)));
        return cards;
    }

    private static Card event(Reading r, Event e) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("words", e.extent().of(r.article().text()));
        f.put("who", Vouchers.names(r, e.actors()));
        f.put("to whom", Vouchers.names(r, e.recipients()));
        f.put("when", e.when().flatMap(r::timex).map(Wording::date).orElse(""));
        f.put("where", e.where().flatMap(r::place).map(Place::name).orElse(""));
        f.put(
                "factuality",
                Wording.word(e.factuality().status()) + ", "
                        + Wording.word(e.factuality().certainty()) + (e.background() ? ", background" : ""));
        f.put("says who", Vouchers.chain(r, e.said()));
        f.put("decided by", String.format(Locale.ROOT, "%s, confidence %.2f", e.decidedBy(), e.confidence()));
        return card(e.id(), "event", e.type() + e.mode().map(m -> "/" + m).orElse(""), f);
    }

    private static Card attribution(Reading r, Attribution a) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("source", Vouchers.of(r, a));
        f.put("kind", Wording.word(a.source().kind()));
        f.put("says who", Vouchers.chain(r, a));
        f.put("content", a.content().stream().map(s -> s.of(r.article().text())).collect(Collectors.joining(" … ")));
        f.put("speech", Wording.word(a.speech()));
        f.put("medium", a.medium().orElse(""));
        f.put("when", a.when().flatMap(r::timex).map(Wording::date).orElse(""));
        f.put("decided by", String.format(Locale.ROOT, "%s, confidence %.2f", a.decidedBy(), a.confidence()));
        return card(a.id(), "statement", Vouchers.of(r, a) + " " + Wording.word(a.stance()), f);
    }

    private static Card figure(Reading r, Figure x) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("reads", Wording.figure(x, r.article().text()));
        f.put("measure", Wording.word(x.measure()));
        f.put(
                "event",
                x.event()
                        .flatMap(r::event)
                        .map(e -> e.trigger().of(r.article().text()))
                        .orElse(""));
        f.put("says who", Vouchers.chain(r, x.said()));
        return card(
                x.id(),
                "figure",
                x.counted().map(x.span()::union).orElse(x.span()).of(r.article().text()),
                f);
    }

    private static Card victim(Reading r, Victim v) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("words", v.span().union(v.told()).of(r.article().text()));
        f.put(
                "factuality",
                Wording.word(v.factuality().status()) + ", "
                        + Wording.word(v.factuality().certainty()));
        f.put(
                "event",
                v.event()
                        .flatMap(r::event)
                        .map(e -> e.trigger().of(r.article().text()))
                        .orElse(""));
        f.put("says who", Vouchers.chain(r, v.said()));
        return card(v.id(), "victim", Wording.victim(r, v), f);
    }

    private static Card timex(Reading r, Timex t) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("value", t.value().orElse("not known"));
        f.put("date", t.edtf().orElse("no date: only another event can tell"));
        f.put("reckoned from", Wording.word(t.anchor()));
        return card(t.id(), "time", t.span().of(r.article().text()), f);
    }

    private static Card place(Reading r, Place p) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("place", p.name());
        f.put("country", p.country().orElse(""));
        f.put("region", p.admin1().orElse(""));
        f.put(
                "coordinates",
                String.format(Locale.ROOT, "%.3f, %.3f (%s)", p.lat(), p.lon(), Wording.word(p.precision())));
        f.put("GeoNames", p.geonames().map(String::valueOf).orElse(""));
        return card(p.id(), "place", p.span().of(r.article().text()), f);
    }

    private static Card entity(Entity e) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("kind", Wording.word(e.kind()));
        f.put("role", e.role().orElse(""));
        f.put("country", e.country().orElse(""));
        f.put("sector", e.sector().orElse(""));
        f.put("mentions", String.valueOf(e.mentions().size()));
        return card(e.id(), "entity", e.name(), f);
    }

    private static Card card(String id, String kind, String heading, Map<String, String> fields) {
        fields.values().removeIf(String::isEmpty);
        return new Card(id, kind, heading, fields);
    }
}
