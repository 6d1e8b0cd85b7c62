package org.sayso.ingest;

import java.time.LocalDate;
import java.util.Optional;
import org.sayso.model.Page;

/**
 * What the caller says about the documents. It overrules what a page says of itself and where it was fetched; a line of
 * JSON Lines that states a field itself keeps its own.
 *
 * @param url where the document was published
 * @param published the day of publication
 */
public record Given(
        Optional<String> url, Optional<String> publisher, Optional<LocalDate> published, Optional<String> title) {
    /** Nothing said. */
    public static final Given NOTHING =
            new Given(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** This, and where it is silent, the other. */
    Given or(Given other) {
        return new Given(
                url.or(other::url),
                publisher.or(other::publisher),
                published.or(other::published),
                title.or(other::title));
    }

    Page page(String docId, Page.Content content) {
        return new Page(docId, url, publisher, published, title, content);
    }
}
