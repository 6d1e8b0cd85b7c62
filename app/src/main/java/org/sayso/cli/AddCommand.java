package org.sayso.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sayso.ingest.Arrivals;
import org.sayso.model.Article;
import org.sayso.pipeline.Pipeline;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "add",
        description = "Reads reports and keeps them in a record. One that is there already is not added twice; "
                + "a run that was stopped can simply be run again.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AddCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Mixin
    InputOptions input;

    @Option(
            names = "--db",
            required = true,
            paramLabel = "FILE",
            description = "The record: one SQLite file, made if absent.")
    Path db;

    @Option(names = "--json", description = "The summary as one JSON line, as into a pipe.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        try (RecordStore store = RecordStore.open(db);
                Arrivals documents = input.open()) {
            Tally tally = new Tally(store);
            Pipeline pipeline = new Pipeline(InputOptions.stages());
            new Batch(
                            page -> pipeline.read(page, article -> isKnown(store, article)),
                            new Progress(terminal, documents::reach))
                    .run(documents, tally::take);
            if (json || !terminal.interactive()) {
                terminal.out().println(tally.json());
            } else {
                tally.print(terminal);
            }
            tally.explain(terminal);
            return tally.exitCode();
        }
    }

    /** So that a run that is run again takes no longer than extraction does; a record that cannot be asked fails when written. */
    private static boolean isKnown(RecordStore store, Article article) {
        try {
            return store.current(article).isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
