package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sayso.json.StoryJson;
import org.sayso.merge.Merger;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "claims",
        description = "Every claim of a record with its independent roots and denials.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ClaimsCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("story", "id", "status", "reports", "outlets", "roots", "denied by", "summary");

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
                    .flatMap(s -> s.claims().stream().map(c -> row(s, c)))
                    .toList();
            return columns.print(main.terminal(), HEADINGS, rows);
        }
    }

    private static Columns.Row row(Story s, Claim c) {
        return new Columns.Row(
                StoryJson.tree(c).put("story", s.id()),
                List.of(
                        s.id(),
                        c.id(),
                        c.status().name().toLowerCase(Locale.ROOT),
                        String.valueOf(c.reports().size()),
                        String.valueOf(c.outlets()),
                        c.independent()
                                .count()
                                .map(n -> n + (c.independent().established() ? "" : "?"))
                                .orElse("?"),
                        String.join(
                                ", ",
                                c.denials().stream()
                                        .map(Claim.Denial::by)
                                        .distinct()
                                        .toList()),
                        c.summary()));
    }
}
