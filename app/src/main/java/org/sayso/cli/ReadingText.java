package org.sayso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;

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
        lines.forEach(terminal.out()::println);
        terminal.out().println();
    }

    private void header(Reading reading, List<String> lines) {
        var a = reading.article();
        lines.add(terminal.bold(a.title().orElse(a.docId())));
        lines.add(terminal.dim(Stream.of(
                        Optional.of(a.docId()),
                        a.publisher(),
                        a.published().map(Wrap::day),
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
        String who = names(reading, e.actors());
        String whom = names(reading, e.recipients());
        String what = e.type() + e.mode().map(m -> "/" + m).orElse("");
        List<String> facts = new ArrayList<>();
        facts.add(
                who.isEmpty() && whom.isEmpty()
                        ? "nobody named"
                        : whom.isEmpty() ? who : (who.isEmpty() ? "?" : who) + " → " + whom);
        e.when().flatMap(reading::timex).map(ReadingText::date).ifPresent(facts::add);
        e.where().flatMap(reading::place).map(Place::name).ifPresent(facts::add);
        facts.add(word(e.factuality().status()) + ", " + word(e.factuality().certainty())
                + (e.background() ? ", background" : ""));
        lines.add(Wrap.lines(
                String.format(Locale.ROOT, "%-4s%s  %s", e.id(), what, String.join(" · ", facts)),
                "  ",
                "      ",
                terminal.width()));
        quote(reading, e.extent(), lines);
        voucher(reading, e.said(), lines);
    }

    private void statement(Reading reading, Attribution a, List<String> lines) {
        String when = a.when().flatMap(reading::timex).map(t -> ", " + date(t)).orElse("");
        lines.add(Wrap.lines(
                String.format(
                        Locale.ROOT,
                        "%-4s%s %s (%s%s%s)",
                        a.id(),
                        source(reading, a),
                        word(a.stance()),
                        word(a.speech()),
                        a.medium().map(m -> ", " + m).orElse(""),
                        when),
                "  ",
                "      ",
                terminal.width()));
        a.content().forEach(c -> quote(reading, c, lines));
        a.inside()
                .ifPresent(outer -> lines.add(terminal.dim("      inside " + outer + ": "
                        + reading.attribution(outer)
                                .map(x -> source(reading, x))
                                .orElse("?"))));
    }

    private void figure(Reading reading, Figure f, List<String> lines) {
        lines.add(String.format(Locale.ROOT, "  %-4s%s %s (%s)", f.id(), amount(f), f.unit(), word(f.measure())));
        quote(reading, f.counted().map(f.span()::union).orElse(f.span()), lines);
        voucher(reading, f.said(), lines);
    }

    private void quote(Reading reading, Span span, List<String> lines) {
        String words = Wrap.shorten(span.of(reading.article().text()), 3 * terminal.width());
        lines.add(Wrap.lines("“" + words + "” " + span, "      ", "      ", terminal.width()));
    }

    private void voucher(Reading reading, List<String> said, List<String> lines) {
        lines.add(terminal.dim(Wrap.lines("says who: " + chain(reading, said), "      ", "      ", terminal.width())));
    }

    /** The whole chain, outermost first: publisher ← outlet cited ← its source. */
    static String chain(Reading reading, List<String> said) {
        return Stream.concat(
                        Stream.of(reading.article().publisher().orElse("this report")),
                        said.stream()
                                .map(reading::attribution)
                                .flatMap(Optional::stream)
                                .map(a -> source(reading, a)))
                .collect(Collectors.joining(" ← "));
    }

    private static String source(Reading reading, Attribution a) {
        return a.source()
                .entity()
                .flatMap(reading::entity)
                .map(Entity::name)
                .orElseGet(() -> a.source().spans().isEmpty() ? "somebody unnamed" : reading.sourceWords(a));
    }

    private static String names(Reading reading, List<String> ids) {
        return ids.stream()
                .map(reading::entity)
                .flatMap(Optional::stream)
                .map(Entity::name)
                .collect(Collectors.joining(", "));
    }

    static String date(Timex t) {
        return t.edtf().or(t::value).orElse("date not known");
    }

    static String amount(Figure f) {
        String low = f.low().map(n -> n.toPlainString()).orElse("");
        String high = f.high().map(n -> n.toPlainString()).orElse("");
        String bounds = low.equals(high)
                ? low
                : low.isEmpty() ? "up to " + high : high.isEmpty() ? "at least " + low : low + "–" + high;
        return (f.approximate() ? "about " : "") + bounds;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
