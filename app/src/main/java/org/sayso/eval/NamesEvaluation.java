package org.sayso.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.Name;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;
import org.sayso.text.TokenizedSentence;

/**
 * Names against column files (IOB1 or IOB2), on gold tokens: entity F1, exact span and kind. Of wikigold only each eighth
 * article is measured, which the engine was not trained on. Kinds that a file does not know are left out.
 */
public final class NamesEvaluation implements Evaluation {
    private static final Map<String, Name.Kind> KINDS = Map.of(
            "PER", Name.Kind.PERSON,
            "ORG", Name.Kind.ORGANIZATION,
            "LOC", Name.Kind.PLACE,
            "MISC", Name.Kind.OTHER);

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
        List<Path> files = Files.isDirectory(gold)
                ? List.of(gold.resolve("ewt_names_dev.iob2"), gold.resolve("wikigold.conll.txt"))
                : List.of(gold);
        for (Path file : files) {
            String name = Objects.requireNonNull(file.getFileName()).toString();
            Map<String, Tally> tallies = measure(documents(file), engine);
            out.println(file);
            tallies.forEach((kind, tally) -> out.printf(Locale.ROOT, "  %-12s %s%n", kind, tally.line()));
            out.flush();
            ObjectNode node = figures.putObject(name);
            tallies.forEach((kind, tally) -> tally.write(node, kind));
        }
        return figures;
    }

    /** A name and where it stands. */
    private record Entity(Span span, Name.Kind kind) {}

    private static final class Document {
        private final StringBuilder text = new StringBuilder();
        private final List<TokenizedSentence> sentences = new ArrayList<>();
        private final Set<Entity> names = new HashSet<>();
        private List<Span> words = new ArrayList<>();
        private List<String> tags = new ArrayList<>();

        void word(String form, String tag) {
            words.add(new Span(text.length(), text.length() + form.length()));
            text.append(form).append(' ');
            tags.add(tag);
        }

        void endSentence() {
            if (words.isEmpty()) {
                return;
            }
            for (int i = 0; i < tags.size(); i++) {
                String tag = tags.get(i);
                boolean goesOn =
                        i > 0 && tag.startsWith("I-") && tags.get(i - 1).endsWith(tag.substring(1));
                if (tag.equals("O") || goesOn) {
                    continue;
                }
                int end = i + 1;
                while (end < tags.size() && tags.get(end).equals("I" + tag.substring(1))) {
                    end++;
                }
                names.add(new Entity(
                        words.get(i).union(words.get(end - 1)), KINDS.getOrDefault(tag.substring(2), Name.Kind.OTHER)));
            }
            sentences.add(new TokenizedSentence(0, words));
            words = new ArrayList<>();
            tags = new ArrayList<>();
        }
    }

    private static List<Document> documents(Path file) throws IOException {
        boolean wikipedia = file.toString().contains("wikigold");
        List<Document> all = new ArrayList<>();
        all.add(new Document());
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("# newdoc") || line.startsWith("-DOCSTART-")) {
                all.getLast().endSentence();
                all.add(new Document());
            } else if (line.isBlank()) {
                all.getLast().endSentence();
            } else if (!line.startsWith("# ")) {
                String[] c = line.split("\\s+");
                all.getLast().word(c[wikipedia ? 0 : 1], c[wikipedia ? 1 : 2]);
            }
        }
        all.getLast().endSentence();
        all.removeIf(d -> d.sentences.isEmpty());
        List<Document> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!wikipedia || i % 8 == 7) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static Map<String, Tally> measure(List<Document> documents, LanguageEngine engine) {
        boolean other = documents.stream().anyMatch(d -> d.names.stream().anyMatch(e -> e.kind() == Name.Kind.OTHER));
        Map<String, Tally> tallies = new TreeMap<>();
        for (Document document : documents) {
            Set<Entity> found = new HashSet<>();
            for (Name name :
                    engine.analyze(document.text.toString(), document.sentences).names()) {
                Name.Kind kind = name.kind() == Name.Kind.GROUP ? Name.Kind.OTHER : name.kind();
                if (other || kind != Name.Kind.OTHER) {
                    found.add(new Entity(name.span(), kind));
                }
            }
            tallies.computeIfAbsent("all", k -> new Tally()).add(found, document.names);
            for (Name.Kind kind : KINDS.values()) {
                tallies.computeIfAbsent(kind.name(), k -> new Tally()).add(of(found, kind), of(document.names, kind));
            }
        }
        return tallies;
    }

    private static Set<Entity> of(Set<Entity> all, Name.Kind kind) {
        Set<Entity> some = new HashSet<>(all);
        some.removeIf(e -> e.kind() != kind);
        return some;
    }
}
