package org.sayso.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sayso.model.Reading;
import org.sayso.model.Span;

/**
 * Words of a report, with the way to them.
 *
 * @param chain publisher first, then who it cites, and so on
 * @param words as published
 * @param link to the words in the article reader
 */
public record Quote(String doc, List<String> chain, String day, String words, String link) {
    static Quote of(String doc, Span span, List<String> said, Readings readings) throws IOException {
        Optional<Reading> reading = readings.of(doc);
        String text = reading.map(r -> r.article().text()).orElse("");
        return new Quote(
                doc,
                Stream.concat(Stream.of(readings.publisher(doc)), said.stream()).toList(),
                reading.flatMap(r -> r.article().published()).map(Days::words).orElse("undated"),
                span.end() <= text.length() ? span.of(text) : "",
                link(doc, span));
    }

    static String link(String doc, Span span) {
        return "/article?doc=" + URLEncoder.encode(doc, StandardCharsets.UTF_8) + "&at=" + span.start() + "-"
                + span.end() + "#at";
    }

    static String link(String doc) {
        return "/article?doc=" + URLEncoder.encode(doc, StandardCharsets.UTF_8);
    }
}
