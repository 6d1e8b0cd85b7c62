package org.sayso.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sayso.ingest.Arrivals;
import org.sayso.ingest.Format;
import org.sayso.ingest.Given;
import org.sayso.ingest.Intake;
import org.sayso.ingest.Limits;
import org.sayso.pipeline.Stages;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is read, and what the user says about it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH|URL|-",
            description = "Files, folders, globs, http(s) addresses, or - for standard input.")
    List<String> places;

    @Option(
            names = "--from",
            defaultValue = "auto",
            paramLabel = "auto|html|text|jsonl|warc",
            description = "What the documents are (${DEFAULT-VALUE}: told by what they hold).")
    Format from;

    @Option(names = "--url", paramLabel = "U", description = "Where the document was published.")
    Optional<String> url;

    @Option(names = "--date", paramLabel = "D", description = "Its day of publication, such as 2024-11-12.")
    Optional<LocalDate> date;

    @Option(names = "--publisher", paramLabel = "P", description = "Who published it.")
    Optional<String> publisher;

    @Option(
            names = "--allow-private",
            description =
                    "Also fetch from loopback and private addresses; off, so that no page leads into your network.")
    boolean allowPrivate;

    /** Stages to read with today; it is tomorrow already in the east. */
    static Stages stages() {
        return Stages.asOf(LocalDate.now(ZoneOffset.UTC).plusDays(1));
    }

    Arrivals open() {
        Given given = new Given(url, publisher, date, Optional.empty());
        Limits limits = Limits.STANDARD.withPrivateAddresses(allowPrivate);
        return new Intake(from, given, limits, System.in).open(places);
    }
}
