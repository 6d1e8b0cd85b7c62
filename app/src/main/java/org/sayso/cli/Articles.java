package org.sayso.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sayso.model.Article;
import org.sayso.model.Reading;
import org.sayso.store.RecordStore;

/** The articles of a record by docId, each fetched once. */
final class Articles implements Function<String, Optional<Article>> {
    private final RecordStore store;
    private final Map<String, Optional<Article>> known = new HashMap<>();

    Articles(RecordStore store) {
        this.store = store;
    }

    @Override
    public Optional<Article> apply(String doc) {
        return known.computeIfAbsent(doc, this::fetch);
    }

    private Optional<Article> fetch(String doc) {
        try {
            return store.reading(doc).map(Reading::article);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
