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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "story",
        description = "One story's ledger: each claim, who vouches for it, who denies it, and the words.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StoryCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Parameters(paramLabel = "ID", description = "A story's id, as `sayso stories` prints it, or how it begins.")
    String id;

    @Option(names = "--json", description = "The story as one line of JSON.")
    boolean json;

    @Option(names = "--all", description = "Also claims that one report alone makes, and every report of each claim.")
    boolean all;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = main.terminal();
        try (RecordStore store = record.open()) {
            List<Story> found = store.stories(Merger.load()).stream()
                    .filter(s -> s.id().startsWith(id))
                    .toList();
            if (found.isEmpty()) {
                terminal.error("no story " + id + " in " + record.db);
                return Main.NOTHING;
            }
            if (json || !terminal.interactive()) {
                found.forEach(s -> terminal.out().println(StoryJson.write(s)));
            } else {
                LedgerText ledger = new LedgerText(terminal, new Articles(store), all);
                found.forEach(ledger::print);
            }
            return Main.DONE;
        }
    }
}
