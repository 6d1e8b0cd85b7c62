package org.sayso.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One entry of a live blog.
 *
 * @param span of it in {@link Article#text()}
 * @param at when it was posted, where the page says so with an offset
 */
public record Post(Span span, Optional<OffsetDateTime> at) {}
