package org.sayso.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sayso.json.StoryJson;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "changes",
        description = "What became different since a day: denials, confirmations, figures, new roots.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ChangesCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("at", "what", "story", "claim", "doc", "summary");

    @ParentCommand
    Main main;

    @Mixin
    RecordOption record;

    @Mixin
    Columns columns;

    @Mixin
    Only only;

    @Option(names = "--since", required = true, paramLabel = "D", description = "First day, as 2024-11-11.")
    LocalDate since;

    private record Found(Story story, Change change) {}

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Columns.Row> rows = only.stories(store).stream()
                    .flatMap(s -> s.changes().stream().map(c -> new Found(s, c)))
                    .filter(f -> !f.change().at().isBefore(since))
                    .sorted(Comparator.comparing(f -> f.change().at()))
                    .map(f -> row(f.story(), f.change()))
                    .toList();
            return columns.print(main.terminal(), HEADINGS, Set.of("story", "doc"), rows);
        }
    }

    private static Columns.Row row(Story s, Change c) {
        String summary = s.claims().stream()
                .filter(x -> x.id().equals(c.claim()))
                .map(Claim::summary)
                .findFirst()
                .orElse("");
        return new Columns.Row(
                StoryJson.tree(c).put("story", s.id()).put("summary", summary),
                List.of(c.at().toString(), Wording.word(c.what()), s.id(), c.claim(), c.doc(), summary));
    }
}
