package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.sayso.merge.Merger;
import org.sayso.store.Hit;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "search", description = "Finds words in texts and claims.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SearchCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("kind", "in", "title", "excerpt");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "At most N of each kind (${DEFAULT-VALUE}).")
    int limit;

    @Parameters(
            paramLabel = "QUERY",
            arity = "1..*",
            description = "Words that must all occur; \"several words\" together.")
    List<String> words;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            store.stories(Merger.load()); // claims are searched as last merged
            return columns.print(
                    main.terminal(),
                    HEADINGS,
                    store.search(String.join(" ", words), limit).stream()
                            .map(SearchCommand::row)
                            .toList());
        }
    }

    private static Columns.Row row(Hit hit) {
        return Columns.Row.of(
                HEADINGS,
                switch (hit) {
                    case Hit.InText t -> List.of("text", t.docId(), t.title(), t.excerpt());
                    case Hit.InClaim c -> List.of("claim", c.story() + "/" + c.claim(), "", c.excerpt());
                });
    }
}
