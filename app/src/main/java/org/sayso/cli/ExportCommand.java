package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.sayso.export.Export;
import org.sayso.export.Format;
import org.sayso.merge.Merger;
import org.sayso.model.Reading;
import org.sayso.store.RecordStore;
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
    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Parameters(paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    Format format;

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Reading> readings = store.readings().toList();
            Export.write(
                    format,
                    readings,
                    format == Format.BRIEF ? store.stories(Merger.load()) : List.of(),
                    main.terminal().out());
            return readings.isEmpty() ? Main.NOTHING : Main.DONE;
        }
    }
}
