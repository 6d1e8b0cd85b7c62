package org.sayso.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.Factuality;
import org.sayso.model.Name;
import org.sayso.model.ProposedFactuality;
import org.sayso.model.Upos;

/**
 * What the numbers of the weights file mean.
 *
 * @param version of the weights
 * @param ner O, then B-x and I-x for each kind of name
 * @param link the rows of {@link Scores#links()}
 * @param cueBias taken off the log-probability that a word is no cue
 * @param cueJoin mean link from which a second cue joins the first; from 0 to 1
 * @param classes of events in the order of their scores; empty where the weights have no such head
 * @param refer how pairs of words are scored; absent where the weights have no such head
 */
record Labels(
        String version,
        List<Upos> upos,
        List<String> xpos,
        List<String> rel,
        List<String> ner,
        List<String> link,
        double cueBias,
        double cueJoin,
        Part source,
        Part content,
        List<Factuality.Status> classes,
        Optional<Refer> refer) {
    private static final int FORMAT = 1;

    /** How the source or the content of an attribution is weighed; training/FORMAT.md says how. */
    record Part(double member, double bio, double clip, double edge, double edgeBias) {
        private static Part of(JsonNode node) {
            return new Part(
                    node.path("member").asDouble(0.5),
                    node.path("bio").asDouble(0),
                    node.path("clip").asDouble(4),
                    node.path("edge").asDouble(1),
                    node.path("edge_bias").asDouble(0));
        }
    }

    /**
     * What is added to the product of two words' vectors; training/FORMAT.md says how.
     *
     * <p>Each table has a row for each kind of word ({@link Antecedents}), and is zero where the weights have none.
     */
    record Refer(
            float[][] kind, float[][] distance, float[][] lemma, float[][] role, float[][] number, float[][] between) {
        private static final int WIDEST = 16;

        private static Refer of(JsonNode tables) {
            return new Refer(
                    table(tables.path("kind")),
                    table(tables.path("distance")),
                    table(tables.path("lemma")),
                    table(tables.path("role")),
                    table(tables.path("number")),
                    table(tables.path("between")));
        }

        private static float[][] table(JsonNode flat) {
            float[][] table = new float[Antecedents.KINDS][flat.isEmpty() ? WIDEST : flat.size() / Antecedents.KINDS];
            for (int i = 0; i < flat.size(); i++) {
                int columns = flat.size() / Antecedents.KINDS;
                table[i / columns][i % columns] = (float) flat.get(i).asDouble();
            }
            return table;
        }
    }

    Labels {
        upos = List.copyOf(upos);
        xpos = List.copyOf(xpos);
        rel = List.copyOf(rel);
        ner = List.copyOf(ner);
        link = List.copyOf(link);
        classes = List.copyOf(classes);
    }

    /**
     * Reads the metadata entry {@code sayso}.
     *
     * @throws IOException where it is of another format or lacks a list
     */
    static Labels of(String json) throws IOException {
        JsonNode node;
        try {
            node = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("the weights' metadata are not JSON: " + e.getOriginalMessage(), e);
        }
        if (node.path("format").asInt() != FORMAT) {
            throw new IOException("the weights have format " + node.path("format") + ", this program reads " + FORMAT);
        }
        List<Upos> upos = new ArrayList<>();
        for (String tag : list(node, "upos")) {
            upos.add(tag.equals("_") ? Upos.X : Upos.valueOf(tag));
        }
        JsonNode decode = node.path("decode");
        return new Labels(
                node.path("version").asText(),
                upos,
                list(node, "xpos"),
                list(node, "rel"),
                list(node, "ner"),
                list(node, "link"),
                decode.path("cue_bias").asDouble(0),
                decode.path("cue_join").asDouble(0.5),
                Part.of(decode.path("source")),
                Part.of(decode.path("content")),
                classes(node.path("classes")),
                node.has("refer") ? Optional.of(Refer.of(node.path("refer").path("tables"))) : Optional.empty());
    }

    private static List<Factuality.Status> classes(JsonNode names) {
        List<Factuality.Status> classes = new ArrayList<>();
        names.forEach(n -> classes.add(Factuality.Status.valueOf(n.asText().toUpperCase(Locale.ROOT))));
        return classes;
    }

    /**
     * From the scores of one word.
     *
     * @param logits of the classes in the eyes of the innermost voucher, of the same in the author's, and that the author commits
     *     to none; empty where the weights give none
     */
    Optional<ProposedFactuality> told(float[] logits) {
        return logits.length == 0
                ? Optional.empty()
                : Optional.of(new ProposedFactuality(
                        told(logits, 0, classes.size()), told(logits, classes.size(), logits.length)));
    }

    private Map<Factuality.Status, Double> told(float[] logits, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.exp(logits[i]);
        }
        Map<Factuality.Status, Double> told = new EnumMap<>(Factuality.Status.class);
        for (int i = 0; i < classes.size(); i++) {
            told.put(classes.get(i), Math.exp(logits[from + i]) / sum);
        }
        return told;
    }

    private static List<String> list(JsonNode node, String name) throws IOException {
        List<String> values = new ArrayList<>();
        node.path(name).forEach(v -> values.add(v.asText()));
        if (values.isEmpty()) {
            throw new IOException("the weights' metadata have no list " + name);
        }
        return values;
    }

    /** For each label the one that must stand before it unless it follows itself: its B-x for I-x, else -1. */
    int[] nerBegins() {
        return ner.stream()
                .mapToInt(l -> l.startsWith("I-") ? ner.indexOf("B-" + l.substring(2)) : -1)
                .toArray();
    }

    /** The kind of name that a label stands for; empty for O. */
    Optional<Name.Kind> kind(int label) {
        String name = ner.get(label);
        return name.length() < 3
                ? Optional.empty()
                : Optional.of(
                        switch (name.substring(2)) {
                            case "PER" -> Name.Kind.PERSON;
                            case "ORG" -> Name.Kind.ORGANIZATION;
                            case "LOC" -> Name.Kind.PLACE;
                            case "GROUP" -> Name.Kind.GROUP;
                            default -> Name.Kind.OTHER;
                        });
    }
}
