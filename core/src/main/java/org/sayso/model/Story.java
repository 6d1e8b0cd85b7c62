package org.sayso.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reports about the same happenings, merged: what is claimed, by whom, who denies it, who only repeats it.
 *
 * @param id stable for the same set of documents
 * @param docs docIds, sorted
 * @param from first day of publication; absent where no report is dated
 */
public record Story(
        String id,
        String title,
        List<String> docs,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<Claim> claims,
        List<Lineage> lineage,
        List<Change> changes) {
    public Story {
        docs = List.copyOf(docs);
        claims = List.copyOf(claims);
        lineage = List.copyOf(lineage);
        changes = List.copyOf(changes);
        if (docs.isEmpty()) {
            throw new IllegalArgumentException("story " + id + " has no report");
        }
    }
}
