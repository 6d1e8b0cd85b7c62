package org.sayso.model;

import java.util.List;
import java.util.Optional;

/**
 * How the text of an article was had from its page.
 *
 * @param chosen the witness whose account of the page is the text
 * @param confidence 0 to 1: how far the best of the other witnesses agrees; not a probability, and 0 where there is no other
 * @param agreements of each other witness with the chosen one
 * @param partial why the text is taken for a part of the article only
 * @param within XPath of the innermost element that holds all of the text, in the page as a browser parses it without scripts
 * @param origins where each paragraph stands, in the order of the text
 */
public record Extraction(
        Witness chosen,
        double confidence,
        List<Agreement> agreements,
        Optional<Partial> partial,
        String within,
        List<Origin> origins) {
    public Extraction {
        agreements = List.copyOf(agreements);
        origins = List.copyOf(origins);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence of an extraction is 0 to 1, not " + confidence);
        }
    }

    /** Who says which text on a page is the article. */
    public enum Witness {
        /** The element whose paragraphs outweigh its links. */
        CONTAINER,
        /** The stretch of the page that is densest in words. */
        DENSITY,
        /** What the page says in JSON-LD. */
        STRUCTURED_DATA,
        /** The JSON from which a script would build the page. */
        EMBEDDED_JSON
    }

    /** @param share F1 over runs of four words, 0 to 1 */
    public record Agreement(Witness witness, double share) {}

    /** Why a text is taken for a part of the article only. */
    public enum Partial {
        /** The publisher says that it must be paid for. */
        PAID,
        /** It breaks off, or asks to go on reading elsewhere. */
        CUT_OFF,
        /** It is much shorter than the page says that it is. */
        SHORTER_THAN_SAID
    }

    /**
     * @param span of the paragraph in {@link Article#text()}
     * @param path XPath of the innermost block element around it, relative to {@link Extraction#within()}; "." for that itself
     */
    public record Origin(Span span, String path) {}
}
