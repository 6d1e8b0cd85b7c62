package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sayso.model.Span;
import org.sayso.text.TokenizedSentence;

/**
 * The network as Java runs it against the network as PyTorch trained it (training/parity.py, fp32). The weights that ship are
 * int8: labels agree nearly always, scores nearly. Another fixture may be named by {@code sayso.parity}, weights by
 * {@code sayso.engine}.
 */
class ParityTest {
    /** Measured on 20 windows of the dev sets: mean differences up to .064 (fp32: 1e-5). */
    private static final double LOG_PROBABILITY = 0.1;

    /** Measured likewise: up to .0043. */
    private static final double PROBABILITY = 0.01;

    private static Network network;
    private static JsonNode windows;

    @BeforeAll
    static void load() throws IOException {
        assumeTrue(Weights.present(), "the weights are neither on the class path nor named by sayso.engine");
        network = Network.of(Weights.find(), 1);
        String other = System.getProperty("sayso.parity");
        try (InputStream in = other == null
                ? ParityTest.class.getResourceAsStream("parity.json")
                : Files.newInputStream(Path.of(other))) {
            windows = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void wordsBecomeTheSameNumbers() throws IOException {
        Wordpieces pieces = Wordpieces.load();
        for (JsonNode expected : windows) {
            StringBuilder text = new StringBuilder();
            List<TokenizedSentence> sentences = new ArrayList<>();
            List<Span> words = new ArrayList<>();
            for (int i = 0; i < expected.path("words").size(); i++) {
                String word = expected.path("words").get(i).asText();
                int sentence = expected.path("sentence").get(i + 1).asInt();
                if (sentence > sentences.size() + 1) {
                    sentences.add(new TokenizedSentence(0, words));
                    words = new ArrayList<>();
                }
                words.add(new Span(text.length(), text.length() + word.length()));
                text.append(word).append(' ');
            }
            sentences.add(new TokenizedSentence(0, words));
            List<Window> cut = Window.cut(text.toString(), sentences, pieces);
            assertThat(cut).hasSize(1);
            assertThat(cut.getFirst().ids()).isEqualTo(longs(expected.path("input_ids")));
            assertThat(cut.getFirst().shapes()).isEqualTo(longs(expected.path("token_type_ids")));
            assertThat(cut.getFirst().first()).isEqualTo(longs(expected.path("first")));
        }
    }

    @Test
    void labelsAgree() {
        int words = 0;
        int same = 0;
        for (JsonNode expected : windows) {
            Scores scores = run(expected);
            long[] upos = values(expected, "upos");
            long[] xpos = values(expected, "xpos");
            for (int i = 1; i < scores.n(); i++) {
                words += 2;
                same += (scores.upos()[i] == upos[i] ? 1 : 0) + (scores.xpos()[i] == xpos[i] ? 1 : 0);
            }
        }
        assertThat((double) same / words).isGreaterThan(0.98);
    }

    @Test
    void scoresAgree() {
        for (JsonNode expected : windows) {
            Scores scores = run(expected);
            assertThat(difference(scores.ner(), expected.path("ner"), scores.nerLabels()))
                    .isLessThan(LOG_PROBABILITY);
            assertThat(difference(scores.bio(), expected.path("bio"), 9)).isLessThan(LOG_PROBABILITY);
            assertThat(difference(scores.fact(), expected.path("fact"), 1)).isLessThan(LOG_PROBABILITY);
            int rows = network.labels().link().size();
            assertThat(difference(links(scores, rows), expected.path("link"), rows * scores.n()))
                    .isLessThan(PROBABILITY);
        }
    }

    @Test
    void treesAgree() {
        int words = 0;
        int same = 0;
        for (JsonNode expected : windows) {
            Scores scores = run(expected);
            int n = scores.n();
            JsonNode arcs = expected.path("arc").path("values");
            JsonNode rels = expected.path("rel").path("values");
            JsonNode sentence = expected.path("sentence");
            for (int i = 1; i < n; i++) {
                int best = 0;
                int wanted = 0;
                for (int j = 1; j < n; j++) {
                    if (i != j && sentence.get(j).asInt() == sentence.get(i).asInt()) {
                        best = scores.arc(i, j) > scores.arc(i, best) ? j : best;
                        wanted = arcs.get(i * n + j).asDouble()
                                        > arcs.get(i * n + wanted).asDouble()
                                ? j
                                : wanted;
                    }
                }
                words++;
                same += best == wanted
                                && scores.rel(i, best) == rels.get(i * n + best).asInt()
                        ? 1
                        : 0;
            }
        }
        assertThat((double) same / words).isGreaterThan(0.96);
    }

    private static Scores run(JsonNode expected) {
        return network.run(
                longs(expected.path("input_ids")),
                longs(expected.path("token_type_ids")),
                longs(expected.path("first")));
    }

    /** Probabilities, [n, rows, n]. */
    private static float[] links(Scores scores, int rows) {
        int n = scores.n();
        float[] links = new float[n * rows * n];
        for (int i = 0; i < links.length; i++) {
            double odds = scores.link(i / n / rows, i / n % rows, i % n);
            links[i] = (float) (1 / (1 + Math.exp(-odds)));
        }
        return links;
    }

    /** Mean absolute difference; what is less likely than 1 in 1,000 counts as that; slot 0 of the first dimension is skipped. */
    private static double difference(float[] found, JsonNode expected, int skip) {
        JsonNode values = expected.path("values");
        assertThat(found).hasSize(values.size());
        double sum = 0;
        for (int i = skip; i < found.length; i++) {
            sum += Math.abs(Math.max(found[i], -7) - Math.max(values.get(i).asDouble(), -7));
        }
        return sum / (found.length - skip);
    }

    private static long[] values(JsonNode expected, String name) {
        return longs(expected.path(name).path("values"));
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }
}
