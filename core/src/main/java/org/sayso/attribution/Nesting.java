package org.sayso.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sayso.model.Span;

/** Which attribution stands inside which. */
final class Nesting {
    private static final int NOBODY = -1;

    private final List<Draft> drafts;
    private final int[] outer;

    private Nesting(List<Draft> drafts) {
        this.drafts = drafts;
        outer = new int[drafts.size()];
        Arrays.fill(outer, NOBODY);
    }

    /**
     * For each draft the place of the innermost one that says it: the one it was found under, else the one with the least
     * content around its cue (of two that say the same, the inner). No draft stands inside itself, by whatever way round.
     */
    static List<Optional<Integer>> of(List<Draft> drafts) {
        Nesting nesting = new Nesting(drafts);
        for (int i = 0; i < drafts.size(); i++) {
            nesting.outer[i] = Distance.made(drafts.get(i)) ? NOBODY : nesting.foundUnder(i);
        }
        for (int i = 0; i < drafts.size(); i++) {
            if (nesting.outer[i] == NOBODY && !Distance.made(drafts.get(i))) {
                nesting.outer[i] = nesting.around(i);
            }
        }
        for (int i = 0; i < drafts.size(); i++) {
            if (Distance.made(drafts.get(i))) {
                nesting.outer[i] = nesting.foundBeside(i);
            }
        }
        List<Optional<Integer>> all = new ArrayList<>();
        for (int o : nesting.outer) {
            all.add(o == NOBODY ? Optional.empty() : Optional.of(o));
        }
        return all;
    }

    /** Outer before inner, else in order of cue and content in the text. */
    static List<Draft> ordered(List<Draft> drafts) {
        List<Draft> byText = drafts.stream()
                .sorted(Comparator.comparingInt(Nesting::start)
                        .thenComparing(d -> d.cue().getFirst())
                        .thenComparing(d -> d.within().isPresent()))
                .toList();
        List<Optional<Integer>> outer = of(byText);
        List<Draft> ordered = new ArrayList<>();
        for (int i = 0; i < byText.size(); i++) {
            place(byText, outer, i, ordered);
        }
        return ordered;
    }

    private static void place(List<Draft> drafts, List<Optional<Integer>> outer, int i, List<Draft> into) {
        outer.get(i).ifPresent(o -> place(drafts, outer, o, into));
        if (!into.contains(drafts.get(i))) {
            into.add(drafts.get(i));
        }
    }

    private static int start(Draft d) {
        List<Span> all = new ArrayList<>(d.cue());
        all.addAll(d.content());
        return Pieces.hull(all).start();
    }

    private int foundUnder(int i) {
        Optional<Span> cue = drafts.get(i).within();
        if (cue.isEmpty()) {
            return NOBODY;
        }
        return IntStream.range(0, drafts.size())
                .filter(k -> k != i && drafts.get(k).within().isEmpty())
                .filter(k -> drafts.get(k).cueTouches(List.of(cue.get())))
                .findFirst()
                .orElse(NOBODY);
    }

    /** Where that stands which the author sets himself apart from. */
    private int foundBeside(int i) {
        List<Span> cue = List.of(drafts.get(i).within().orElseThrow());
        return IntStream.range(0, drafts.size())
                .filter(k -> !Distance.made(drafts.get(k)) && drafts.get(k).cueTouches(cue))
                .map(k -> outer[k])
                .findFirst()
                .orElseGet(() -> around(i));
    }

    private int around(int i) {
        Draft inner = drafts.get(i);
        return IntStream.range(0, drafts.size())
                .filter(k -> k != i && drafts.get(k).saysAll(inner.cue()))
                .filter(k -> !standsInside(k, i) && !Distance.made(drafts.get(k)))
                .filter(k -> !inner.saysAll(drafts.get(k).cue()))
                .boxed()
                .min(Comparator.comparingInt((Integer k) -> size(drafts.get(k))).thenComparingInt(k -> -depth(k)))
                .orElse(NOBODY);
    }

    private boolean standsInside(int k, int i) {
        for (int at = k; at != NOBODY; at = outer[at]) {
            if (at == i) {
                return true;
            }
        }
        return false;
    }

    private int depth(int i) {
        int depth = 0;
        for (int at = outer[i]; at != NOBODY; at = outer[at]) {
            depth++;
        }
        return depth;
    }

    private static int size(Draft draft) {
        return draft.content().stream().mapToInt(Span::length).sum();
    }
}
