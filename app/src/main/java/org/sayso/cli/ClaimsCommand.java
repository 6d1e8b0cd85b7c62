package org.sayso.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sayso.json.StoryJson;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import org.sayso.wording.Lead;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "claims",
        description = "Every claim of a record with its independent roots and denials.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ClaimsCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("story", "id", "status", "reports", "outlets", "roots", "denied by", "summary");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Mixin
    Only only;

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "S",
            description = "Only claims of this status, or of several: asserted, confirmed, disputed, denied, retracted,"
                    + " reversed.")
    List<Claim.Status> status = List.of();

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Columns.Row> rows = only.stories(store).stream()
                    .flatMap(s -> s.claims().stream()
                            .filter(c -> status.isEmpty() || status.contains(c.status()))
                            .map(c -> row(s, c, main.terminal())))
                    .toList();
            return columns.print(main.terminal(), HEADINGS, Set.of("story", "denied by"), rows);
        }
    }

    private static Columns.Row row(Story s, Claim c, Terminal terminal) {
        String deniers = c.denials().stream().map(Claim.Denial::by).distinct().collect(Collectors.joining("; "));
        return new Columns.Row(
                StoryJson.tree(c).put("story", s.id()),
                List.of(
                        s.id(),
                        c.id(),
                        Wording.word(c.status()),
                        String.valueOf(Lead.reports(c)),
                        String.valueOf(c.outlets()),
                        c.independent()
                                .count()
                                .map(n -> n + (c.independent().established() ? "" : "?"))
                                .orElse("?"),
                        deniers,
                        c.summary()),
                deniers.isEmpty() ? c.summary() : c.summary() + "; " + terminal.red("denied by " + deniers));
    }
}
