package org.sayso.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sayso.merge.Merger;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "changes",
        description = "What became different since a day: denials, confirmations, figures, new roots.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ChangesCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("at", "what", "story", "claim", "doc", "summary");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Option(names = "--since", required = true, paramLabel = "D", description = "First day, as 2024-11-11.")
    LocalDate since;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Columns.Row> rows = store.stories(Merger.load()).stream()
                    .flatMap(s -> s.changes().stream()
                            .filter(c -> !c.at().isBefore(since))
                            .sorted(Comparator.comparing(Change::at))
                            .map(c -> row(s, c)))
                    .toList();
            return columns.print(main.terminal(), HEADINGS, rows);
        }
    }

    private static Columns.Row row(Story s, Change c) {
        String summary = s.claims().stream()
                .filter(x -> x.id().equals(c.claim()))
                .map(Claim::summary)
                .findFirst()
                .orElse("");
        return Columns.Row.of(
                HEADINGS,
                List.of(
                        c.at().toString(),
                        c.what().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        s.id(),
                        c.claim(),
                        c.doc(),
                        summary));
    }
}
