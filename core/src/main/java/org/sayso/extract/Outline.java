package org.sayso.extract;

import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The elements of a page's body numbered in reading order, so that what stands below each can be summed up in an array. Read only.
 */
final class Outline {
    private final List<Element> elements;
    private final IdentityHashMap<Element, Integer> numbers;
    private final int[] parents;

    /** @param elements in reading order, the one that holds all others first */
    Outline(List<Element> elements) {
        this.elements = elements;
        numbers = new IdentityHashMap<>(elements.size());
        parents = new int[elements.size()];
        for (int i = 0; i < parents.length; i++) {
            Element e = elements.get(i);
            numbers.put(e, i);
            parents[i] = numbers.getOrDefault(e.parent(), -1);
        }
    }

    List<Element> elements() {
        return elements;
    }

    /** -1 for an element outside. */
    int numberOf(Element element) {
        return numbers.getOrDefault(element, -1);
    }

    /** The number of the element around another; -1 where that is outside. */
    int parentOf(int number) {
        return parents[number];
    }
}
