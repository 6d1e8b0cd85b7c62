package org.sayso.feed;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One article that a feed lists.
 *
 * @param address absolute, http or https
 * @param title the headline, as text
 * @param published with the offset as written, UTC where none is
 * @param updated when the feed says that it was last changed
 */
public record Entry(
        String address, Optional<String> title, Optional<OffsetDateTime> published, Optional<OffsetDateTime> updated) {}
