package org.sayso.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sayso.table.Table;

/** Files that only serve a page or its readers, by their names ({@code serving.tsv}). */
final class Serving {
    private static final Map<String, String> NAMES = Table.rows(Serving.class, "serving.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

    private Serving() {}

    /** @param path as of a file or an address, without query */
    static Optional<String> what(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(NAMES.get(name))
                .or(() -> Optional.ofNullable(NAMES.get(name.substring(name.lastIndexOf('.') + 1))))
                .map(what -> what + ", by its name");
    }
}
