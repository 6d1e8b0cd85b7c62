package org.sayso.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.sayso.store.RecordStore;
import picocli.CommandLine.Option;

/** Which record a command reads. */
final class RecordOption {
    @Option(names = "--db", required = true, paramLabel = "FILE", description = "The record: one SQLite file.")
    @SuppressWarnings("NullAway.Init") // picocli sets a required option before the command runs
    Path db;

    /** @throws IOException where there is no such record, or it cannot be used now */
    RecordStore open() throws IOException {
        return RecordStore.openExisting(db);
    }
}
