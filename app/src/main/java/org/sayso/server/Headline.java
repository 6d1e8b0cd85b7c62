package org.sayso.server;

import org.sayso.model.Article;

/** What a report is called in lists. */
final class Headline {
    private static final int LENGTH = 90;

    private Headline() {}

    /** Its title, else how it begins. */
    static String of(Article article) {
        return article.title().orElseGet(() -> beginning(article.text().strip()));
    }

    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        if (line.length() <= LENGTH) {
            return line;
        }
        int cut = line.lastIndexOf(' ', LENGTH);
        return line.substring(0, cut > LENGTH / 2 ? cut : LENGTH) + " …";
    }
}
