package org.sayso.server;

import java.io.IOException;
import java.util.Optional;
import org.sayso.model.Reading;

/** Finds the reading of a document. */
interface Readings {
    Optional<Reading> of(String docId) throws IOException;

    /** Who printed it; the docId where that is not known. */
    default String publisher(String docId) throws IOException {
        return of(docId).flatMap(r -> r.article().publisher()).orElse(docId);
    }
}
