package org.sayso.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.sayso.model.Span;

/** Tells of every block of a page why it is, or is no, part of the article. */
final class Explanation {
    private Explanation() {}

    /**
     * The verdicts of one account, and of what it did not look at, in the order of the page.
     *
     * @param page parsed with positions
     */
    static List<Judgement> of(Markup page, Candidate account) {
        Outline outline = page.outline();
        Dropped dropped = account.dropped();
        List<Candidate.Judged> all = new ArrayList<>(account.blocks());
        for (int i = 0; i < outline.size(); i++) {
            int n = i;
            dropped.of(n)
                    .filter(verdict -> !dropped.holds(outline, outline.parent(n)))
                    .ifPresent(verdict -> add(Blocks.of(outline, n), verdict, all));
        }
        if (account.within() != page.bodyNumber()) {
            List<Block> rest = Blocks.of(outline, page.bodyNumber(), n -> n == account.within() || dropped.has(n));
            add(rest, Verdict.OUTSIDE, all);
        }
        Paths paths = new Paths(outline);
        return all.stream()
                .sorted(Comparator.comparingInt(judged -> judged.block().number()))
                .map(judged -> judgement(judged, paths))
                .toList();
    }

    private static void add(List<Block> blocks, Verdict verdict, List<Candidate.Judged> all) {
        blocks.forEach(block -> all.add(new Candidate.Judged(block, verdict)));
    }

    private static Judgement judgement(Candidate.Judged judged, Paths paths) {
        Block block = judged.block();
        return new Judgement(block.text(), judged.verdict(), paths.of(block.number()), source(block.owner()));
    }

    private static Optional<Span> source(Element element) {
        Range start = element.sourceRange();
        Range end = element.endSourceRange();
        int from = start.startPos();
        int to = Math.max(start.endPos(), end.isTracked() ? end.endPos() : 0);
        return start.isTracked() && to > from ? Optional.of(new Span(from, to)) : Optional.empty();
    }
}
