package org.sayso.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sayso.extract.Extracted;
import org.sayso.extract.Judgement;
import org.sayso.model.Article;
import org.sayso.model.Extraction;
import org.sayso.wording.Wording;

/** Shows which blocks of a page were taken for the article, which were not, and why. */
final class Explanation {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> HEADINGS = List.of("", "why", "at", "text");
    /** Characters of a block that a terminal shows. */
    private static final int START = 110;

    private final Terminal terminal;

    Explanation(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Extracted.Found found, List<Judgement> judgements, ReadCommand.Out format) {
        switch (format) {
            case TEXT -> table(found, judgements);
            case JSON -> terminal.out().println(tree(found, judgements).toPrettyString());
            case JSONL -> terminal.out().println(tree(found, judgements));
        }
        terminal.out().flush();
    }

    private void table(Extracted.Found found, List<Judgement> judgements) {
        Article article = found.article();
        terminal.out().println(terminal.bold(article.title().orElse(article.docId())));
        terminal.out().println(terminal.dim(article.docId()));
        article.extraction()
                .ifPresent(e -> terminal.out().println("text chosen by " + Wording.word(e.chosen()) + agreement(e)));
        found.problems().forEach(p -> terminal.out().println(terminal.red("! " + p.message())));
        terminal.out().println();
        List<Columns.Row> rows = new ArrayList<>();
        for (Judgement j : judgements) {
            rows.add(new Columns.Row(
                    tree(j),
                    List.of(
                            j.verdict().kept() ? "+" : "-",
                            j.verdict().kept() ? "" : Wording.word(j.verdict()),
                            j.source().map(s -> String.valueOf(s.start())).orElse(""),
                            Wording.shorten(j.text(), START))));
        }
        new Table(terminal.width(), HEADINGS, Set.of(), rows)
                .lines(terminal::bold)
                .forEach(terminal.out()::println);
        terminal.out().println();
        judgements.stream()
                .map(Judgement::verdict)
                .distinct()
                .filter(v -> !v.kept())
                .sorted()
                .forEach(v -> terminal.out().println(terminal.dim(Wording.word(v) + ": " + v.says())));
        terminal.out().println();
    }

    private static String agreement(Extraction e) {
        return e.agreements().stream()
                .map(a -> String.format(
                        Locale.ROOT, "; %s agrees by %.0f %%", Wording.word(a.witness()), 100 * a.share()))
                .collect(Collectors.joining());
    }

    private static ObjectNode tree(Extracted.Found found, List<Judgement> judgements) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("docId", found.article().docId());
        found.article().title().ifPresent(title -> node.put("title", title));
        found.article().extraction().ifPresent(e -> {
            node.put("chosen", Wording.word(e.chosen()));
            node.put("confidence", Math.round(100 * e.confidence()) / 100.0);
        });
        var blocks = node.putArray("blocks");
        judgements.forEach(j -> blocks.add(tree(j)));
        return node;
    }

    private static ObjectNode tree(Judgement j) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("kept", j.verdict().kept());
        node.put("verdict", j.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.put("why", j.verdict().says());
        node.put("path", j.path());
        j.source().ifPresent(s -> node.putArray("source").add(s.start()).add(s.end()));
        return node.put("text", j.text());
    }
}
