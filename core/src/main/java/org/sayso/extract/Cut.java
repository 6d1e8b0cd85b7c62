package org.sayso.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A page cut into blocks, as both {@link Body} and {@link Density} look at it.
 *
 * @param blocks all of the body's text, in reading order
 * @param outline of its body
 * @param kinds what elements are that are no part of an article by their tag, class or id
 * @param prose below each element
 * @param pictured elements that are or hold a picture
 */
record Cut(
        Markup page,
        Outline outline,
        List<Block> blocks,
        Map<Element, Boilerplate.Kind> kinds,
        Sums prose,
        Set<Element> pictured) {
    static Cut of(Markup page, Boilerplate boilerplate) {
        List<Element> elements = page.inBody();
        List<Block> blocks = Blocks.of(page.body(), e -> false);
        Outline outline = new Outline(elements);
        return new Cut(
                page,
                outline,
                blocks,
                boilerplate.kindsOf(elements.subList(1, elements.size())),
                Sums.of(outline, blocks, Block::prose),
                Markup.around(Stream.of("img", "picture")
                        .flatMap(tag -> page.all(tag).stream())
                        .toList()));
    }

    List<Element> elements() {
        return page.inBody();
    }

    /** Size of connected prose on the whole page. */
    double size() {
        return prose.of(page.body());
    }
}
