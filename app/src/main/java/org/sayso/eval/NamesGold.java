package org.sayso.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sayso.model.Name;
import org.sayso.model.Span;
import org.sayso.text.TokenizedSentence;

/**
 * Names in column files (IOB1 or IOB2). Of wikigold only each eighth article is taken, which the engine was not trained on.
 */
public final class NamesGold {
    static final Map<String, Name.Kind> KINDS = Map.of(
            "PER", Name.Kind.PERSON,
            "ORG", Name.Kind.ORGANIZATION,
            "LOC", Name.Kind.PLACE,
            "MISC", Name.Kind.OTHER);

    private NamesGold() {}

    /** A name and where it stands. */
    public record Entity(Span span, Name.Kind kind) {}

    /** A document whose words are parted by blanks. */
    public record Document(String text, List<TokenizedSentence> sentences, Set<Entity> names) {}

    /** The file itself, or those of the folder that are measured. */
    public static List<Path> files(Path gold) {
        return Files.isDirectory(gold)
                ? List.of(gold.resolve("ewt_names_dev.iob2"), gold.resolve("wikigold.conll.txt"))
                : List.of(gold);
    }

    /** The documents of a file. */
    public static List<Document> read(Path file) throws IOException {
        boolean wikipedia = file.toString().contains("wikigold");
        List<Draft> all = new ArrayList<>();
        all.add(new Draft());
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("# newdoc") || line.startsWith("-DOCSTART-")) {
                all.getLast().endSentence();
                all.add(new Draft());
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
                kept.add(all.get(i).document());
            }
        }
        return kept;
    }

    private static final class Draft {
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

        Document document() {
            return new Document(text.toString(), sentences, names);
        }
    }
}
