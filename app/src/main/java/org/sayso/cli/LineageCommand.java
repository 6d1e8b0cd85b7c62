package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sayso.json.StoryJson;
import org.sayso.merge.Merger;
import org.sayso.model.Lineage;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "lineage",
        description = "Which report rests on whom: cites, wire, copies, briefing.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LineageCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("doc", "kind", "stated", "span", "to");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Mixin
    StoryId story;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = main.terminal();
        try (RecordStore store = record.open()) {
            Optional<Story> found = story.of(store.stories(Merger.load()), terminal);
            if (found.isEmpty()) {
                return Main.NOTHING;
            }
            return columns.print(
                    terminal,
                    HEADINGS,
                    found.get().lineage().stream().map(LineageCommand::row).toList());
        }
    }

    private static Columns.Row row(Lineage l) {
        return new Columns.Row(
                StoryJson.tree(l),
                List.of(
                        l.doc(),
                        Wording.word(l.kind()),
                        l.stated() ? "stated" : "inferred",
                        l.span().map(s -> s.start() + "-" + s.end()).orElse(""),
                        l.to()));
    }
}
