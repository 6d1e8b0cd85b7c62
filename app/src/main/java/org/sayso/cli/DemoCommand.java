package org.sayso.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sayso.ingest.Arrivals;
import org.sayso.ingest.Format;
import org.sayso.ingest.Given;
import org.sayso.ingest.Intake;
import org.sayso.ingest.Limits;
import org.sayso.json.StoryJson;
import org.sayso.merge.Merger;
import org.sayso.model.Story;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;
import org.sayso.store.RecordStore;
import org.sayso.wording.Kept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "demo",
        description = "Reads the bundled sample story into a temporary record and prints its ledger.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "trump-putin-call.jsonl";

    @ParentCommand
    Main main;

    @Option(names = "--db", paramLabel = "FILE", description = "Keep the record in this file instead.")
    Path db;

    @Option(names = "--all", description = "Every claim and every report of it.")
    boolean all;

    @Option(names = "--json", description = "The story as JSON, one line.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("sayso-demo");
        try {
            return run(folder);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    private int run(Path folder) throws Exception {
        Terminal terminal = main.terminal();
        terminal.message("reading the sample story, " + SAMPLE + " …");
        try (RecordStore store = RecordStore.open(db == null ? folder.resolve("record.db") : db);
                Arrivals documents = sample(folder)) {
            Tally tally = new Tally(store);
            Pipeline pipeline = new Pipeline(Stages.standard());
            new Batch(pipeline::read, new Progress(terminal, documents::reach)).run(documents, tally::take);
            tally.explain(terminal);
            List<Story> stories = store.stories(Merger.load());
            LedgerText ledger = new LedgerText(terminal, new Kept(store), all);
            for (Story story : stories) {
                if (json) {
                    terminal.out().println(StoryJson.write(story));
                } else {
                    ledger.print(story);
                }
            }
            terminal.out().flush();
            if (!json) {
                terminal.message("To click through it: "
                        + (db == null
                                ? "./sayso demo --db demo.db, then ./sayso serve --db demo.db"
                                : "./sayso serve --db " + db));
            }
            return tally.exitCode();
        }
    }

    private static Arrivals sample(Path folder) throws IOException {
        Path file = folder.resolve(SAMPLE);
        try (InputStream in = DemoCommand.class.getResourceAsStream("/org/sayso/examples/" + SAMPLE)) {
            if (in == null) {
                throw new IOException("the sample story is missing from this build");
            }
            Files.copy(in, file);
        }
        return new Intake(Format.JSONL, Given.NOTHING, Limits.STANDARD, InputStream.nullInputStream())
                .open(List.of(file.toString()));
    }
}
