package org.sayso.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Story;
import org.sayso.model.Timex;

/** Makes one story of the reports of one group. Confined to one merge. */
final class StoryOf {
    private static final int LONGEST_TITLE = 120;

    private final List<Report> reports;
    private final List<Lineage> copies;
    private final Citations citations;
    private final Words words;
    private final Summaries summaries;
    private final Names names;
    private final List<Draft> drafts;
    private final Objections objections;
    private final String id;

    StoryOf(
            List<Report> reports,
            List<Lineage> copies,
            Words words,
            Citations citations,
            SidesNamed sidesNamed,
            Summaries summaries) {
        this.reports = reports;
        this.copies = copies;
        this.citations = citations;
        this.words = words;
        this.summaries = summaries;
        this.names = new Names(reports.stream().map(Report::reading).toList());
        this.drafts = new ArrayList<>(Drafts.of(reports, names, words));
        Echoes echoes = new Echoes(names);
        drafts.forEach(d -> echoes.into(d, reports));
        List<Draft> blame = new Blame(names, sidesNamed).drafts(reports);
        drafts.removeIf(d -> !d.isToll() && d.all().stream().allMatch(e -> isTold(e, blame)));
        drafts.addAll(blame);
        this.objections = new Objections(reports, drafts, names, words, sidesNamed);
        this.id = "s" + hash(reports.stream().map(Report::doc).sorted().collect(Collectors.joining("\n")));
    }

    Story story() {
        List<Draft> order = drafts.stream()
                .filter(d -> !d.inFavour().isEmpty()
                        || !objections.to(d).isEmpty() && d.against().stream().anyMatch(Evidence::isDeniedOutright))
                .sorted(Comparator.comparingInt((Draft d) -> -d.docs().size())
                        .thenComparing(
                                d -> d.firstDay().map(LocalDate::toString).orElse("9999")))
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (Draft draft : order) {
            claims.add(claim(id + ".c" + (claims.size() + 1), draft));
        }
        Map<String, LocalDate> days = new TreeMap<>();
        reports.forEach(r -> r.published().ifPresent(d -> days.put(r.doc(), d)));
        List<Change> changes = claims.stream()
                .flatMap(c -> Changes.of(c, days).stream())
                .sorted(Comparator.comparing(Change::at))
                .toList();
        return new Story(
                id,
                title(claims),
                reports.stream().map(Report::doc).sorted().toList(),
                days.values().stream().min(Comparator.naturalOrder()),
                days.values().stream().max(Comparator.naturalOrder()),
                claims,
                lineage(),
                changes);
    }

    private Claim claim(String claimId, Draft draft) {
        List<Objection> all = objections.to(draft);
        List<Objection> against = all.stream().filter(o -> !o.silent()).toList();
        Roots roots = Roots.of(draft, against.stream().map(Objection::key).collect(Collectors.toSet()));
        Map<String, String> called = called(against);
        List<Claim.Denial> denials = against.stream()
                .map(o -> new Claim.Denial(
                        o.person() ? called.getOrDefault(o.key(), o.by()) : o.by(),
                        o.on(),
                        o.scope(),
                        o.doc(),
                        o.span()))
                .sorted(Comparator.comparing((Claim.Denial d) ->
                                d.on().map(LocalDate::toString).orElse("9999"))
                        .thenComparing(Claim.Denial::doc))
                .toList();
        List<Claim.NoComment> silent = all.stream()
                .filter(o -> o.silent() && !roots.keys().contains(o.key()))
                .map(o -> new Claim.NoComment(o.by(), o.doc(), o.span()))
                .toList();
        Claim.Frame frame = frame(draft);
        List<Evidence> carried = carried(draft);
        return new Claim(
                claimId,
                summaries.of(draft, frame),
                frame,
                status(draft, roots, denials),
                carried.stream()
                        .map(e -> new Claim.Report(
                                e.report().doc(), e.span(), e.chain().words()))
                        .distinct()
                        .toList(),
                (int) carried.stream()
                        .map(e -> e.report().outletOrDoc())
                        .distinct()
                        .count(),
                roots.independent(),
                roots.roots(),
                denials,
                silent,
                FigureLines.of(draft, names));
    }

    /** An attack or accusation in a sentence that is evidence of whose weapon it was is told there. */
    private static boolean isTold(Evidence e, List<Draft> blame) {
        return blame.stream()
                .flatMap(d -> d.all().stream())
                .anyMatch(b -> b.report() == e.report()
                        && b.report().sentences().at(b.span().start())
                                == e.report().sentences().at(e.span().start()));
    }

    /** The evidence a reader is shown: what tells the claim; where nothing does, what mentions it. */
    private static List<Evidence> carried(Draft draft) {
        List<Evidence> telling =
                draft.inFavour().stream().filter(Evidence::vouches).toList();
        if (!telling.isEmpty()) {
            return telling;
        }
        return draft.inFavour().isEmpty() ? draft.all() : draft.inFavour();
    }

    /** Whom a person speaks for: the body of the same side that most reports name, else himself. */
    private static Map<String, String> called(List<Objection> all) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        all.stream()
                .filter(o -> !o.person())
                .forEach(o ->
                        counts.computeIfAbsent(o.key(), k -> new TreeMap<>()).merge(o.by(), 1, Integer::sum));
        Map<String, String> called = new TreeMap<>();
        counts.forEach((key, by) -> called.put(
                key,
                by.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .orElseThrow()
                        .getKey()));
        return called;
    }

    private static Claim.Frame frame(Draft draft) {
        List<String> actors =
                draft.actors().stream().map(Party::name).distinct().toList();
        List<String> recipients = draft.recipients().stream()
                .map(Party::name)
                .filter(n -> !draft.isMutual() || !actors.contains(n))
                .distinct()
                .toList();
        return new Claim.Frame(
                draft.type(), draft.mode(), actors, recipients, draft.when().flatMap(Timex::edtf), draft.where());
    }

    /** Confirmed: one who takes part says so himself, beside another root. */
    private static Claim.Status status(Draft draft, Roots roots, List<Claim.Denial> denials) {
        boolean whole = denials.stream().anyMatch(d -> d.scope() == Claim.Scope.WHOLE);
        if (draft.inFavour().isEmpty()) {
            return Claim.Status.DENIED;
        }
        if (whole) {
            return Claim.Status.DISPUTED;
        }
        Set<String> own = new TreeSet<>(roots.keys());
        own.retainAll(draft.sides());
        return !own.isEmpty() && roots.roots().size() > 1 ? Claim.Status.CONFIRMED : Claim.Status.ASSERTED;
    }

    private List<Lineage> lineage() {
        List<Lineage> edges = new ArrayList<>();
        reports.forEach(r -> edges.addAll(citations.of(r)));
        edges.addAll(copies);
        edges.addAll(Briefings.among(reports, names, words));
        edges.sort(
                Comparator.comparing(Lineage::doc).thenComparing(Lineage::kind).thenComparing(Lineage::to));
        return List.copyOf(edges);
    }

    private String title(List<Claim> claims) {
        Optional<String> printed = reports.stream()
                .map(r -> r.reading().article().title())
                .flatMap(Optional::stream)
                .findFirst();
        if (printed.isPresent()) {
            return printed.get();
        }
        if (!claims.isEmpty()) {
            return claims.getFirst().summary();
        }
        String text = reports.getFirst().text().strip();
        String line = text.lines().findFirst().orElse(reports.getFirst().doc());
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…";
    }

    private static String hash(String words) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
