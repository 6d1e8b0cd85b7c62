package org.sayso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.sayso.store.RecordUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code sayso}: news reports in, a sourced record out. */
@Command(
        name = "sayso",
        description =
                "Turns news reports on conflict and diplomacy into a sourced record: who did what to whom, and on whose say-so.",
        mixinStandardHelpOptions = true,
        version = "sayso 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  sayso demo                              a sample story, thirteen reports, its ledger",
            "  sayso read report.html                  one report: who is said to have done what, on whose say-so",
            "  sayso add --db record.db reports/       keep many; then: sayso stories --db record.db",
            "  sayso watch --db record.db feeds.opml   keep up with the news until stopped"
        },
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
            WatchCommand.class,
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
            CompletionCommand.class,
            CommandLine.HelpCommand.class,
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
        Terminal terminal = Terminal.of(out, err, false);
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(Math.max(80, terminal.width()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.registerConverter(LocalDate.class, Main::day);
        line.setParameterExceptionHandler((e, wrong) -> misuse(e, err));
        line.setExecutionExceptionHandler((e, command, parsed) -> failure(e, err));
        try {
            int code = args.length == 0 ? usage(line) : line.execute(args);
            out.flush();
            return code;
        } catch (StandardOutput.Unwritable e) {
            return failure(e, err);
        } finally {
            err.flush();
        }
    }

    @SuppressWarnings("PMD")
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Runtime.getRuntime().halt(run(StandardOutput.open(), err, args));
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return USAGE;
    }

    private static LocalDate day(String words) {
        try {
            return LocalDate.parse(words);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"" + words + "\" is no day such as 2024-11-11");
        }
    }

    /** What is wrong in one line, and where help is: the whole help would hide it. */
    private static int misuse(ParameterException e, PrintWriter err) {
        CommandLine at = e.getCommandLine();
        String name = at.getCommandSpec().qualifiedName();
        String message = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> left = unmatched.getUnmatched();
            boolean command = at.getParent() == null && !left.getFirst().startsWith("-");
            message = command ? "there is no command \"" + left.getFirst() + "\"" : message;
            List<String> near = unmatched.getSuggestions();
            message += near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        }
        return say(
                err,
                message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) + "\n       help: " + name
                        + " --help",
                USAGE);
    }

    private static int failure(Exception e, PrintWriter err) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return switch (e) {
            case StandardOutput.Unwritable gone ->
                gone.nobodyReads() ? DONE : say(err, "cannot write the results: " + cause(gone), FAILED);
            case RecordUnavailable busy -> say(err, message, UNAVAILABLE);
            case NoSuchFileException missing -> say(err, "no such file: " + missing.getFile(), FAILED);
            case IOException io -> say(err, message, FAILED);
            case IllegalArgumentException wrong -> say(err, message, FAILED);
            default -> {
                e.printStackTrace(err);
                yield say(err, "a bug: please report the lines above", FAILED);
            }
        };
    }

    private static String cause(Exception e) {
        return e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
    }

    private static int say(PrintWriter err, String message, int code) {
        err.println("sayso: " + message);
        err.flush();
        return code;
    }
}
