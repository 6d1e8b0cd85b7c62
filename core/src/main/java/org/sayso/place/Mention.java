package org.sayso.place;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Span;

/**
 * A name that may be a place's, with all places it may be.
 *
 * @param key the folded name
 * @param candidates never two of the same key; empty where no entry bears the name
 * @param people the country or region whose people's word stands before it ("the Lebanese city of Tripoli")
 */
record Mention(Span span, String key, List<Entry> candidates, Optional<Entry> people) {
    Mention {
        candidates = List.copyOf(candidates);
    }
}
