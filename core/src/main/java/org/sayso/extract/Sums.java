package org.sayso.extract;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the blocks below each element of a page add up to, by the number of the element. Immutable. */
final class Sums {
    private final double[] sums;
    private final boolean[] filled;

    private Sums(int size) {
        sums = new double[size];
        filled = new boolean[size];
    }

    /** Linear in the size of the page. */
    static Sums of(Outline page, List<Block> blocks, ToDoubleFunction<Block> value) {
        Sums all = new Sums(page.size());
        for (Block block : blocks) {
            all.add(block.number(), value.applyAsDouble(block));
        }
        for (int n = page.size() - 1; n > 0; n--) {
            if (all.filled[n]) {
                all.add(page.parent(n), all.sums[n]);
            }
        }
        return all;
    }

    private void add(int number, double value) {
        sums[number] += value;
        filled[number] = true;
    }

    /** Whether a block stands below the element. */
    boolean has(int number) {
        return filled[number];
    }

    /** 0 where no block stands below the element. */
    double of(int number) {
        return sums[number];
    }
}
