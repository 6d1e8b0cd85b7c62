package org.sayso.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sayso.model.AnalyzedText;
import org.sayso.model.ProposedAttribution;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.text.Repaired;
import org.sayso.text.SentenceSplitter;
import org.sayso.text.TokenizedSentence;

/**
 * Sayso's own language engine: one small transformer encoder with a head for each layer of {@link AnalyzedText}, run by
 * ONNX Runtime. Thread-safe. Memory beyond the weights is bounded by the length of one window; time grows in proportion to
 * the text.
 */
public final class LanguageEngine implements Analyzer {
    private final SentenceSplitter splitter;
    private final Wordpieces wordpieces;
    private final Lemmas lemmas;
    private final Names names;
    private final Network network;
    private final Labels labels;
    private final int[] nerBegins;

    private LanguageEngine(Network network) throws IOException {
        this.network = network;
        labels = network.labels();
        nerBegins = labels.nerBegins();
        splitter = SentenceSplitter.load();
        wordpieces = Wordpieces.load();
        lemmas = Lemmas.load(wordpieces);
        names = Names.load();
    }

    /**
     * With the weights named by {@code -Dsayso.engine} or SAYSO_ENGINE, else those that ship with the program, and one
     * thread.
     *
     * @throws IOException where there are none, or they are damaged; the message says where they were looked for
     */
    public static LanguageEngine load() throws IOException {
        return new LanguageEngine(Network.of(Weights.find(), 1));
    }

    /** With the weights in a file, and one thread. */
    public static LanguageEngine load(Path weights) throws IOException {
        return load(weights, 1);
    }

    /**
     * With the weights in a file.
     *
     * @param threads that work together on one article; several articles may be analyzed at a time whatever it is
     */
    public static LanguageEngine load(Path weights, int threads) throws IOException {
        return new LanguageEngine(Network.of(Weights.read(weights), threads));
    }

    /** What is to be said of this processor, if anything: where it is slow at what the engine does most. */
    public static Optional<String> processorNote() {
        return Processor.note(System.getProperty("os.arch", ""), Processor.flags());
    }

    /** Of the weights, as their training named it. */
    public String version() {
        return labels.version();
    }

    @Override
    public AnalyzedText analyze(String text) {
        Repaired meant = Repaired.of(text);
        AnalyzedText analyzed = analyze(meant.text(), splitter.split(meant.text()));
        return meant.isAsPublished() ? analyzed : analyzed.in(text, meant::home);
    }

    /** The same where sentences and words are given, as in a treebank. */
    public AnalyzedText analyze(String text, List<TokenizedSentence> tokenized) {
        List<Sentence> sentences = new ArrayList<>();
        List<Names.Labelled> labelled = new ArrayList<>();
        List<ProposedAttribution> proposals = new ArrayList<>();
        Antecedents antecedents = new Antecedents();
        for (Window window : Window.cut(text, tokenized, wordpieces)) {
            Scores scores = network.run(window);
            int slot = 1;
            for (TokenizedSentence sentence : window.sentences()) {
                sentences.add(sentence(text, sentence, slot, scores, sentences.size()));
                labelled.add(Names.Labelled.of(sentences.getLast(), slot, scores, labels, nerBegins));
                antecedents.add(sentences.getLast(), slot, scores);
                slot += sentence.words().size();
            }
            proposals.addAll(Attributions.of(scores, labels, window.words()));
        }
        return new AnalyzedText(
                text,
                sentences,
                names.of(text, labelled),
                proposals,
                labels.refer().map(antecedents::scored).orElse(List.of()));
    }

    /** A sentence whose first word has slot {@code from}. */
    private Sentence sentence(String text, TokenizedSentence sentence, int from, Scores scores, int index) {
        List<Span> words = sentence.words();
        int[] heads = Arborescence.heads(arcs(scores, from, words.size()));
        List<Token> tokens = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            int slot = from + i;
            int head = heads[i + 1];
            String form = words.get(i).of(text);
            Upos upos = labels.upos().get((int) scores.upos()[slot]);
            String xpos = labels.xpos().get((int) scores.xpos()[slot]);
            tokens.add(new Token(
                    i,
                    words.get(i),
                    form,
                    lemmas.of(form, upos, xpos),
                    upos,
                    xpos,
                    head - 1,
                    head == 0 ? "root" : relation(scores, slot, from + head - 1),
                    factuality(scores, slot, upos),
                    isEvent(upos) ? labels.told(scores.classes(slot)) : Optional.empty()));
        }
        return new Sentence(index, sentence.paragraph(), sentence.span(), TreeMending.mended(tokens));
    }

    /** Scores of the heads that a sentence's words may have: its other words, and [CLS], which is the root. */
    private static double[][] arcs(Scores scores, int from, int size) {
        double[][] arcs = new double[size + 1][size + 1];
        for (int i = 1; i <= size; i++) {
            arcs[i][0] = scores.arc(from + i - 1, 0);
            for (int j = 1; j <= size; j++) {
                arcs[i][j] = scores.arc(from + i - 1, from + j - 1);
            }
        }
        return arcs;
    }

    private String relation(Scores scores, int slot, int head) {
        String relation = labels.rel().get(scores.rel(slot, head));
        return relation.equals("root") ? "dep" : relation;
    }

    private static OptionalDouble factuality(Scores scores, int slot, Upos upos) {
        return isEvent(upos) ? OptionalDouble.of(Math.clamp(scores.fact()[slot], -3.0, 3.0)) : OptionalDouble.empty();
    }

    /** The heads of factuality were trained on words that name events; on others they mean nothing. */
    private static boolean isEvent(Upos upos) {
        return switch (upos) {
            case VERB, NOUN, ADJ, AUX -> true;
            default -> false;
        };
    }
}
