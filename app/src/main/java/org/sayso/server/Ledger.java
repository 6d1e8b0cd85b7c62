package org.sayso.server;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Story;

/** A story's page: what is claimed, who vouches for it, who denies it, who only repeats it. */
public record Ledger(
        String id,
        String title,
        String days,
        List<Doc> docs,
        List<String> outlets,
        List<Line> claims,
        List<Line> denied,
        List<Edge> lineage,
        List<Changed> changes) {

    public record Doc(String id, String publisher, String day, String title, String link) {}

    /**
     * One claim.
     *
     * @param docs how many reports make it
     * @param deniers who denies it, each once, with how many reports carry that
     * @param silent who would not comment, likewise
     */
    public record Line(
            String id,
            String summary,
            String status,
            String type,
            int docs,
            int outlets,
            String roots,
            boolean established,
            String why,
            List<Voucher> vouchers,
            List<String> deniers,
            List<Denied> denials,
            List<String> silent,
            List<Denied> noComment,
            List<FigureRow> figures,
            List<Quote> reports) {}

    public record Voucher(String name, String via, String kind, String doc, String link) {}

    /** A denial, or a refusal to comment. */
    public record Denied(String by, String on, String scope, Quote quote) {}

    public record FigureRow(String party, String amount, String what, String on, String relation, String link) {}

    /** Reports that rest on the same outlet or report in the same way. */
    public record Edge(String to, String kind, boolean stated, List<Doc> docs) {}

    public record Changed(String day, String what, String summary, String claim) {}

    static Ledger of(Story s, Readings readings) throws IOException {
        List<Doc> docs = new ArrayList<>();
        Set<String> outlets = new LinkedHashSet<>();
        for (String id : s.docs()) {
            docs.add(doc(id, readings));
            outlets.add(readings.publisher(id));
        }
        List<Line> claims = new ArrayList<>();
        for (Claim c : s.claims()) {
            claims.add(line(c, readings));
        }
        return new Ledger(
                s.id(),
                s.title(),
                StoryList.days(s),
                docs,
                List.copyOf(outlets),
                claims,
                claims.stream().filter(c -> !c.denials().isEmpty()).toList(),
                edges(s, readings),
                s.changes().stream()
                        .map(c -> new Changed(
                                Days.words(c.at()),
                                word(c.what()),
                                claims.stream()
                                        .filter(x -> x.id().equals(c.claim()))
                                        .map(Line::summary)
                                        .findFirst()
                                        .orElse(""),
                                c.claim()))
                        .toList());
    }

    private static Doc doc(String id, Readings readings) throws IOException {
        return new Doc(
                id,
                readings.publisher(id),
                readings.of(id)
                        .flatMap(r -> r.article().published())
                        .map(Days::words)
                        .orElse("undated"),
                readings.of(id).map(r -> Headline.of(r.article())).orElse(id),
                Quote.link(id));
    }

    private static Line line(Claim c, Readings readings) throws IOException {
        List<Quote> reports = new ArrayList<>();
        for (Claim.Report r : c.reports()) {
            reports.add(Quote.of(r.doc(), r.span(), r.said(), readings));
        }
        List<Denied> denials = new ArrayList<>();
        for (Claim.Denial d : c.denials()) {
            denials.add(new Denied(
                    d.by(),
                    d.on().map(Days::words).orElse(""),
                    d.scope() == Claim.Scope.WHOLE ? "the whole" : "a part",
                    Quote.of(d.doc(), d.span(), List.of(d.by()), readings)));
        }
        List<Denied> silent = new ArrayList<>();
        for (Claim.NoComment n : c.noComment()) {
            silent.add(new Denied(n.by(), "", "", Quote.of(n.doc(), n.span(), List.of(n.by()), readings)));
        }
        return new Line(
                c.id(),
                c.summary(),
                word(c.status()),
                c.event()
                        .type()
                        .map(t -> t + c.event().mode().map(m -> "/" + m).orElse(""))
                        .orElse("statement"),
                (int) c.reports().stream().map(Claim.Report::doc).distinct().count(),
                c.outlets(),
                c.independent().count().map(String::valueOf).orElse("unknown"),
                c.independent().established(),
                c.independent().why(),
                c.roots().stream()
                        .map(r -> new Voucher(
                                r.voucher(),
                                r.via().orElse(""),
                                word(r.kind()),
                                r.firstDoc(),
                                Quote.link(r.firstDoc())))
                        .toList(),
                parties(denials),
                denials,
                parties(silent),
                silent,
                c.figures().stream().map(Ledger::figure).toList(),
                reports);
    }

    private static List<String> parties(List<Denied> all) {
        Map<String, Set<String>> docs = new LinkedHashMap<>();
        for (Denied d : all) {
            String party = Stream.of(d.by(), d.on(), d.scope().equals("a part") ? "a part of it" : "")
                    .filter(w -> !w.isEmpty())
                    .collect(Collectors.joining(", "));
            docs.computeIfAbsent(party, p -> new HashSet<>()).add(d.quote().doc());
        }
        return docs.entrySet().stream()
                .map(p -> p.getKey() + " (in " + p.getValue().size()
                        + (p.getValue().size() == 1 ? " report)" : " reports)"))
                .toList();
    }

    private static FigureRow figure(Claim.FigureLine f) {
        String low = f.low().map(BigDecimal::toPlainString).orElse("");
        String high = f.high().map(BigDecimal::toPlainString).orElse("");
        String amount = low.equals(high)
                ? low
                : low.isEmpty() ? "up to " + high : high.isEmpty() ? "at least " + low : low + "–" + high;
        return new FigureRow(
                f.party(),
                amount,
                f.unit() + " " + word(f.measure()),
                f.asOf().map(Days::words).orElse(""),
                word(f.relation()),
                Quote.link(f.doc(), f.span()));
    }

    private static List<Edge> edges(Story s, Readings readings) throws IOException {
        TreeMap<String, List<Lineage>> grouped = new TreeMap<>();
        s.lineage()
                .forEach(l -> grouped.computeIfAbsent(l.kind() + " " + l.to() + l.stated(), k -> new ArrayList<>())
                        .add(l));
        List<Edge> edges = new ArrayList<>();
        for (List<Lineage> group : grouped.values()) {
            Set<Doc> docs = new LinkedHashSet<>();
            for (Lineage l : group) {
                docs.add(doc(l.doc(), readings));
            }
            Lineage first = group.getFirst();
            edges.add(new Edge(first.to(), word(first.kind()), first.stated(), List.copyOf(docs)));
        }
        return edges;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
