package org.sayso.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sayso.model.Span;
import org.sayso.wording.Kept;

/**
 * Words of a report, with the way to them.
 *
 * @param chain publisher first, then who it cites, and so on
 * @param words as published
 * @param link to the words in the article reader
 */
public record Quote(List<String> chain, String day, String words, String link) {
    static Quote of(String doc, Span span, List<String> said, Kept kept) {
        return new Quote(
                kept.chain(doc, said), kept.day(doc), kept.words(doc, span).orElse(""), link(doc, span));
    }

    static String link(String doc, Span span) {
        return link(doc) + "&at=" + span.start() + "-" + span.end() + "#at";
    }

    static String link(String doc) {
        return "/article?doc=" + URLEncoder.encode(doc, StandardCharsets.UTF_8);
    }
}
