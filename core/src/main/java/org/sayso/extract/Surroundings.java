package org.sayso.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** Characters of prose outside of such an element that can be a short article above its long comments. */
    private static final int ARTICLE = 250;
    /** Characters of prose that no bar of links or buttons holds. */
    private static final int BAR = 250;

    private Surroundings() {}

    /** Elements to leave out, and why. */
    static Map<Element, Verdict> of(Cut cut) {
        Map<Element, Verdict> marked = sure(cut);
        List<Block> rest =
                cut.blocks().stream().filter(block -> !within(block, marked)).toList();
        Sums prose = Sums.of(cut.outline(), rest, Block::prose);
        double whole = prose.of(cut.page().body());
        Teasers.in(cut.outline(), rest).forEach(e -> marked.put(e, Verdict.TEASER));
        cut.kinds().forEach((e, kind) -> {
            double own = prose.of(e);
            boolean wrapper = kind == Boilerplate.Kind.BAR && own >= BAR;
            if (kind != Boilerplate.Kind.SURE && (whole == 0 || (own < WRAPPER * whole && !wrapper))) {
                marked.putIfAbsent(e, verdict(kind));
            }
        });
        return marked;
    }

    /** Only those whose names are never an article's: for pages on which the others leave nothing. */
    static Map<Element, Verdict> sure(Cut cut) {
        double whole = cut.size();
        Map<Element, Verdict> marked = new HashMap<>();
        cut.kinds().forEach((e, kind) -> {
            double own = cut.prose().of(e);
            boolean surrounds = own < SURE_WRAPPER * whole || whole - own >= ARTICLE;
            if (kind == Boilerplate.Kind.SURE && (whole == 0 || surrounds)) {
                marked.put(e, Verdict.FURNITURE);
            }
        });
        return marked;
    }

    private static Verdict verdict(Boilerplate.Kind kind) {
        return switch (kind) {
            case DROP, BAR, KEEP -> Verdict.SURROUNDING;
            case HIDDEN -> Verdict.HIDDEN;
            case SURE -> Verdict.FURNITURE;
            case CAPTION -> Verdict.CAPTION;
            case BYLINE -> Verdict.BYLINE;
        };
    }

    static boolean within(Block block, Map<Element, Verdict> marked) {
        for (Element e = block.owner(); e != null; e = e.parent()) {
            if (marked.containsKey(e)) {
                return true;
            }
        }
        return false;
    }
}
