package org.sayso.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.wording.Kept;
import org.sayso.wording.Lead;
import org.sayso.wording.Party;
import org.sayso.wording.Wording;

/**
 * A story's page: what is claimed, who vouches for it, who denies it, who only repeats it.
 *
 * @param claims that more than one report makes, or somebody denies
 * @param minor the others
 * @param denied those of all that are denied
 */
public record Ledger(
        String id,
        String title,
        String days,
        List<Doc> docs,
        Map<String, Integer> outlets,
        List<Line> claims,
        List<Line> minor,
        List<Line> denied,
        List<Edge> lineage,
        List<Changed> changes) {

    public record Doc(String publisher, String day, String title, String link) {}

    /**
     * One claim.
     *
     * @param numbers in how many reports and outlets
     * @param legs on how many legs it stands, and why
     */
    public record Line(
            String id,
            String summary,
            String status,
            String numbers,
            String legs,
            List<Voucher> vouchers,
            List<Who> denials,
            List<Who> silent,
            List<FigureRow> figures,
            List<Quote> reports) {}

    public record Voucher(String name, String via, String kind, Doc first) {}

    /** Somebody who denies, or will not comment, with the words of every report that carries it. */
    public record Who(String name, List<Quote> quotes) {}

    public record FigureRow(String party, String words, String on, String relation, String link) {}

    /** Reports that rest on the same outlet or report in the same way. */
    public record Edge(String kind, String on, boolean stated, List<Doc> docs) {}

    public record Changed(String day, String what, String summary, String claim) {}

    static Ledger of(Story s, Kept kept) {
        List<Line> main = lines(s.claims().stream().filter(c -> !Lead.minor(c)).toList(), kept);
        Map<String, String> summaries =
                s.claims().stream().collect(Collectors.toMap(Claim::id, Claim::summary, (a, b) -> a));
        Map<String, Integer> outlets = new LinkedHashMap<>();
        s.docs().forEach(d -> outlets.merge(kept.publisher(d), 1, Integer::sum));
        return new Ledger(
                s.id(),
                s.title(),
                Wording.days(s.from(), s.to()),
                s.docs().stream().map(d -> doc(d, kept)).toList(),
                outlets,
                main,
                lines(s.claims().stream().filter(Lead::minor).toList(), kept),
                main.stream().filter(c -> !c.denials().isEmpty()).toList(),
                Lead.rests(s).stream()
                        .map(r -> new Edge(
                                Wording.word(r.kind()),
                                r.on(),
                                r.stated(),
                                r.docs().stream().map(d -> doc(d, kept)).toList()))
                        .toList(),
                s.changes().stream()
                        .map(c -> new Changed(
                                Wording.day(c.at()),
                                Wording.word(c.what()),
                                summaries.getOrDefault(c.claim(), c.claim()),
                                c.claim()))
                        .toList());
    }

    private static Doc doc(String id, Kept kept) {
        return new Doc(kept.publisher(id), kept.day(id), kept.headline(id), Quote.link(id));
    }

    private static List<Line> lines(List<Claim> claims, Kept kept) {
        return claims.stream().map(c -> line(c, kept)).toList();
    }

    private static Line line(Claim c, Kept kept) {
        return new Line(
                c.id(),
                c.summary(),
                Wording.word(c.status()),
                Wording.count(Lead.reports(c), "report") + " in " + Wording.count(c.outlets(), "outlet"),
                Lead.legs(c),
                c.roots().stream()
                        .map(r -> new Voucher(
                                r.voucher(), r.via().orElse(""), Wording.word(r.kind()), doc(r.firstDoc(), kept)))
                        .toList(),
                parties(Party.denying(c), kept),
                parties(Party.silent(c), kept),
                c.figures().stream().map(Ledger::figure).toList(),
                c.reports().stream()
                        .map(r -> Quote.of(r.doc(), r.span(), r.said(), kept))
                        .toList());
    }

    private static List<Who> parties(List<Party> parties, Kept kept) {
        return parties.stream()
                .map(p -> new Who(
                        p.counted(),
                        p.words().stream()
                                .map(w -> Quote.of(w.doc(), w.span(), List.of(p.by()), kept))
                                .toList()))
                .toList();
    }

    private static FigureRow figure(Claim.FigureLine f) {
        return new FigureRow(
                f.party(),
                Wording.figure(f),
                f.asOf().map(Wording::day).orElse(""),
                f.relation() == Claim.Relation.FIRST ? "" : Wording.word(f.relation()),
                Quote.link(f.doc(), f.span()));
    }
}
