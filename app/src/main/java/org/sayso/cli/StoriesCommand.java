package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.sayso.json.StoryJson;
import org.sayso.merge.Merger;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "stories", description = "The stories of a record, one a line.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StoriesCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("id", "from", "to", "reports", "claims", "denied", "title");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            return columns.print(
                    main.terminal(),
                    HEADINGS,
                    store.stories(Merger.load()).stream()
                            .map(StoriesCommand::row)
                            .toList());
        }
    }

    private static Columns.Row row(Story s) {
        return new Columns.Row(
                StoryJson.tree(s),
                List.of(
                        s.id(),
                        s.from().map(Object::toString).orElse(""),
                        s.to().map(Object::toString).orElse(""),
                        String.valueOf(s.docs().size()),
                        String.valueOf(s.claims().size()),
                        String.valueOf(s.claims().stream()
                                .filter(c -> !c.denials().isEmpty())
                                .count()),
                        s.title()));
    }
}
