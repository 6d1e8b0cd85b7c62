package org.sayso.analysis;

import java.util.ArrayList;
import java.util.List;
import org.sayso.model.Span;
import org.sayso.text.TokenizedSentence;

/**
 * A run of whole sentences of one article, as numbers: what the network reads at a time.
 *
 * @param sentences of the window, in order
 * @param ids wordpieces: [CLS], then the pieces of each sentence, each closed by [SEP]
 * @param shapes as long as {@code ids}
 * @param first slot 0 stands for [CLS], the root; slot i holds the place in {@code ids} of the first piece of word i, words
 *     counted from 1 over all sentences
 */
record Window(List<TokenizedSentence> sentences, long[] ids, long[] shapes, long[] first) {
    /** A window holds at most so many wordpieces, unless a single sentence is longer: as in training. */
    static final int ROOM = 220;

    /** The network has positions for so many. */
    static final int MOST = 512;

    /** Words of the window. */
    List<Span> words() {
        return sentences.stream().flatMap(s -> s.words().stream()).toList();
    }

    /** Cuts an article into windows: a sentence joins as long as there is room. */
    static List<Window> cut(String text, List<TokenizedSentence> sentences, Wordpieces pieces) {
        List<Window> windows = new ArrayList<>();
        List<Coded> run = new ArrayList<>();
        int used = 1;
        for (Coded sentence : coded(text, sentences, pieces)) {
            if (!run.isEmpty() && used + sentence.size() + 1 > ROOM) {
                windows.add(of(text, run));
                run.clear();
                used = 1;
            }
            run.add(sentence);
            used += sentence.size() + 1;
        }
        if (!run.isEmpty()) {
            windows.add(of(text, run));
        }
        return windows;
    }

    /** A sentence with the pieces of its words. */
    private record Coded(TokenizedSentence sentence, List<int[]> pieces, int size) {}

    /** A sentence of more pieces than the network has positions for is cut between words; the parts count as sentences. */
    private static List<Coded> coded(String text, List<TokenizedSentence> sentences, Wordpieces pieces) {
        List<Coded> all = new ArrayList<>();
        for (TokenizedSentence sentence : sentences) {
            List<int[]> part = new ArrayList<>();
            int size = 0;
            int start = 0;
            for (int i = 0; i < sentence.words().size(); i++) {
                int[] word = pieces.of(sentence.words().get(i).of(text));
                if (size + word.length + 2 > MOST) {
                    all.add(part(sentence, start, i, part, size));
                    part = new ArrayList<>();
                    size = 0;
                    start = i;
                }
                part.add(word);
                size += word.length;
            }
            all.add(part(sentence, start, sentence.words().size(), part, size));
        }
        return all;
    }

    private static Coded part(TokenizedSentence whole, int from, int to, List<int[]> pieces, int size) {
        TokenizedSentence part =
                new TokenizedSentence(whole.paragraph(), whole.words().subList(from, to));
        return new Coded(part, pieces, size);
    }

    /**
     * Whether a sentence is printed in capitals, so that they tell nothing of its words: then the first word and those that
     * the vocabulary does not have whole, most of them names, count as capitalized.
     */
    private static boolean isInCapitals(String text, TokenizedSentence sentence) {
        long upper = 0;
        long other = 0;
        for (Span word : sentence.words()) {
            if (Character.isLetter(text.codePointAt(word.start()))) {
                switch (Wordpieces.shape(word.of(text))) {
                    case 0, 3 -> other++;
                    case 2 -> upper++;
                    default -> {} // "A", or a name among words in lower case
                }
            }
        }
        return upper > 3 && other * 10 < upper;
    }

    private static Window of(String text, List<Coded> run) {
        int length = 1 + run.stream().mapToInt(c -> c.size() + 1).sum();
        int words = run.stream().mapToInt(c -> c.pieces().size()).sum();
        long[] ids = new long[length];
        long[] shapes = new long[length];
        long[] first = new long[words + 1];
        ids[0] = Wordpieces.CLS;
        int at = 1;
        int slot = 1;
        for (Coded coded : run) {
            boolean capitals = isInCapitals(text, coded.sentence());
            for (int i = 0; i < coded.pieces().size(); i++) {
                int shape = Wordpieces.shape(coded.sentence().words().get(i).of(text));
                if (capitals && shape > 0) {
                    shape = i == 0 || coded.pieces().get(i).length > 1 ? 1 : 0;
                }
                first[slot++] = at;
                for (int id : coded.pieces().get(i)) {
                    ids[at] = id;
                    shapes[at++] = shape;
                }
            }
            ids[at++] = Wordpieces.SEP;
        }
        return new Window(run.stream().map(Coded::sentence).toList(), ids, shapes, first);
    }
}
