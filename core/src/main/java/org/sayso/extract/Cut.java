package org.sayso.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page cut into blocks, as both {@link Body} and {@link Density} look at it.
 *
 * @param blocks all of the body's text, in reading order
 * @param kinds by number, what elements are that are no part of an article by their tag, class or id
 * @param prose below each element
 */
record Cut(Markup page, List<Block> blocks, Boilerplate.@Nullable Kind[] kinds, Sums prose) {
    static Cut of(Markup page, Boilerplate boilerplate) {
        Outline outline = page.outline();
        List<Block> blocks = Blocks.of(outline, page.bodyNumber());
        return new Cut(page, blocks, boilerplate.kindsIn(page), Sums.of(outline, blocks, Block::prose));
    }

    Outline outline() {
        return page.outline();
    }

    /** Size of connected prose on the whole page. */
    double size() {
        return prose.of(page.bodyNumber());
    }
}
