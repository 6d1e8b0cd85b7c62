package org.sayso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sayso.export.Brief;
import org.sayso.export.EventCsv;
import org.sayso.export.PloverJson;
import org.sayso.json.ReadingJson;
import org.sayso.merge.Merger;
import org.sayso.store.RecordStore;
import org.sayso.wording.Kept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "export",
        description = "Writes the record in another format to stdout.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportCommand implements Callable<Integer> {
    /** What can be written. */
    enum Format {
        CSV,
        JSONL,
        PLOVER,
        BRIEF
    }

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Parameters(
            paramLabel = "FORMAT",
            description =
                    "csv: one event a line; jsonl: the readings whole; plover: PLOVER records, one a line; brief: Markdown with endnotes.")
    Format format;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            if (store.size() == 0) {
                main.terminal().message("nothing found: the record holds no report");
                return Main.NOTHING;
            }
            PrintWriter out = main.terminal().out();
            switch (format) {
                case CSV -> EventCsv.write(store.readings(), out);
                case JSONL -> store.readings().map(ReadingJson::write).forEach(out::println);
                case PLOVER -> PloverJson.write(store.readings(), out);
                case BRIEF -> new Brief(new Kept(store)).write(store.stories(Merger.load()), out);
            }
            return Main.DONE;
        }
    }
}
