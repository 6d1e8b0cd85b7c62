package org.sayso.extract;

import org.jsoup.nodes.Element;

/**
 * A run of text that a browser would set as one paragraph.
 *
 * @param owner the innermost block element around it
 * @param number of that element in the {@link Outline} of its page
 * @param text white space collapsed; a line break inside it is {@code \n}
 * @param linked how many of its characters stand in links
 * @param size length in characters, of which a Chinese, Japanese or Korean one counts for {@value #DENSE}
 * @param kind what it is for a reader
 */
record Block(Element owner, int number, String text, int linked, int size, Kind kind) {
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        CELL,
        CAPTION
    }

    private static final String ENDS = ".!?…”\"’。！？」";
    private static final int DENSE = 3;

    Block(Element owner, int number, String text, int linked, Kind kind) {
        this(owner, number, text, linked, size(text), kind);
    }

    double linkShare() {
        return text.isEmpty() ? 0 : (double) linked / text.length();
    }

    /**
     * How much the block speaks for (above zero) or against (below) an element around it being the article. Prose counts by
     * its length; what is mostly links, or too short to be a sentence, counts against. The constants were set on the
     * visible half of the article-extraction-benchmark.
     */
    double weight() {
        if (kind == Kind.HEADING) {
            return 0;
        }
        if (linkShare() > 0.5) {
            return -Math.min(size, 60);
        }
        if (size >= 80) {
            return size * (1 - linkShare());
        }
        boolean sentence = size >= 20 && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        if (sentence) {
            return size * 0.7;
        }
        return kind == Kind.PARAGRAPH ? -8 : -4;
    }

    private static int size(String text) {
        int dense = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dense += c >= '\u2e80' && c <= '\ud7ff' ? 1 : 0;
        }
        return text.length() + (DENSE - 1) * dense;
    }

    /** Size of connected prose: what an element must not lose. */
    int prose() {
        return size >= 60 && linkShare() < 0.5 && kind != Kind.HEADING && kind != Kind.CAPTION ? size : 0;
    }
}
