package org.sayso.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Claim;
import org.sayso.model.Span;
import org.sayso.model.Story;
import org.sayso.wording.Kept;
import org.sayso.wording.Lead;
import org.sayso.wording.Party;
import org.sayso.wording.Wording;

/** A story's ledger: each claim with who vouches for it, who denies it and every report of it, indented under it. */
final class LedgerText {
    private static final int SHOWN = 3;
    private static final String INDENT = " ".repeat(14);

    private final Terminal terminal;
    private final Kept kept;
    private final boolean everything;

    /** @param everything also claims that one report alone makes, and every report of each claim */
    LedgerText(Terminal terminal, Kept kept, boolean everything) {
        this.terminal = terminal;
        this.kept = kept;
        this.everything = everything;
    }

    void print(Story story) {
        List<String> lines = new ArrayList<>();
        header(story, lines);
        List<Claim> shown = story.claims().stream()
                .filter(c -> everything || !Lead.minor(c))
                .toList();
        shown.forEach(c -> claim(c, lines));
        int left = story.claims().size() - shown.size();
        if (left > 0) {
            lines.add("");
            lines.add(terminal.dim(Wrap.lines(
                    "and " + Wording.count(left, "claim") + " that one report alone makes and nobody denies (--all)",
                    "  ",
                    "  ",
                    terminal.width())));
        }
        lineage(story, lines);
        lines.forEach(terminal.out()::println);
        terminal.out().println();
    }

    /** What one wants to know first: how many reports, on how many legs the main claim stands, who denies it. */
    private void header(Story story, List<String> lines) {
        lines.add(terminal.bold(Wrap.lines(story.title(), "", "", terminal.width())));
        Stream.of(
                        Optional.of(String.join(" · ", Lead.numbers(story, kept.outlets(story)))),
                        Lead.legs(story),
                        Lead.denied(story).map(terminal::red))
                .flatMap(Optional::stream)
                .forEach(words -> lines.add(Wrap.lines(words, "", "  ", terminal.width())));
        lines.add(terminal.dim("story " + story.id()));
    }

    private void claim(Claim c, List<String> lines) {
        String status = c.status().name();
        lines.add("");
        lines.add(Wrap.lines(
                terminal.bold(c.summary()) + "  "
                        + (c.denials().isEmpty() ? terminal.green(status) : terminal.red(status)),
                "  ",
                "    ",
                terminal.width()));
        lines.add(item(
                "",
                Wording.count(Lead.reports(c), "report") + " in " + Wording.count(c.outlets(), "outlet") + "; "
                        + Lead.legs(c)));
        String label = "rests on";
        for (Claim.Root r : c.roots()) {
            String via = r.via()
                    .filter(v -> !v.equals(r.voucher()))
                    .map(v -> ", via " + v)
                    .orElse("");
            String unnamed = r.kind() == Attribution.Source.Kind.UNNAMED ? ", unnamed" : "";
            lines.add(item(label, r.voucher() + unnamed + via + reference("(first in " + r.firstDoc() + ")")));
            label = "";
        }
        for (Party p : Party.denying(c)) {
            lines.add(item("denied by", terminal.red(p.counted())));
            p.words().stream().limit(everything ? Long.MAX_VALUE : 1).forEach(w -> quote(w.doc(), w.span(), lines));
        }
        List<Party> silent = Party.silent(c);
        if (!silent.isEmpty()) {
            lines.add(item("silent", silent.stream().map(Party::counted).collect(Collectors.joining("; "))));
        }
        label = "figures";
        for (Claim.FigureLine f : c.figures()) {
            lines.add(item(label, figure(f)));
            label = "";
        }
        reports(c, lines);
    }

    /** The first words of each of a few reports; all words with --all. */
    private void reports(Claim c, List<String> lines) {
        TreeMap<String, Claim.Report> firsts = new TreeMap<>();
        c.reports().forEach(r -> firsts.putIfAbsent(r.doc(), r));
        List<Claim.Report> shown = c.reports().stream()
                .filter(r -> everything || r.equals(firsts.get(r.doc())))
                .limit(everything ? Long.MAX_VALUE : SHOWN)
                .toList();
        String label = "said by";
        for (Claim.Report r : shown) {
            lines.add(item(label, String.join(" ← ", kept.chain(r.doc(), r.said()))));
            quote(r.doc(), r.span(), lines);
            label = "";
        }
        if (!everything && firsts.size() > shown.size()) {
            lines.add(terminal.dim(
                    item("", "and in " + Wording.count(firsts.size() - shown.size(), "more report") + " (--all)")));
        }
    }

    private String figure(Claim.FigureLine f) {
        String relation = f.relation() == Claim.Relation.FIRST ? "" : " (" + Wording.word(f.relation()) + ")";
        return Wording.figure(f) + ", " + f.party()
                + f.asOf().map(d -> ", " + Wording.day(d)).orElse("") + relation + reference("(" + f.doc() + ")");
    }

    /** Whom several reports rest on; with --all, whom any does. */
    private void lineage(Story story, List<String> lines) {
        List<Lead.Rest> all = Lead.rests(story);
        List<Lead.Rest> shown =
                all.stream().filter(r -> everything || r.docs().size() > 1).toList();
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  " + terminal.bold("Who rests on whom"));
        String label = "";
        for (Lead.Rest r : shown) {
            String kind = Wording.word(r.kind());
            Map<String, Long> byOutlet = r.docs().stream()
                    .collect(Collectors.groupingBy(kept::publisher, LinkedHashMap::new, Collectors.counting()));
            String outlets = byOutlet.entrySet().stream()
                    .limit(everything ? Long.MAX_VALUE : SHOWN)
                    .map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
                    .collect(Collectors.joining(", "));
            lines.add(item(
                    kind.equals(label) ? "" : kind,
                    r.on() + " ← " + Wording.count(r.docs().size(), "report") + (r.stated() ? "" : ", inferred") + ": "
                            + outlets
                            + (everything || byOutlet.size() <= SHOWN ? "" : " …")));
            label = kind;
        }
        if (shown.size() < all.size()) {
            lines.add(
                    terminal.dim("    and " + (all.size() - shown.size()) + " on whom one report alone rests (--all)"));
        }
    }

    private void quote(String doc, Span span, List<String> lines) {
        kept.words(doc, span).ifPresent(words -> {
            String shown = everything ? words : Wording.shorten(words, 2 * terminal.width());
            lines.add(Wrap.lines(
                    "“" + shown + "”" + reference(Wording.place(doc, span)), INDENT, INDENT, terminal.width()));
        });
    }

    /** Where it stands, for whoever looks it up; each word dimmed by itself, since lines may be broken between them. */
    private String reference(String where) {
        return Stream.of(where.split(" ")).map(w -> " " + terminal.dim(w)).collect(Collectors.joining());
    }

    private String item(String label, String words) {
        return Wrap.lines(words, String.format(Locale.ROOT, "    %-10s", label), INDENT, terminal.width());
    }
}
