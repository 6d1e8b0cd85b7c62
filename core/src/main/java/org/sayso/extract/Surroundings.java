package org.sayso.extract;

import java.util.List;

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
    static Dropped of(Cut cut) {
        Outline page = cut.outline();
        Dropped marked = sure(cut);
        List<Block> rest = without(cut, marked);
        Sums prose = Sums.of(page, rest, Block::prose);
        double whole = prose.of(cut.page().bodyNumber());
        Teasers.in(page, rest).forEach(n -> marked.put(n, Verdict.TEASER));
        for (int n = 0; n < page.size(); n++) {
            Boilerplate.Kind kind = cut.kinds()[n];
            if (kind != null && kind != Boilerplate.Kind.SURE) {
                boolean wrapper = kind == Boilerplate.Kind.BAR && prose.of(n) >= BAR;
                if (whole == 0 || (prose.of(n) < WRAPPER * whole && !wrapper)) {
                    marked.putIfAbsent(n, verdict(kind));
                }
            }
        }
        return marked;
    }

    /** Only those whose names are never an article's: for pages on which the others leave nothing. */
    static Dropped sure(Cut cut) {
        double whole = cut.size();
        Dropped marked = new Dropped(cut.outline());
        for (int n = 0; n < cut.outline().size(); n++) {
            if (cut.kinds()[n] == Boilerplate.Kind.SURE) {
                double own = cut.prose().of(n);
                if (whole == 0 || own < SURE_WRAPPER * whole || whole - own >= ARTICLE) {
                    marked.put(n, Verdict.FURNITURE);
                }
            }
        }
        return marked;
    }

    /** The blocks of a page that do not stand in what is left out. */
    static List<Block> without(Cut cut, Dropped marked) {
        return cut.blocks().stream()
                .filter(block -> !marked.holds(cut.outline(), block.number()))
                .toList();
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
}
