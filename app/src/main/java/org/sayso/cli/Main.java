package org.sayso.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.sayso.store.RecordUnavailable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code sayso}: news reports in, a sourced record out. */
@Command(
        name = "sayso",
        description =
                "Turns news reports on conflict and diplomacy into a sourced record: who did what to whom, and on whose say-so.",
        mixinStandardHelpOptions = true,
        version = "sayso 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage",
            "3:nothing found",
            "4:partly done; what failed is listed",
            "5:the record is busy or of another version"
        },
        subcommands = {
            DemoCommand.class,
            ReadCommand.class,
            AddCommand.class,
            StoriesCommand.class,
            StoryCommand.class,
            ClaimsCommand.class,
            FiguresCommand.class,
            LineageCommand.class,
            SearchCommand.class,
            ChangesCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            EvalCommand.class,
            DoctorCommand.class,
        })
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOTHING = 3;
    static final int PARTLY = 4;
    static final int UNAVAILABLE = 5;

    @CommandLine.Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "No progress, no messages but errors.")
    boolean quiet;

    private final PrintWriter out;
    private final PrintWriter err;

    private Main(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    Terminal terminal() {
        return Terminal.of(out, err, quiet);
    }

    /** Runs one command; nothing is written elsewhere than to these two. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Main(out, err));
        line.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                Terminal.of(out, err, false).color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler((e, command, parsed) -> failure(e, err));
        int code = args.length == 0 ? usage(line) : line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @SuppressWarnings("PMD")
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Runtime.getRuntime().halt(run(out, err, args));
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return USAGE;
    }

    private static int failure(Exception e, PrintWriter err) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return switch (e) {
            case RecordUnavailable busy -> say(err, message, UNAVAILABLE);
            case NoSuchFileException missing -> say(err, "no such file: " + missing.getFile(), FAILED);
            case java.io.IOException io -> say(err, message, FAILED);
            case IllegalArgumentException wrong -> say(err, message, FAILED);
            default -> {
                e.printStackTrace(err);
                yield say(err, "a bug: please report the lines above", FAILED);
            }
        };
    }

    private static int say(PrintWriter err, String message, int code) {
        err.println("sayso: " + message);
        err.flush();
        return code;
    }
}
