package org.sayso.model;

import java.util.Optional;

/**
 * The line that opens an agency report: "MOSCOW, Nov 11 (Reuters) -".
 *
 * @param place as printed
 * @param agency as printed
 * @param date as printed
 */
public record Dateline(Optional<String> place, Optional<String> agency, Optional<String> date, Span span) {}
