package org.sayso.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sayso.json.StoryJson;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;
import org.sayso.store.Revision;
import org.sayso.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "changes",
        description =
                "What became different since a day: denials, confirmations, figures, new roots, texts changed after the fact.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ChangesCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("at", "what", "story", "claim", "doc", "summary");

    /** Characters of a paragraph that are shown. */
    private static final int SHOWN = 120;

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

    private record Dated(LocalDate at, Columns.Row row) {}

    @Override
    public Integer call() throws IOException {
        try (RecordStore store = record.open()) {
            List<Story> stories = only.stories(store);
            Map<String, String> storyOf = new HashMap<>();
            stories.forEach(s -> s.docs().forEach(doc -> storyOf.putIfAbsent(doc, s.id())));
            Stream<Dated> told = stories.stream()
                    .flatMap(s -> s.changes().stream().map(c -> new Dated(c.at(), row(s, c))))
                    .filter(f -> !f.at().isBefore(since));
            Stream<Dated> rewritten = store
                    .revisions(since.atStartOfDay(ZoneOffset.UTC).toInstant())
                    .stream()
                    .filter(r -> only.story.isEmpty() || storyOf.containsKey(r.docId()))
                    .map(r -> rewritten(r, storyOf.getOrDefault(r.docId(), "")));
            List<Columns.Row> rows = Stream.concat(told, rewritten)
                    .sorted(Comparator.comparing(Dated::at))
                    .map(Dated::row)
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

    /** An article that was changed under the same address or name, with the paragraphs that came and went. */
    private static Dated rewritten(Revision r, String story) {
        LocalDate at = LocalDate.ofInstant(r.at(), ZoneOffset.UTC);
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("at", at.toString())
                .put("what", "text-changed")
                .put("doc", r.docId());
        if (!story.isEmpty()) {
            tree.put("story", story);
        }
        if (!r.formerTitle().equals(r.title())) {
            r.formerTitle().ifPresent(t -> tree.put("formerTitle", t));
            r.title().ifPresent(t -> tree.put("title", t));
        }
        r.added().forEach(p -> tree.withArray("added").add(p));
        r.removed().forEach(p -> tree.withArray("removed").add(p));
        String summary = summary(r);
        return new Dated(
                at,
                new Columns.Row(
                        tree.put("summary", summary),
                        List.of(at.toString(), "text changed", story, "", r.docId(), summary)));
    }

    /** "1 paragraph added, 1 removed: “…”". */
    private static String summary(Revision r) {
        List<String> parts = new ArrayList<>();
        if (!r.formerTitle().equals(r.title())) {
            parts.add("new headline: “" + r.title().orElse("") + "”");
        }
        if (!r.added().isEmpty()) {
            parts.add(Wording.count(r.added().size(), "paragraph") + " added: “"
                    + Wording.shorten(r.added().getFirst(), SHOWN) + "”");
        }
        if (!r.removed().isEmpty()) {
            parts.add(Wording.count(r.removed().size(), "paragraph") + " removed: “"
                    + Wording.shorten(r.removed().getFirst(), SHOWN) + "”");
        }
        return r.docId() + ": " + (parts.isEmpty() ? "white space" : String.join("; ", parts));
    }
}
