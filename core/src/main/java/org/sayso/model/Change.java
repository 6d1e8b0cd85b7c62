package org.sayso.model;

import java.time.LocalDate;

/**
 * Something that became different in a story.
 *
 * @param at the day of the report that brought it
 * @param claim id of the claim
 * @param doc docId of the report that brought it
 */
public record Change(LocalDate at, What what, String claim, String doc) {
    public enum What {
        DENIED,
        CONFIRMED,
        FIGURE_CHANGED,
        NEW_ROOT,
        RETRACTED,
        REVERSED
    }
}
