package org.sayso.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.Name;
import org.sayso.pipeline.Stages;

/** Names on gold tokens: entity F1, exact span and kind. Kinds that a file does not know are left out. */
public final class NamesEvaluation implements Evaluation {
    @Override
    public String task() {
        return "names";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        if (!(stages.analyzer() instanceof LanguageEngine engine)) {
            throw new IllegalStateException("names are measured on gold tokens, which only the language engine takes");
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        for (Path file : NamesGold.files(gold)) {
            out.println(file);
            String name = Objects.requireNonNull(file.getFileName()).toString();
            measure(
                    NamesGold.read(file),
                    d -> engine.analyze(d.text(), d.sentences()).names(),
                    out,
                    figures.putObject(name));
        }
        return figures;
    }

    /**
     * Measures anything that finds names.
     *
     * @param namer the names of a document
     * @param figures takes precision, recall and F1, over all and of each kind
     */
    public static void measure(
            List<NamesGold.Document> documents,
            Function<NamesGold.Document, List<Name>> namer,
            PrintWriter out,
            ObjectNode figures) {
        boolean other = documents.stream().anyMatch(d -> d.names().stream().anyMatch(e -> e.kind() == Name.Kind.OTHER));
        Map<String, Tally> tallies = new TreeMap<>();
        for (NamesGold.Document document : documents) {
            Set<NamesGold.Entity> found = new HashSet<>();
            for (Name name : namer.apply(document)) {
                Name.Kind kind = name.kind() == Name.Kind.GROUP ? Name.Kind.OTHER : name.kind();
                if (other || kind != Name.Kind.OTHER) {
                    found.add(new NamesGold.Entity(name.span(), kind));
                }
            }
            tallies.computeIfAbsent("all", k -> new Tally()).add(found, document.names());
            for (Name.Kind kind : NamesGold.KINDS.values()) {
                tallies.computeIfAbsent(kind.name(), k -> new Tally()).add(of(found, kind), of(document.names(), kind));
            }
        }
        tallies.forEach((kind, tally) -> out.printf(Locale.ROOT, "  %-12s %s%n", kind, tally.line()));
        tallies.forEach((kind, tally) -> tally.write(figures, kind));
        out.flush();
    }

    private static Set<NamesGold.Entity> of(Set<NamesGold.Entity> all, Name.Kind kind) {
        Set<NamesGold.Entity> some = new HashSet<>(all);
        some.removeIf(e -> e.kind() != kind);
        return some;
    }
}
