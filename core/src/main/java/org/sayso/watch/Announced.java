package org.sayso.watch;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.Article;

/**
 * Whether a page holds what its feed announced. A wall (consent to cookies, login, "checking your browser") or an error page that
 * comes with a good status is told by this: it says nothing of the headline.
 */
final class Announced {
    /** Words shorter than this say little in any language. */
    private static final int WORD = 4;
    /** Of fewer words nothing can be told. */
    private static final int FEWEST = 3;

    /** An article holds nearly all words of its headline, a wall hardly one. */
    private static final double SHARE = 0.25;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Announced() {}

    /** @param headline as the feed gives it */
    static boolean by(Optional<String> headline, Article article) {
        String announced = headline.orElse("");
        return words(announced).size() < FEWEST
                || shared(announced, article.title().orElse("") + " " + article.text()) >= SHARE;
    }

    /** The share of the words of one text that stand in another: 0 to 1. */
    static double shared(String text, String other) {
        Set<String> words = words(text);
        Set<String> there = words(other);
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(there::contains).count() / words.size();
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_LETTERS.split(plain))
                .filter(w -> w.length() >= WORD)
                .collect(Collectors.toSet());
    }
}
