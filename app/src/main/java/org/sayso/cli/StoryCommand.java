package org.sayso.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sayso.json.StoryJson;
import org.sayso.merge.Merger;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import org.sayso.wording.Kept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Mixin
    StoryId story;

    @Option(names = "--json", description = "The story as one line of JSON.")
    boolean json;

    @Option(names = "--all", description = "Also claims that one report alone makes, and every report of each claim.")
    boolean all;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = main.terminal();
        try (RecordStore store = record.open()) {
            Optional<Story> found = story.of(store.stories(Merger.load()), terminal);
            if (found.isEmpty()) {
                return Main.NOTHING;
            }
            if (json || !terminal.interactive()) {
                terminal.out().println(StoryJson.write(found.get()));
            } else {
                new LedgerText(terminal, new Kept(store), all).print(found.get());
            }
            return Main.DONE;
        }
    }
}
