package org.sayso.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sayso.merge.Merger;
import org.sayso.model.Claim;
import org.sayso.model.Reading;
import org.sayso.model.Story;
import org.sayso.store.Hit;
import org.sayso.store.RecordStore;
import org.sayso.wording.Kept;

/** What the pages ask of a record. Thread-safe. */
public final class Library {
    private final RecordStore store;
    private final Merger merger;

    public Library(RecordStore store, Merger merger) {
        this.store = store;
        this.merger = merger;
    }

    List<Story> stories() throws IOException {
        return store.stories(merger);
    }

    Optional<Story> story(String id) throws IOException {
        return stories().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    Optional<Reading> reading(String docId) throws IOException {
        return store.reading(docId);
    }

    /** Readings for one answer. */
    Kept kept() {
        return new Kept(store);
    }

    /** Who printed each report, by docId; reports whose publisher is not known are absent. */
    Map<String, String> publishers() throws IOException {
        return store.publishers();
    }

    List<Hit> search(String words, int limit) throws IOException {
        stories(); // claims are searched as last merged
        return store.search(words, limit);
    }

    /** Summaries of all claims by id. */
    Map<String, String> summaries() throws IOException {
        return stories().stream()
                .flatMap(s -> s.claims().stream())
                .collect(Collectors.toMap(Claim::id, Claim::summary, (a, b) -> a));
    }

    int size() throws IOException {
        return store.size();
    }
}
