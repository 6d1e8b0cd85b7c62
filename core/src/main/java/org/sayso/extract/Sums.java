package org.sayso.extract;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;

/** What the blocks below each element of a page add up to. Immutable. */
final class Sums {
    private final Outline outline;
    private final double[] sums;
    private final boolean[] filled;

    private Sums(Outline outline) {
        this.outline = outline;
        int size = outline.elements().size();
        sums = new double[size];
        filled = new boolean[size];
    }

    /** Linear in the size of the page. */
    static Sums of(Outline outline, List<Block> blocks, ToDoubleFunction<Block> value) {
        Sums all = new Sums(outline);
        for (Block block : blocks) {
            all.add(outline.numberOf(block.owner()), value.applyAsDouble(block));
        }
        for (int i = all.sums.length - 1; i > 0; i--) {
            if (all.filled[i]) {
                all.add(outline.parentOf(i), all.sums[i]);
            }
        }
        return all;
    }

    private void add(int number, double value) {
        if (number >= 0) {
            sums[number] += value;
            filled[number] = true;
        }
    }

    boolean has(Element element) {
        int number = outline.numberOf(element);
        return number >= 0 && filled[number];
    }

    /** 0 where no block stands below the element. */
    double of(Element element) {
        int number = outline.numberOf(element);
        return number < 0 ? 0 : sums[number];
    }
}
