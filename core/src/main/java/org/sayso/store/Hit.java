package org.sayso.store;

/** Something that a search found. */
public sealed interface Hit {
    /** A piece of text around the words that were found, those between {@code [} and {@code ]}. */
    String excerpt();

    /** In the title or text of an article. */
    record InText(String docId, String title, String excerpt) implements Hit {}

    /** In a claim. */
    record InClaim(String story, String claim, String excerpt) implements Hit {}
}
