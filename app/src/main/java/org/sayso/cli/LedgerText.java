package org.sayso.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Article;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Span;
import org.sayso.model.Story;

/** A story's ledger: each claim with who vouches for it, who denies it and every report of it, indented under it. */
final class LedgerText {
    private static final int REPORTS_SHOWN = 4;

    private final Terminal terminal;
    private final Function<String, Optional<Article>> articles;
    private final boolean everything;

    /** @param everything also claims that one report alone makes, and every report of each claim */
    LedgerText(Terminal terminal, Function<String, Optional<Article>> articles, boolean everything) {
        this.terminal = terminal;
        this.articles = articles;
        this.everything = everything;
    }

    void print(Story story) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(story.title()));
        header(story, lines);
        List<Claim> shown = story.claims().stream()
                .filter(c ->
                        everything || c.reports().size() > 1 || !c.denials().isEmpty())
                .toList();
        shown.forEach(c -> claim(c, lines));
        int left = story.claims().size() - shown.size();
        if (left > 0) {
            lines.add("");
            lines.add(terminal.dim(
                    "  and " + Wrap.count(left, "claim") + " that one report makes and nobody denies (--all)"));
        }
        lineage(story, lines);
        lines.forEach(terminal.out()::println);
        terminal.out().println();
    }

    /** What one wants to know first: how many reports, on how many legs the main claim stands, who denies it. */
    private void header(Story story, List<String> lines) {
        long outlets = story.docs().stream().map(this::outlet).distinct().count();
        String days = Stream.of(story.from(), story.to())
                .flatMap(Optional::stream)
                .distinct()
                .map(Wrap::day)
                .collect(Collectors.joining(" – "));
        lines.add(Wrap.lines(
                Stream.concat(
                                Stream.of(
                                        Wrap.count(story.docs().size(), "report"),
                                        Wrap.count((int) outlets, "outlet"),
                                        days,
                                        Wrap.count(story.claims().size(), "claim")),
                                story.claims().stream().limit(1).flatMap(LedgerText::legs))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" · ")),
                "",
                "",
                terminal.width()));
        lines.add(terminal.dim("story " + story.id()));
    }

    private static Stream<String> legs(Claim main) {
        String deniers = main.denials().stream()
                .filter(d -> d.scope() == Claim.Scope.WHOLE)
                .map(d -> d.by() + d.on().map(on -> ", " + Wrap.day(on)).orElse(""))
                .distinct()
                .collect(Collectors.joining("; "));
        return Stream.of(main.independent().why(), deniers.isEmpty() ? "" : "denied by " + deniers);
    }

    private void claim(Claim c, List<String> lines) {
        String status = c.status().name();
        int reports =
                (int) c.reports().stream().map(Claim.Report::doc).distinct().count();
        lines.add("");
        lines.add(Wrap.lines(c.summary(), "  ", "    ", terminal.width() - status.length() - 2)
                + "  "
                + (c.denials().isEmpty() ? terminal.green(status) : terminal.red(status)));
        lines.add(item(
                "",
                Wrap.count(reports, "report") + " in " + Wrap.count(c.outlets(), "outlet") + "; "
                        + (c.independent().established() ? "" : "independence not established: ")
                        + c.independent().why()));
        String label = "rests on";
        for (Claim.Root r : c.roots()) {
            String via = r.via()
                    .filter(v -> !v.equals(r.voucher()))
                    .map(v -> " via " + v)
                    .orElse("");
            lines.add(item(label, r.voucher() + via + " (first in " + r.firstDoc() + ")"));
            label = "";
        }
        denials(c, lines);
        silent(c, lines);
        for (Claim.FigureLine f : c.figures()) {
            lines.add(item("figure", figure(f)));
        }
        reports(c, lines);
    }

    /** One line for each party that denies, with the words of its first report; every report's words with --all. */
    private void denials(Claim c, List<String> lines) {
        Map<String, List<Claim.Denial>> parties = c.denials().stream()
                .collect(Collectors.groupingBy(
                        d -> d.by()
                                + d.on().map(on -> ", " + Wrap.day(on)).orElse("")
                                + (d.scope() == Claim.Scope.WHOLE ? "" : ", a part of it"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        parties.forEach((party, same) -> {
            int docs = (int) same.stream().map(Claim.Denial::doc).distinct().count();
            lines.add(item("denied", "by " + party + " (in " + Wrap.count(docs, "report") + ")"));
            same.stream().limit(everything ? same.size() : 1).forEach(d -> quote(d.doc(), d.span(), lines));
        });
    }

    private void silent(Claim c, List<String> lines) {
        Map<String, Long> parties = c.noComment().stream()
                .collect(Collectors.groupingBy(Claim.NoComment::by, LinkedHashMap::new, Collectors.counting()));
        if (!parties.isEmpty()) {
            lines.add(item(
                    "silent",
                    parties.entrySet().stream()
                            .map(p -> p.getKey() + " (in " + Wrap.count(Math.toIntExact(p.getValue()), "report") + ")")
                            .collect(Collectors.joining("; "))));
        }
    }

    private void reports(Claim c, List<String> lines) {
        List<Claim.Report> shown = everything
                ? c.reports()
                : c.reports().stream().limit(REPORTS_SHOWN).toList();
        String label = "said by";
        for (Claim.Report r : shown) {
            String chain =
                    Stream.concat(Stream.of(outlet(r.doc())), r.said().stream()).collect(Collectors.joining(" ← "));
            lines.add(item(label, chain));
            quote(r.doc(), r.span(), lines);
            label = "";
        }
        int left = c.reports().size() - shown.size();
        if (left > 0) {
            lines.add(terminal.dim(item("", "and " + left + " more (--all)")));
        }
    }

    private String figure(Claim.FigureLine f) {
        String low = f.low().map(n -> n.toPlainString()).orElse("");
        String high = f.high().map(n -> n.toPlainString()).orElse("");
        String amount = low.equals(high)
                ? low
                : low.isEmpty() ? "up to " + high : high.isEmpty() ? "at least " + low : low + "–" + high;
        String relation = f.relation() == Claim.Relation.FIRST
                ? ""
                : " (" + f.relation().name().toLowerCase(Locale.ROOT) + ")";
        return amount + " " + f.unit() + " " + f.measure().name().toLowerCase(Locale.ROOT) + ", " + f.party()
                + f.asOf().map(d -> ", " + Wrap.day(d)).orElse("") + relation + terminal.dim("  " + f.doc());
    }

    private void lineage(Story story, List<String> lines) {
        if (story.lineage().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  " + terminal.bold("Who rests on whom"));
        story.lineage().stream()
                .collect(Collectors.groupingBy(
                        l -> l.kind().name().toLowerCase(Locale.ROOT) + " " + l.to(),
                        java.util.TreeMap::new,
                        Collectors.mapping(Lineage::doc, Collectors.toList())))
                .forEach((edge, docs) -> {
                    List<String> who = docs.stream().distinct().sorted().toList();
                    String names = String.join(
                            ", ", everything ? who : who.stream().limit(3).toList());
                    lines.add(Wrap.lines(
                            edge + ": " + Wrap.count(who.size(), "report") + ": " + names
                                    + (!everything && who.size() > 3 ? " …" : ""),
                            "    ",
                            "      ",
                            terminal.width()));
                });
    }

    private void quote(String doc, Span span, List<String> lines) {
        articles.apply(doc).ifPresent(a -> {
            String words = Wrap.shorten(span.of(a.text()), 2 * terminal.width());
            lines.add(terminal.dim(Wrap.lines(
                    "“" + words + "” " + doc + " " + span, " ".repeat(16), " ".repeat(16), terminal.width())));
        });
    }

    private String outlet(String doc) {
        return articles.apply(doc).flatMap(Article::publisher).orElse(doc);
    }

    private String item(String label, String words) {
        return Wrap.lines(words, String.format(Locale.ROOT, "    %-10s", label), " ".repeat(14), terminal.width());
    }
}
