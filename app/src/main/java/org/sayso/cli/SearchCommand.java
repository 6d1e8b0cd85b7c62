package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sayso.merge.Merger;
import org.sayso.store.Hit;
import org.sayso.store.RecordStore;
import org.sayso.wording.Kept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "search", description = "Finds words in texts and claims.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SearchCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("kind", "story", "claim", "doc", "publisher", "title", "excerpt");

    private static final Set<String> OFF_SCREEN = Set.of("story", "publisher", "title");

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

    @Spec
    CommandSpec command;

    @Parameters(
            paramLabel = "QUERY",
            arity = "1..*",
            description = "Words that must all occur; \"several words\" together.")
    List<String> words;

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw new ParameterException(command.commandLine(), "--limit must be 1 or more, not " + limit);
        }
        try (RecordStore store = record.open()) {
            store.stories(Merger.load()); // claims are searched as last merged
            return columns.print(
                    main.terminal(),
                    HEADINGS,
                    OFF_SCREEN,
                    store.search(String.join(" ", words), limit).stream()
                            .map(this::row)
                            .toList());
        }
    }

    private Columns.Row row(Hit hit) {
        String excerpt = String.join("", hit.excerpt());
        Columns.Row row = Columns.Row.of(
                HEADINGS,
                switch (hit) {
                    case Hit.InText t ->
                        List.of("report", "", "", t.docId(), t.publisher(), Kept.beginning(t.title()), excerpt);
                    case Hit.InClaim c -> List.of("claim", c.story(), c.claim(), "", "", "", excerpt);
                });
        boolean named = hit instanceof Hit.InText t && !t.publisher().isEmpty();
        return row.shown((named ? row.cells().get(4) + ": " : "") + marked(hit));
    }

    private String marked(Hit hit) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < hit.excerpt().size(); i++) {
            String piece = hit.excerpt().get(i);
            words.append(i % 2 == 1 ? main.terminal().bold(piece) : piece);
        }
        return words.toString();
    }
}
