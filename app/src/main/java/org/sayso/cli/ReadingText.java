package org.sayso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Event;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Victim;
import org.sayso.wording.Vouchers;
import org.sayso.wording.Wording;

/** One reading for a person to read: events first, then statements and figures, each with its words and who says so. */
final class ReadingText {
    private final Terminal terminal;

    ReadingText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Reading reading) {
        List<String> lines = new ArrayList<>();
        header(reading, lines);
        section("Events", reading.events().size(), lines);
        reading.events().forEach(e -> event(reading, e, lines));
        section("Statements", reading.attributions().size(), lines);
        reading.attributions().forEach(a -> statement(reading, a, lines));
        section("Figures", reading.figures().size(), lines);
        reading.figures().forEach(f -> figure(reading, f, lines));
        section("Victims", reading.victims().size(), lines);
        reading.victims().forEach(v -> victim(reading, v, lines));
        lines.forEach(terminal.out()::println);
        terminal.out().println();
    }

    private void header(Reading reading, List<String> lines) {
        var a = reading.article();
        lines.add(terminal.bold(a.title().orElse(a.docId())));
        lines.add(terminal.dim(Stream.of(
                        Optional.of(a.docId()),
                        a.publisher(),
                        a.published().map(Wording::day),
                        Optional.of(String.join(", ", a.wire()))
                                .filter(w -> !w.isEmpty())
                                .map(w -> "wire: " + w))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" · "))));
        reading.problems().forEach(p -> lines.add(terminal.red("! " + p.message())));
    }

    private void section(String name, int count, List<String> lines) {
        if (count > 0) {
            lines.add("");
            lines.add(terminal.bold(name));
        }
    }

    private void event(Reading reading, Event e, List<String> lines) {
        String who = Vouchers.names(reading, e.actors());
        String whom = Vouchers.names(reading, e.recipients());
        String what = e.type() + e.mode().map(m -> "/" + m).orElse("");
        List<String> facts = new ArrayList<>();
        facts.add(
                who.isEmpty() && whom.isEmpty()
                        ? "nobody named"
                        : whom.isEmpty() ? who : (who.isEmpty() ? "?" : who) + " → " + whom);
        e.when().flatMap(reading::timex).map(Wording::date).ifPresent(facts::add);
        e.where().flatMap(reading::place).map(Place::name).ifPresent(facts::add);
        facts.add(Wording.word(e.factuality().status()) + ", "
                + Wording.word(e.factuality().certainty()) + (e.background() ? ", background" : ""));
        lines.add(Wrap.lines(
                String.format(Locale.ROOT, "%-4s%s  %s", e.id(), what, String.join(" · ", facts)),
                "  ",
                "      ",
                terminal.width()));
        quote(reading, e.extent(), lines);
        voucher(reading, e.said(), lines);
    }

    private void statement(Reading reading, Attribution a, List<String> lines) {
        String when = a.when()
                .flatMap(reading::timex)
                .map(t -> ", " + Wording.date(t))
                .orElse("");
        lines.add(Wrap.lines(
                String.format(
                        Locale.ROOT,
                        "%-4s%s %s (%s%s%s)",
                        a.id(),
                        Vouchers.of(reading, a),
                        Wording.word(a.stance()),
                        Wording.word(a.speech()),
                        a.medium().map(m -> ", " + m).orElse(""),
                        when),
                "  ",
                "      ",
                terminal.width()));
        a.content().forEach(c -> quote(reading, c, lines));
        a.inside()
                .ifPresent(outer -> lines.add(terminal.dim("      inside " + outer + ": "
                        + reading.attribution(outer)
                                .map(x -> Vouchers.of(reading, x))
                                .orElse("?"))));
    }

    private void figure(Reading reading, Figure f, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "  %-4s%s",
                f.id(),
                Wording.figure(f, reading.article().text())));
        quote(reading, f.counted().map(f.span()::union).orElse(f.span()), lines);
        voucher(reading, f.said(), lines);
    }

    private void victim(Reading reading, Victim v, List<String> lines) {
        lines.add(Wrap.lines(
                String.format(
                        Locale.ROOT,
                        "%-4s%s · %s, %s",
                        v.id(),
                        Wording.victim(reading, v),
                        Wording.word(v.factuality().status()),
                        Wording.word(v.factuality().certainty())),
                "  ",
                "      ",
                terminal.width()));
        quote(reading, v.span().union(v.told()), lines);
        voucher(reading, v.said(), lines);
    }

    private void quote(Reading reading, Span span, List<String> lines) {
        String words = Wording.shorten(span.of(reading.article().text()), 3 * terminal.width());
        lines.add(Wrap.lines(
                "“" + words + "” " + terminal.dim(span.start() + "-" + span.end()),
                "      ",
                "      ",
                terminal.width()));
    }

    private void voucher(Reading reading, List<String> said, List<String> lines) {
        lines.add(terminal.dim(
                Wrap.lines("says who: " + Vouchers.chain(reading, said), "      ", "      ", terminal.width())));
    }
}
