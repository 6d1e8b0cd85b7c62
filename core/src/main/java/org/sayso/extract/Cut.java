package org.sayso.extract;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A page cut into blocks, as both {@link Body} and {@link Density} look at it.
 *
 * @param blocks all of the body's text, in reading order
 * @param kinds what elements are that are no part of an article by their tag, class or id
 */
record Cut(Markup page, List<Block> blocks, Map<Element, Boilerplate.Kind> kinds) {
    static Cut of(Markup page, Boilerplate boilerplate) {
        List<Element> elements = page.inBody();
        return new Cut(
                page, Blocks.of(page.body(), e -> false), boilerplate.kindsOf(elements.subList(1, elements.size())));
    }

    List<Element> elements() {
        return page.inBody();
    }

    /** Size of connected prose on the whole page. */
    int prose() {
        return blocks.stream().mapToInt(Block::prose).sum();
    }
}
