package org.sayso.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;
import org.sayso.store.RecordStore;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "doctor",
        description = "Checks that everything Sayso needs works on this machine.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DoctorCommand implements Callable<Integer> {
    private static final String SAMPLE =
            "The ministry said on Monday that at least 12 people were killed in a drone attack on Odesa.";

    @ParentCommand
    Main main;

    private interface Check {
        String run() throws IOException;
    }

    @Override
    public Integer call() {
        long failed = Stream.of(
                        check("Java", () -> Runtime.version() + ", " + System.getProperty("os.arch")),
                        check("memory", () -> Runtime.getRuntime().maxMemory() / (1 << 20) + " MB for the heap"),
                        check("language engine", DoctorCommand::engine),
                        check("reading", DoctorCommand::reading),
                        check("record", DoctorCommand::record))
                .filter(well -> !well)
                .count();
        return failed == 0 ? Main.DONE : Main.FAILED;
    }

    private boolean check(String name, Check check) {
        Terminal terminal = main.terminal();
        try {
            terminal.out().println(terminal.green("ok    ") + name + ": " + check.run());
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            terminal.out().println(terminal.red("FAILED ") + name + ": " + e);
            return false;
        }
    }

    private static String engine() {
        long start = System.nanoTime();
        int words = Stages.standard()
                .analyzer()
                .analyze(SAMPLE)
                .sentences()
                .getFirst()
                .size();
        return words + " words parsed, loaded in " + (System.nanoTime() - start) / 1_000_000 + " ms"
                + LanguageEngine.processorNote().map(note -> "; " + note).orElse("");
    }

    private static String reading() {
        Page page = new Page(
                "doctor",
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2024, 11, 12)),
                Optional.empty(),
                new Page.Plain(SAMPLE));
        return switch (new Pipeline(Stages.standard()).read(page)) {
            case Outcome.LeftOut left -> throw new IllegalStateException(left.message());
            case Outcome.Read read -> {
                var r = read.reading();
                if (r.events().isEmpty() || r.attributions().isEmpty()) {
                    throw new IllegalStateException("a plain sentence gave "
                            + r.events().size() + " events, " + r.attributions().size() + " statements");
                }
                yield Wording.count(r.events().size(), "event") + ", "
                        + Wording.count(r.attributions().size(), "statement") + ", "
                        + Wording.count(r.figures().size(), "figure") + " in a sample sentence";
            }
        };
    }

    private static String record() throws IOException {
        Path folder = Files.createTempDirectory("sayso-doctor");
        Path file = folder.resolve("record.db");
        try (RecordStore store = RecordStore.open(file)) {
            return "SQLite opens, " + store.size() + " reports in a new record";
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
