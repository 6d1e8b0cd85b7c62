package org.sayso.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sayso.json.StoryJson;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "figures",
        description = "Figures side by side: who gives which number, and whether it revises or disputes another.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FiguresCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of(
            "story", "claim", "low", "high", "unit", "measure", "asOf", "relation", "doc", "span", "summary", "party");

    private static final Set<String> OFF_SCREEN =
            Set.of("story", "low", "high", "unit", "measure", "doc", "span", "summary");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Mixin
    Only only;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Columns.Row> rows = only.stories(store).stream()
                    .flatMap(s -> s.claims().stream()
                            .flatMap(c -> c.figures().stream().map(f -> row(s, c, f))))
                    .toList();
            return columns.print(main.terminal(), HEADINGS, OFF_SCREEN, rows);
        }
    }

    private static Columns.Row row(Story s, Claim c, Claim.FigureLine f) {
        return new Columns.Row(
                StoryJson.tree(f).put("story", s.id()).put("claim", c.id()).put("summary", c.summary()),
                List.of(
                        s.id(),
                        c.id(),
                        f.low().map(BigDecimal::toPlainString).orElse(""),
                        f.high().map(BigDecimal::toPlainString).orElse(""),
                        f.unit(),
                        Wording.word(f.measure()),
                        f.asOf().map(Object::toString).orElse(""),
                        Wording.word(f.relation()),
                        f.doc(),
                        f.span().start() + "-" + f.span().end(),
                        c.summary(),
                        f.party()),
                Wording.figure(f) + ", says " + f.party() + ": " + c.summary());
    }
}
