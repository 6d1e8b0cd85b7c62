package org.sayso.cli;

import java.util.concurrent.Callable;
import org.sayso.extract.Extracted;
import org.sayso.extract.Extractor;
import org.sayso.ingest.Arrivals;
import org.sayso.ingest.Incoming;
import org.sayso.json.ReadingJson;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.pipeline.Pipeline;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "read",
        description = "Reads reports and prints what they say, and on whose say-so. Nothing is stored.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReadCommand implements Callable<Integer> {
    /** How readings are written. */
    enum Out {
        TEXT,
        JSON,
        JSONL
    }

    @ParentCommand
    Main main;

    @Mixin
    InputOptions input;

    @Option(
            names = "--out",
            paramLabel = "text|json|jsonl",
            description = "Text for people (on a terminal), or JSON: one line a report (into a pipe) or indented.")
    Out out;

    @Option(
            names = "--explain-extraction",
            description = "Only tells which blocks of a page were taken for the article, which were not, and why.")
    boolean explain;

    private int read;
    private int leftOut;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Out format = out != null ? out : terminal.interactive() ? Out.TEXT : Out.JSONL;
        try (Arrivals documents = input.open()) {
            if (explain) {
                explain(documents, format, terminal);
            } else {
                Pipeline pipeline = new Pipeline(InputOptions.stages());
                new Batch(pipeline::read, new Progress(terminal, documents::reach))
                        .run(documents, o -> take(o, format, terminal));
            }
        }
        if (read + leftOut == 0) {
            terminal.error("there is no document in what was named");
        }
        return leftOut > 0 ? Main.PARTLY : read > 0 ? Main.DONE : Main.NOTHING;
    }

    private void take(Outcome outcome, Out format, Terminal terminal) {
        switch (outcome) {
            case Outcome.LeftOut left -> {
                leftOut++;
                terminal.error(left.docId() + ": left out, " + Wording.word(left.reason()) + ": " + left.message());
            }
            case Outcome.Read done -> {
                read++;
                print(done.reading(), format, terminal);
            }
        }
    }

    private void explain(Arrivals documents, Out format, Terminal terminal) {
        Extractor extractor = InputOptions.stages().extractor();
        while (documents.hasNext()) {
            switch (documents.next()) {
                case Incoming.Missed missed -> take(missed.why(), format, terminal);
                case Incoming.Arrived arrived -> {
                    Page page = arrived.page();
                    switch (extractor.extract(page)) {
                        case Extracted.Missing none ->
                            take(new Outcome.LeftOut(page.docId(), none.reason(), none.message()), format, terminal);
                        case Extracted.Found found -> {
                            read++;
                            new Explanation(terminal).print(found, extractor.explain(page), format);
                        }
                    }
                }
            }
        }
    }

    private static void print(Reading reading, Out format, Terminal terminal) {
        switch (format) {
            case TEXT -> new ReadingText(terminal).print(reading);
            case JSON -> terminal.out().println(ReadingJson.tree(reading).toPrettyString());
            case JSONL -> terminal.out().println(ReadingJson.tree(reading));
        }
        terminal.out().flush();
    }
}
