package org.sayso.wording;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Story;

/** What one wants to know of a story or a claim before anything else. */
public final class Lead {
    private Lead() {}

    /** On how many legs the main claim stands. */
    public static Optional<String> legs(Story s) {
        return main(s).map(Lead::legs);
    }

    /** On how many legs a claim stands; no number where it cannot be known. */
    public static String legs(Claim c) {
        return (c.independent().established() ? "" : "independence not established: ")
                + c.independent().why();
    }

    /** Who denies the whole of the main claim. */
    public static Optional<String> denied(Story s) {
        String by = main(s).stream()
                .flatMap(c -> Party.denying(c).stream())
                .filter(p -> !p.part())
                .map(Party::named)
                .collect(Collectors.joining("; "));
        return Optional.of(by).filter(w -> !w.isEmpty()).map(w -> "denied by " + w);
    }

    private static Optional<Claim> main(Story s) {
        return s.claims().stream().findFirst();
    }

    /** How many reports make a claim, each counted once. */
    public static int reports(Claim c) {
        return (int) c.reports().stream().map(Claim.Report::doc).distinct().count();
    }

    /** One report alone makes it and nobody denies it: told last, or only when asked for. */
    public static boolean minor(Claim c) {
        return reports(c) == 1 && c.denials().isEmpty();
    }

    /**
     * Reports that rest on the same in the same way.
     *
     * @param docs docIds, each once
     */
    public record Rest(Lineage.Kind kind, String on, boolean stated, List<String> docs) {
        public Rest {
            docs = List.copyOf(docs);
        }
    }

    /** Whom the reports rest on, by kind; those first on whom most rest. */
    public static List<Rest> rests(Story s) {
        record Edge(Lineage.Kind kind, String on, boolean stated) {}
        return s.lineage().stream()
                .collect(Collectors.groupingBy(
                        l -> new Edge(l.kind(), l.to(), l.stated()),
                        Collectors.mapping(Lineage::doc, Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> new Rest(
                        e.getKey().kind(),
                        e.getKey().on(),
                        e.getKey().stated(),
                        e.getValue().stream().distinct().sorted().toList()))
                .sorted(Comparator.comparing(Rest::kind)
                        .thenComparingInt(r -> -r.docs().size())
                        .thenComparing(Rest::on)
                        .thenComparing(Rest::stated))
                .toList();
    }

    /** 13 reports, 11 outlets, 10–12 Nov 2024, 9 claims. */
    public static List<String> numbers(Story s, long outlets) {
        return Stream.of(
                        Wording.count(s.docs().size(), "report"),
                        Wording.count(outlets, "outlet"),
                        Wording.days(s.from(), s.to()),
                        Wording.count(s.claims().size(), "claim"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
