package org.sayso.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds what surrounds the article on a page: elements whose names or shape say so, unless they hold so much of the page's
 * prose that they must be wrappers of the article itself.
 */
final class Surroundings {
    /** Share of the page's prose from which an element counts as a wrapper whatever it is called. */
    private static final double WRAPPER = 0.4;
    /** The same where the name is hardly ever a wrapper's: a footer, a cookie notice, comments. */
    private static final double SURE_WRAPPER = 0.8;
    /** Characters of prose that no bar of links or buttons holds. */
    private static final int BAR = 250;

    private final Boilerplate boilerplate;

    Surroundings(Boilerplate boilerplate) {
        this.boilerplate = boilerplate;
    }

    /** Elements to leave out. */
    Set<Element> of(List<Element> elements, List<Block> blocks) {
        Map<Element, Boilerplate.Kind> kinds = boilerplate.kindsOf(elements.subList(1, elements.size()));
        Set<Element> marked = sure(elements, kinds, blocks);
        List<Block> rest =
                blocks.stream().filter(block -> !within(block, marked)).toList();
        Sums prose = Sums.of(elements, rest, Block::prose);
        double whole = prose.of(elements.getFirst());
        marked.addAll(Teasers.in(elements, rest));
        kinds.forEach((e, kind) -> {
            double own = prose.of(e);
            boolean wrapper = kind == Boilerplate.Kind.BAR && own >= BAR;
            if (kind != Boilerplate.Kind.SURE && (whole == 0 || (own < WRAPPER * whole && !wrapper))) {
                marked.add(e);
            }
        });
        return marked;
    }

    /** Only those whose names are never an article's: for pages on which the others leave nothing. */
    Set<Element> sure(List<Element> elements, List<Block> blocks) {
        return sure(elements, boilerplate.kindsOf(elements.subList(1, elements.size())), blocks);
    }

    private static Set<Element> sure(List<Element> elements, Map<Element, Boilerplate.Kind> kinds, List<Block> blocks) {
        Sums prose = Sums.of(elements, blocks, Block::prose);
        double whole = prose.of(elements.getFirst());
        Set<Element> marked = new HashSet<>();
        kinds.forEach((e, kind) -> {
            if (kind == Boilerplate.Kind.SURE && (whole == 0 || prose.of(e) < SURE_WRAPPER * whole)) {
                marked.add(e);
            }
        });
        return marked;
    }

    private static boolean within(Block block, Set<Element> marked) {
        for (Element e = block.owner(); e != null; e = e.parent()) {
            if (marked.contains(e)) {
                return true;
            }
        }
        return false;
    }
}
