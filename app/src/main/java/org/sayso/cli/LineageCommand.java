package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sayso.merge.Merger;
import org.sayso.model.Lineage;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "lineage",
        description = "Which report rests on whom: cites, wire, copies, briefing.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LineageCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("doc", "kind", "to", "stated", "span");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Parameters(paramLabel = "ID", description = "A story's id, or how it begins.")
    String id;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Story> found = store.stories(Merger.load()).stream()
                    .filter(s -> s.id().startsWith(id))
                    .toList();
            if (found.isEmpty()) {
                main.terminal().error("no story " + id + " in " + record.db);
                return Main.NOTHING;
            }
            return columns.print(
                    main.terminal(),
                    HEADINGS,
                    found.stream()
                            .flatMap(s -> s.lineage().stream())
                            .map(LineageCommand::row)
                            .toList());
        }
    }

    private static Columns.Row row(Lineage l) {
        return Columns.Row.of(
                HEADINGS,
                List.of(
                        l.doc(),
                        l.kind().name().toLowerCase(Locale.ROOT),
                        l.to(),
                        l.stated() ? "stated" : "inferred",
                        l.span().map(s -> s.start() + "-" + s.end()).orElse("")));
    }
}
