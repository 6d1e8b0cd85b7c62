package org.sayso.store;

import java.util.List;

/** Something that a search found. */
public sealed interface Hit {
    /** Words around what was found, in turn outside and inside of it; the first may be empty. */
    List<String> excerpt();

    /**
     * In the title or text of an article.
     *
     * @param publisher empty where it is not known
     * @param title the first characters of the text where there is none
     */
    record InText(String docId, String publisher, String title, List<String> excerpt) implements Hit {
        public InText {
            excerpt = List.copyOf(excerpt);
        }
    }

    /** In a claim. */
    record InClaim(String story, String claim, List<String> excerpt) implements Hit {
        public InClaim {
            excerpt = List.copyOf(excerpt);
        }
    }
}
