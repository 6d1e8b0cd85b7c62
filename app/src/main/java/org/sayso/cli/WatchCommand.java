package org.sayso.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.feed.Opml;
import org.sayso.ingest.Decoding;
import org.sayso.ingest.Limits;
import org.sayso.pipeline.Pipeline;
import org.sayso.store.RecordStore;
import org.sayso.watch.Pace;
import org.sayso.watch.Timing;
import org.sayso.watch.Watch;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "watch",
        description =
                "Polls feeds and keeps what they list in a record, until stopped with Ctrl-C. Asks each host politely, "
                        + "and goes on where the last run stopped.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WatchCommand implements Callable<Integer> {
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s].*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+)://.*", Pattern.DOTALL);

    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FEEDS.opml|URL",
            description =
                    "Lists of feeds (OPML files), and addresses: of feeds (RSS, Atom, RDF, JSON Feed, news site maps), "
                            + "of OPML lists and of indexes of site maps.")
    List<String> places;

    @Option(
            names = "--db",
            required = true,
            paramLabel = "FILE",
            description = "The record: one SQLite file, made if absent.")
    Path db;

    @Option(
            names = "--every",
            defaultValue = "30m",
            paramLabel = "TIME",
            converter = Span.class,
            description = "How often a feed is asked that does not say itself how long it stays good: "
                    + "90s, 30m, 2h (${DEFAULT-VALUE}). None is asked again within 5 minutes, or this if it is less.")
    Duration every;

    @Option(names = "--once", description = "Ask the feeds that are due, read what they list, and end.")
    boolean once;

    @Option(
            names = "--allow-private",
            description =
                    "Also fetch from loopback and private addresses; off, so that no feed leads into your network.")
    boolean allowPrivate;

    @Option(names = "--json", description = "The summary as one JSON line, as into a pipe.")
    boolean json;

    /** 90s, 30m, 2h, 1d. */
    static final class Span implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

        @Override
        public Duration convert(String written) {
            Matcher m = FORM.matcher(written);
            if (!m.matches() || Long.parseLong(m.group(1)) == 0) {
                throw new TypeConversionException("\"" + written + "\" is no time such as 90s, 30m or 2h");
            }
            long n = Long.parseLong(m.group(1));
            Duration span = switch (m.group(2)) {
                case "s" -> Duration.ofSeconds(n);
                case "m" -> Duration.ofMinutes(n);
                case "h" -> Duration.ofHours(n);
                default -> Duration.ofDays(n);
            };
            if (span.compareTo(Duration.ofDays(2)) > 0) {
                throw new TypeConversionException("\"" + written + "\" is more than two days");
            }
            return span;
        }
    }

    /** Feeds, and what was named that can be none. */
    private record Named(Set<String> feeds, Set<String> wrong) {}

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Named named = named();
        named.wrong().forEach(w -> terminal.error(w + ": only http and https feeds are asked; passed over"));
        if (named.feeds().isEmpty()) {
            terminal.error("there is no feed in what was named");
            return Main.NOTHING;
        }
        WatchTally tally =
                new WatchTally(terminal, InstantSource.system(), named.feeds().size(), !once);
        Optional<Thread> hook = Optional.empty();
        try (RecordStore record = RecordStore.open(db)) {
            Limits limits = Limits.STANDARD.withPrivateAddresses(allowPrivate);
            Watch watch =
                    new Watch(record, limits, new Today()::pipeline, Pace.every(every), Timing.system(), tally::take);
            hook = Optional.of(stopping(watch, terminal, limits));
            Runtime.getRuntime().addShutdownHook(hook.get());
            terminal.message(
                    "watching " + Wording.count(named.feeds().size(), "feed") + (once ? "" : "; Ctrl-C stops"));
            watch.run(named.feeds(), once);
            tally.standing(record.watchlist().feeds());
        } finally {
            tally.explain();
            if (json || !terminal.interactive()) {
                terminal.out().println(tally.json());
            } else {
                tally.print();
            }
            hook.ifPresent(WatchCommand::removed);
        }
        return named.wrong().isEmpty() ? tally.exitCode() : Main.PARTLY;
    }

    /**
     * Ctrl-C begins the end of the virtual machine, which waits for this thread: it lets the command finish, whose end halts the
     * machine with its own exit code.
     */
    private static Thread stopping(Watch watch, Terminal terminal, Limits limits) {
        Thread command = Thread.currentThread();
        return new Thread(() -> {
            terminal.message("stopping when what is in work is done");
            watch.stop();
            try {
                command.join(limits.total().multipliedBy(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** One that runs already stays: that is how this end came about. */
    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            return false;
        }
    }

    private Named named() throws IOException {
        Set<String> feeds = new LinkedHashSet<>();
        Set<String> wrong = new LinkedHashSet<>();
        for (String place : places) {
            List<String> addresses = SCHEME.matcher(place).matches() ? List.of(place) : listed(Path.of(place));
            addresses.forEach(a -> (WEB.matcher(a).matches() ? feeds : wrong).add(a));
        }
        return new Named(feeds, wrong);
    }

    private List<String> listed(Path file) throws IOException {
        String text = Decoding.text(Files.readAllBytes(file), Optional.empty());
        return Opml.addresses(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        file + " is no list of feeds (OPML); name a feed by its address, as https://…"));
    }

    /** The pipeline of the day: what is in the future depends on it. Thread-safe. */
    private static final class Today {
        private Optional<Pipeline> pipeline = Optional.empty();
        private LocalDate day = LocalDate.MIN;

        synchronized Pipeline pipeline() {
            LocalDate now = LocalDate.now(ZoneOffset.UTC);
            if (pipeline.isEmpty() || !now.equals(day)) {
                pipeline = Optional.of(new Pipeline(InputOptions.stages()));
                day = now;
            }
            return pipeline.get();
        }
    }
}
