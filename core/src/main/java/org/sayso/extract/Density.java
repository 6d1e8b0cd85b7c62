package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sayso.model.Extraction.Witness;

/**
 * Finds the text of the article by its words alone, as a second witness beside {@link Body}: it knows no element that holds the
 * article, and of names only those of footers and comments.
 *
 * <p>A block is prose or not by its number of words, its share of links and those of its neighbours (C. Kohlschütter, P. Fankhauser,
 * W. Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010, the rule learned from number of words and link density).
 * The article is the stretch of blocks with the greatest sum, prose counting by its words and all else against (J. Pasternack,
 * D. Roth: Extracting Article Text from the Web with Maximum Subsequence Segmentation, WWW 2009). The weights were set on the visible
 * half of the article-extraction-benchmark, where this alone has F1 .93.
 */
final class Density {
    private static final double MANY_LINKS = 1.0 / 3;
    private static final double LINKS_BEFORE = 0.555556;
    private static final int FEW_BEFORE = 4;
    private static final int FEW = 16;
    private static final int FEW_AFTER = 15;
    private static final int MANY = 40;
    private static final int MANY_AFTER = 17;

    /** Most that a block which is no prose counts against its stretch. */
    private static final double AGAINST = 5;
    /** Words of a line that is not a sentence and counts, and of a sentence that does. */
    private static final int LINE = 12;

    private static final int SENTENCE = 6;
    /** Words of a line without a full stop that stays. */
    private static final int LONE_LINE = 8;

    private static final String ENDS = ".!?…”\"’。！？」";
    /** Share of the page's prose from which an element is a wrapper whatever its tag. */
    private static final double WRAPPER = 0.4;

    private static final Set<String> ASIDE = Set.of("nav", "aside", "menu");
    private static final int REPEATABLE = 60;

    private Density() {}

    static Candidate find(Cut cut, String title) {
        Dropped dropped = dropped(cut);
        List<Block> blocks = Surroundings.without(cut, dropped);
        int[] words = blocks.stream().mapToInt(Density::words).toArray();
        boolean[] prose = new boolean[words.length];
        double[] scores = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            prose[i] = isProse(blocks, words, i);
            scores[i] = score(blocks.get(i), words[i], prose[i]);
        }
        int[] stretch = densest(scores);
        List<Candidate.Judged> judged = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int first = afterTitle(blocks, stretch, Body.letters(title));
        for (int i = 0; i < words.length; i++) {
            Verdict verdict = i < stretch[0] || i >= stretch[1]
                    ? Verdict.OUTSIDE
                    : i < first ? Verdict.TITLE : verdict(blocks.get(i), words[i], prose[i], seen);
            judged.add(new Candidate.Judged(blocks.get(i), verdict));
        }
        return new Candidate(Witness.DENSITY, cut.page().bodyNumber(), dropped, judged);
    }

    private static Dropped dropped(Cut cut) {
        Outline page = cut.outline();
        Dropped dropped = Surroundings.sure(cut);
        for (int n = 0; n < page.size(); n++) {
            boolean hidden = cut.kinds()[n] == Boilerplate.Kind.HIDDEN;
            boolean aside = cut.kinds()[n] == Boilerplate.Kind.DROP
                    && ASIDE.contains(page.node(n).normalName());
            if ((hidden || aside) && cut.prose().of(n) < WRAPPER * cut.size()) {
                dropped.putIfAbsent(n, hidden ? Verdict.HIDDEN : Verdict.SURROUNDING);
            }
        }
        return dropped;
    }

    private static int words(Block block) {
        int words = 0;
        boolean open = false;
        String text = block.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dense = c >= '\u2e80' && c <= '\ud7ff';
            boolean part = !Character.isWhitespace(c);
            words += part && (!open || dense) ? 1 : 0;
            open = part;
        }
        return words;
    }

    private static boolean isProse(List<Block> blocks, int[] words, int i) {
        int before = i == 0 ? 0 : words[i - 1];
        int after = i + 1 == words.length ? 0 : words[i + 1];
        if (blocks.get(i).linkShare() > MANY_LINKS) {
            return false;
        }
        if (i > 0 && blocks.get(i - 1).linkShare() > LINKS_BEFORE) {
            return words[i] > MANY || after > MANY_AFTER;
        }
        return words[i] > FEW || after > FEW_AFTER || before > FEW_BEFORE;
    }

    private static double score(Block block, int words, boolean prose) {
        if (block.kind() == Block.Kind.HEADING) {
            return 0;
        }
        if (!prose) {
            return -Math.min(AGAINST, 4 + words);
        }
        if (words >= LINE) {
            return words;
        }
        return words >= SENTENCE && isSentence(block.text()) ? words : -2;
    }

    private static boolean isSentence(String text) {
        return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Kadane: start and end of the stretch with the greatest sum; both 0 where nothing is above zero. */
    private static int[] densest(double[] scores) {
        int[] best = {0, 0};
        double most = 0;
        double sum = 0;
        int from = 0;
        for (int i = 0; i < scores.length; i++) {
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += scores[i];
            if (sum > most) {
                most = sum;
                best = new int[] {from, i + 1};
            }
        }
        return best;
    }

    private static int afterTitle(List<Block> blocks, int[] stretch, String title) {
        int from = stretch[0];
        for (int i = stretch[0]; i < stretch[1] && !title.isEmpty(); i++) {
            boolean heading = blocks.get(i).kind() == Block.Kind.HEADING;
            if (heading && Body.letters(blocks.get(i).text()).equals(title)) {
                from = i + 1;
            }
        }
        return from;
    }

    private static Verdict verdict(Block block, int words, boolean prose, Set<String> seen) {
        boolean heading = block.kind() == Block.Kind.HEADING && block.linkShare() < 0.5;
        boolean line = prose
                && (words >= LONE_LINE
                        || isSentence(block.text())
                        || block.text().endsWith(":"));
        if (block.kind() == Block.Kind.CAPTION) {
            return Verdict.CAPTION;
        }
        if (!heading && !line) {
            return Verdict.SPARSE;
        }
        boolean again = block.text().length() >= REPEATABLE && !seen.add(Body.letters(block.text()));
        return again ? Verdict.REPEATED : Verdict.KEPT;
    }
}
