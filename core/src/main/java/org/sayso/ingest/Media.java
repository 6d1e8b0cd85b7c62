package org.sayso.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sayso.table.Table;

/** How a body is read, by the media type that is declared for it ({@code media.tsv}). */
enum Media {
    HTML,
    TEXT,
    /** Nothing is declared: what does not look like HTML is left out. */
    UNKNOWN;

    private static final Map<String, Media> TYPES = Table.rows(Media.class, "media.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> Media.valueOf(row.getLast())));

    /** @param contentType as declared, with its parameters; empty where a body of this type is not read */
    static Optional<Media> of(String contentType) {
        String type = type(contentType);
        return Optional.ofNullable(type.isEmpty() ? UNKNOWN : TYPES.get(type));
    }

    /** The type without its parameters. */
    static String type(String contentType) {
        return contentType.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
