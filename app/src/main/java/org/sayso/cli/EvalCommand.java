package org.sayso.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sayso.eval.Evaluation;
import org.sayso.eval.Evaluations;
import org.sayso.pipeline.Stages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "eval",
        description = "Measures one task against gold data: prints a table, and one JSON line last.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvalCommand implements Callable<Integer> {
    /** The names of all tasks. */
    static final class Tasks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Evaluations.all().stream().map(Evaluation::task).iterator();
        }
    }

    @ParentCommand
    Main main;

    @Parameters(
            paramLabel = "TASK",
            description = "What to measure: ${COMPLETION-CANDIDATES}.",
            completionCandidates = EvalCommand.Tasks.class)
    String task;

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "DIR|FILE",
            description = "The task's gold folder, or one file in its schema.")
    Path gold;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = main.terminal();
        Optional<Evaluation> evaluation =
                Evaluations.all().stream().filter(e -> e.task().equals(task)).findFirst();
        if (evaluation.isEmpty()) {
            terminal.error("no task \"" + task + "\"; there are " + String.join(", ", new Tasks()));
            return Main.USAGE;
        }
        if (!gold.toFile().exists()) {
            terminal.error("no gold at " + gold);
            return Main.FAILED;
        }
        ObjectNode figures = evaluation.get().run(gold, Stages.standard(), terminal.out());
        terminal.out().println(figures);
        return Main.DONE;
    }
}
