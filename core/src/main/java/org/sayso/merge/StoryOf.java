package org.sayso.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.EventType;
import org.sayso.model.Figure;
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
    private final List<Turns.Turn> turns;
    private final String id;
    private final Map<String, Integer> order = new HashMap<>();

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
        this.names = new Names(reports.stream().map(Report::reading).toList(), sidesNamed);
        this.drafts = new ArrayList<>(Drafts.of(reports, names, words));
        Echoes echoes = new Echoes(names);
        drafts.forEach(d -> echoes.into(d, reports));
        List<Draft> blame = new Blame(names, sidesNamed).drafts(reports);
        drafts.removeIf(d -> !d.isToll() && d.all().stream().allMatch(e -> isTold(e, blame)));
        drafts.addAll(blame);
        blame.forEach(this::denialsOf);
        this.objections = new Objections(reports, drafts, names, words, sidesNamed);
        reports.forEach(r -> order.put(r.doc(), order.size()));
        this.turns = new Turns(reports, drafts, names, new Gist(reports, words)).told();
        this.id = "s" + hash(reports.stream().map(Report::doc).sorted().collect(Collectors.joining("\n")));
    }

    Story story() {
        List<Draft> ranked = drafts.stream()
                .filter(d -> d.inFavour().stream().anyMatch(Evidence::vouches)
                        || !objections.to(d).isEmpty() && d.against().stream().anyMatch(Evidence::isDeniedOutright))
                .sorted(Comparator.comparingInt((Draft d) -> -d.docs().size())
                        .thenComparing(
                                d -> d.firstDay().map(LocalDate::toString).orElse("9999")))
                .toList();
        List<Claim> claims = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Map<String, LocalDate> days = new TreeMap<>();
        reports.forEach(r -> r.published().ifPresent(d -> days.put(r.doc(), d)));
        for (Draft draft : ranked) {
            Claim claim = claim(id + ".c" + (claims.size() + 1), draft);
            claims.add(claim);
            Set<String> turning =
                    turns(draft).stream().map(t -> t.report().doc()).collect(Collectors.toSet());
            Changes.of(claim, days).stream()
                    .filter(c -> !turning.contains(c.doc()) || c.what() == Change.What.FIGURE_CHANGED)
                    .filter(c -> c.what() != Change.What.DENIED || isFirstOfSomebody(draft, c.doc()))
                    .forEach(changes::add);
            turns(draft)
                    .forEach(t -> t.day()
                            .map(day -> new Change(
                                    day, t.what(), claim.id(), t.report().doc()))
                            .filter(c -> !changes.contains(c))
                            .ifPresent(changes::add));
        }
        changes.sort(Comparator.comparing(Change::at));
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
        List<Objection> all = objections(draft);
        List<Objection> against = all.stream().filter(o -> !o.silent()).toList();
        Roots roots = Roots.of(draft, lastDenied(draft));
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
                .filter(o -> o.silent()
                        && against.stream().noneMatch(d -> d.key().equals(o.key()))
                        && roots.roots().stream().noneMatch(r -> r.voucher().equals(o.by())))
                .map(o -> new Claim.NoComment(o.by(), o.doc(), o.span()))
                .toList();
        Claim.Frame frame = frame(draft);
        List<Evidence> carried = carried(draft);
        List<Claim.FigureLine> figures = FigureLines.of(draft, names);
        return new Claim(
                claimId,
                summaries.of(draft, frame, figures),
                frame,
                status(draft, roots, denials, turns(draft)),
                carried.stream()
                        .sorted(Comparator.comparingInt((Evidence e) ->
                                        order.getOrDefault(e.report().doc(), 0))
                                .thenComparing(Evidence::span))
                        .map(e -> new Claim.Report(
                                e.report().doc(), e.span(), e.chain().words()))
                        .distinct()
                        .toList(),
                (int) carried.stream()
                        .map(e -> e.report().outletOrDoc())
                        .distinct()
                        .count(),
                draft.isToll() ? ofToll(roots, figures) : roots.independent(),
                roots.roots(),
                denials,
                silent,
                figures);
    }

    /** Who count dead do not vouch for one another's numbers. */
    private static Claim.Independent ofToll(Roots roots, List<Claim.FigureLine> figures) {
        long parties = figures.stream()
                .filter(f -> f.measure() == Figure.Measure.KILLED)
                .map(Claim.FigureLine::party)
                .distinct()
                .count();
        Claim.Independent i = roots.independent();
        return parties < 2
                ? i
                : new Claim.Independent(
                        i.count(),
                        i.established(),
                        i.why() + "; they do not all give the same number: see the figures");
    }

    /** With the denial of him who now says the contrary of what he had said. */
    private List<Objection> objections(Draft draft) {
        List<Objection> all = new ArrayList<>(objections.to(draft));
        turns.stream()
                .filter(t -> t.draft() == draft && t.what() == Change.What.REVERSED)
                .filter(t -> all.stream()
                        .noneMatch(o -> !o.silent()
                                && o.key().equals(t.key())
                                && o.doc().equals(t.report().doc())))
                .forEach(t -> all.add(new Objection(
                        t.key(),
                        t.party().map(Party::name).orElse(t.key()),
                        t.party().filter(p -> p.kind() == Source.Kind.PERSON).isPresent(),
                        t.day(),
                        Claim.Scope.WHOLE,
                        false,
                        t.report().doc(),
                        t.span())));
        return all;
    }

    /** Whether somebody denies a claim there who, under whatever name, had not denied it before. */
    private boolean isFirstOfSomebody(Draft draft, String doc) {
        Map<String, Objection> first = new TreeMap<>();
        objections(draft).stream()
                .filter(o -> !o.silent())
                .sorted(Comparator.comparing(
                                (Objection o) -> o.on().map(LocalDate::toString).orElse("9999"))
                        .thenComparing(Objection::doc))
                .forEach(o -> first.putIfAbsent(o.key(), o));
        return first.values().stream().anyMatch(o -> o.doc().equals(doc));
    }

    /** The last day on which each denied a claim, by key; without day the first there is. */
    private Map<String, LocalDate> lastDenied(Draft draft) {
        Map<String, LocalDate> last = new TreeMap<>();
        objections(draft).stream()
                .filter(o -> !o.silent())
                .forEach(o -> last.merge(o.key(), o.on().orElse(LocalDate.MIN), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    /** Who took back what he said of a claim, and who now owns to what he denied. */
    private List<Turns.Turn> turns(Draft draft) {
        List<Turns.Turn> all =
                new ArrayList<>(turns.stream().filter(t -> t.draft() == draft).toList());
        Map<String, LocalDate> denied = lastDenied(draft);
        for (Evidence e : draft.inFavour()) {
            Optional<Party> by = e.chain().end().filter(p -> e.vouches() && e.admits());
            LocalDate last = by.map(p -> denied.get(p.standsFor())).orElse(null);
            if (last != null && e.day().filter(d -> !d.isBefore(last)).isPresent()) {
                all.add(new Turns.Turn(
                        Change.What.REVERSED, draft, by.orElseThrow().standsFor(), by, e.report(), e.span()));
            }
        }
        return all;
    }

    /** "The army did not bomb it": what is said against a deed of his is said against the claim that blames him. */
    private void denialsOf(Draft blame) {
        Set<String> author = new TreeSet<>();
        blame.actors().forEach(p -> author.add(p.standsFor()));
        for (Draft d : List.copyOf(drafts)) {
            if (!d.isToll() && d != blame) {
                List<Evidence> moved = d.against().stream()
                        .filter(e -> e.event()
                                        .filter(v -> v.type() == EventType.ASSAULT)
                                        .isPresent()
                                && e.actors().stream().anyMatch(p -> author.contains(p.standsFor())))
                        .toList();
                moved.forEach(e -> {
                    d.remove(e);
                    blame.add(e.withoutEvent());
                });
            }
        }
        drafts.removeIf(d -> d.all().isEmpty());
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
        List<String> actors = draft.actors().stream()
                .limit(draft.isBlame() ? 1 : Long.MAX_VALUE)
                .map(Party::name)
                .distinct()
                .toList();
        List<String> recipients = draft.recipients().stream()
                .filter(p -> !draft.isToll() || !p.key().startsWith("unnamed:"))
                .map(Party::name)
                .filter(n -> !draft.isMutual() || !actors.contains(n))
                .distinct()
                .toList();
        return new Claim.Frame(
                draft.type(), draft.mode(), actors, recipients, draft.when().flatMap(Timex::edtf), draft.where());
    }

    /** Confirmed: one who takes part says so himself, beside another root. */
    private Claim.Status status(Draft draft, Roots roots, List<Claim.Denial> denials, List<Turns.Turn> turns) {
        boolean retracted = turns.stream()
                .filter(t -> t.what() == Change.What.RETRACTED)
                .map(t -> t.key().substring(Voucher.OUTLET.length()))
                .anyMatch(o -> !roots.roots().isEmpty()
                        && roots.roots().stream()
                                .allMatch(r -> r.voucher().equals(o) || r.via().equals(Optional.of(o))));
        if (retracted) {
            return Claim.Status.RETRACTED;
        }
        if (turns.stream().anyMatch(t -> t.what() == Change.What.REVERSED)) {
            return Claim.Status.REVERSED;
        }
        boolean whole = denials.stream().anyMatch(d -> d.scope() == Claim.Scope.WHOLE);
        if (draft.inFavour().isEmpty()) {
            return Claim.Status.DENIED;
        }
        if (whole || objections.isRivalled(draft)) {
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
