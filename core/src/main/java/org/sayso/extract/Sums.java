package org.sayso.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;

/**
 * What the blocks below each element of a page add up to. A jsoup element equals only itself, which the map relies on.
 * Immutable.
 */
final class Sums {
    private final Map<Element, Double> sums;

    private Sums(Map<Element, Double> sums) {
        this.sums = sums;
    }

    /** Linear in the size of the page. */
    static Sums of(List<Element> inOrder, List<Block> blocks, ToDoubleFunction<Block> value) {
        Map<Element, Double> sums = new HashMap<>();
        for (Block block : blocks) {
            sums.merge(block.owner(), value.applyAsDouble(block), Double::sum);
        }
        for (int i = inOrder.size() - 1; i > 0; i--) {
            Element e = inOrder.get(i);
            Double sum = sums.get(e);
            Element parent = e.parent();
            if (sum != null && parent != null) {
                sums.merge(parent, sum, Double::sum);
            }
        }
        return new Sums(sums);
    }

    boolean has(Element element) {
        return sums.containsKey(element);
    }

    /** 0 where no block stands below the element. */
    double of(Element element) {
        return sums.getOrDefault(element, 0.0);
    }
}
