package org.sayso.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sayso.merge.Merger;
import org.sayso.model.Claim;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "figures",
        description = "Figures side by side: who gives which number, and whether it revises or disputes another.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FiguresCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("claim", "party", "measure", "unit", "low", "high", "asOf", "relation", "doc", "span");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Columns.Row> rows = store.stories(Merger.load()).stream()
                    .flatMap(s -> s.claims().stream())
                    .flatMap(c -> c.figures().stream().map(f -> row(c, f)))
                    .toList();
            return columns.print(main.terminal(), HEADINGS, rows);
        }
    }

    private static Columns.Row row(Claim c, Claim.FigureLine f) {
        return Columns.Row.of(
                HEADINGS,
                List.of(
                        c.id(),
                        f.party(),
                        f.measure().name().toLowerCase(Locale.ROOT),
                        f.unit(),
                        f.low().map(BigDecimal::toPlainString).orElse(""),
                        f.high().map(BigDecimal::toPlainString).orElse(""),
                        f.asOf().map(Object::toString).orElse(""),
                        f.relation().name().toLowerCase(Locale.ROOT),
                        f.doc(),
                        f.span().start() + "-" + f.span().end()));
    }
}
