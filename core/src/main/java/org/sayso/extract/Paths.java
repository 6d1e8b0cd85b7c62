package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sayso.model.Extraction.Origin;
import org.sayso.model.Span;

/**
 * Where the blocks of a text stand on their page, as XPath: what a browser that runs no scripts finds in the same page. Tables keep
 * the {@code tbody} that browsers add, as jsoup does. For one page, on one thread.
 */
final class Paths {
    /** The place of an element among the children of its parent with the same tag. */
    private final Map<Element, Integer> places = new HashMap<>();

    /** The innermost element that holds all blocks. */
    static Element around(List<Block> blocks) {
        Element around = blocks.getFirst().owner();
        for (Block block : blocks) {
            while (!isWithin(block.owner(), around)) {
                Element parent = around.parent();
                if (parent == null) {
                    return around;
                }
                around = parent;
            }
        }
        return around;
    }

    private static boolean isWithin(Element element, Element around) {
        for (Element e = element; e != null; e = e.parent()) {
            if (e.equals(around)) {
                return true;
            }
        }
        return false;
    }

    /** From the root of the page: {@code /html/body/div[2]/article}. */
    String of(Element element) {
        return "/" + String.join("/", steps(element, null));
    }

    /** {@code div[1]/p[3]}, or {@code .} for the element itself. */
    String from(Element around, Element element) {
        List<String> steps = steps(element, around);
        return steps.isEmpty() ? "." : String.join("/", steps);
    }

    /** The places of the paragraphs of a text, which are parted by an empty line. */
    List<Origin> origins(List<Block> blocks, Element around) {
        List<Origin> origins = new ArrayList<>();
        int start = 0;
        for (Block block : blocks) {
            int end = start + block.text().length();
            origins.add(new Origin(new Span(start, end), from(around, block.owner())));
            start = end + 2;
        }
        return origins;
    }

    private List<String> steps(Element element, @Nullable Element around) {
        List<String> steps = new ArrayList<>();
        for (Element e = element; e != null && !e.equals(around) && e.parent() != null; e = e.parent()) {
            steps.addFirst(e.normalName() + place(e));
        }
        return steps;
    }

    /** Which of its kind it is; nothing where it is the only one. */
    private String place(Element element) {
        Element parent = element.parent();
        if (parent == null) {
            return "";
        }
        if (!places.containsKey(element)) {
            Map<String, Integer> counts = new HashMap<>();
            List<Element> children = parent.children();
            for (Element child : children) {
                places.put(child, counts.merge(child.normalName(), 1, Integer::sum));
            }
            children.stream()
                    .filter(child -> counts.getOrDefault(child.normalName(), 0) == 1)
                    .forEach(child -> places.put(child, 0));
        }
        int place = places.getOrDefault(element, 0);
        return place == 0 ? "" : "[" + place + "]";
    }
}
