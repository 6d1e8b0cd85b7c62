package org.sayso.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jspecify.annotations.Nullable;
import org.sayso.model.Span;

/** Tells of every block of a page why it is, or is no, part of the article. */
final class Explanation {
    private Explanation() {}

    private record Placed(int order, Candidate.Judged judged) {}

    /**
     * The verdicts of one account, and of what it did not look at, in the order of the page.
     *
     * @param page parsed with positions
     */
    static List<Judgement> of(Markup page, Candidate account) {
        Map<Element, Integer> order = new HashMap<>();
        List<Element> elements = page.document().getAllElements();
        for (int i = 0; i < elements.size(); i++) {
            order.put(elements.get(i), i);
        }
        List<Candidate.Judged> all = new ArrayList<>(account.blocks());
        for (Element e : elements) {
            Verdict verdict = account.dropped().get(e);
            if (verdict != null && !isBelowAny(e.parent(), account.dropped())) {
                add(Blocks.of(e, x -> false), verdict, all);
            }
        }
        List<Block> rest = Blocks.of(
                page.body(),
                e -> e.equals(account.within()) || account.dropped().containsKey(e));
        if (!account.within().equals(page.body())) {
            add(rest, Verdict.OUTSIDE, all);
        }
        Paths paths = new Paths();
        return all.stream()
                .map(judged -> new Placed(order.getOrDefault(judged.block().owner(), 0), judged))
                .sorted(Comparator.comparingInt(Placed::order))
                .map(placed -> judgement(placed.judged(), paths))
                .toList();
    }

    private static void add(List<Block> blocks, Verdict verdict, List<Candidate.Judged> all) {
        blocks.forEach(block -> all.add(new Candidate.Judged(block, verdict)));
    }

    private static boolean isBelowAny(@Nullable Element element, Map<Element, Verdict> dropped) {
        for (Element e = element; e != null; e = e.parent()) {
            if (dropped.containsKey(e)) {
                return true;
            }
        }
        return false;
    }

    private static Judgement judgement(Candidate.Judged judged, Paths paths) {
        Element owner = judged.block().owner();
        return new Judgement(judged.block().text(), judged.verdict(), paths.of(owner), source(owner));
    }

    private static Optional<Span> source(Element element) {
        Range start = element.sourceRange();
        Range end = element.endSourceRange();
        int from = start.startPos();
        int to = Math.max(start.endPos(), end.isTracked() ? end.endPos() : 0);
        return start.isTracked() && to > from ? Optional.of(new Span(from, to)) : Optional.empty();
    }
}
