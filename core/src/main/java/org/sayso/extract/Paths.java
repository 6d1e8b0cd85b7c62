package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sayso.model.Extraction.Origin;
import org.sayso.model.Span;

/**
 * Where the blocks of a text stand on their page, as XPath: what a browser that runs no scripts finds in the same page. Tables keep
 * the {@code tbody} that browsers add, as jsoup does. For one page, on one thread.
 */
final class Paths {
    private static final int ALONE = -1;

    private final Outline page;
    /** By number, the place of an element among the children of its parent with the same tag, from 1; 0 where not yet asked for. */
    private final int[] places;

    Paths(Outline page) {
        this.page = page;
        this.places = new int[page.size()];
    }

    /** The number of the innermost element that holds all blocks. */
    int around(List<Block> blocks) {
        int around = blocks.getFirst().number();
        for (Block block : blocks) {
            while (!page.isWithin(block.number(), around)) {
                around = page.parent(around);
            }
        }
        return around;
    }

    /** From the root of the page: {@code /html/body/div[2]/article}. */
    String of(int element) {
        return "/" + from(0, element);
    }

    /** {@code div[1]/p[3]}, or {@code .} for the element itself. */
    String from(int around, int element) {
        if (element == around) {
            return ".";
        }
        int parent = page.parent(element);
        String step = page.node(element).normalName() + place(element);
        return parent == around ? step : from(around, parent) + "/" + step;
    }

    /** The places of the paragraphs of a text, which are parted by an empty line. */
    List<Origin> origins(List<Block> blocks, int around) {
        List<Origin> origins = new ArrayList<>();
        int start = 0;
        for (Block block : blocks) {
            int end = start + block.text().length();
            origins.add(new Origin(new Span(start, end), from(around, block.number())));
            start = end + 2;
        }
        return origins;
    }

    /** Which of its kind it is; nothing where it is the only one. */
    private String place(int element) {
        if (places[element] == 0) {
            number(page.parent(element));
        }
        return places[element] == ALONE ? "" : "[" + places[element] + "]";
    }

    private void number(int parent) {
        Map<String, Integer> counts = new HashMap<>();
        for (int child = parent + 1; child < page.end(parent); child = page.end(child)) {
            places[child] = counts.merge(page.node(child).normalName(), 1, Integer::sum);
        }
        for (int child = parent + 1; child < page.end(parent); child = page.end(child)) {
            boolean alone = counts.getOrDefault(page.node(child).normalName(), 0) == 1;
            places[child] = alone ? ALONE : places[child];
        }
    }
}
