package org.sayso.event;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.sayso.model.AnalyzedText;

/**
 * Whether a text is about something else than public affairs: sport, films, household, gadgets. There the words of war are
 * figures of speech. Counts different words of the classes {@code elsewhere} and {@code affairs}; the more decide.
 */
final class Topic {
    private Topic() {}

    static boolean elsewhere(AnalyzedText text, WordClasses classes) {
        Set<String> words = text.sentences().stream()
                .flatMap(s -> s.tokens().stream())
                .flatMap(t -> Lemma.of(t).stream())
                .collect(Collectors.toSet());
        return common(words, classes.named("elsewhere")) > common(words, classes.named("affairs"));
    }

    private static long common(Collection<String> words, Collection<String> others) {
        return words.stream().filter(others::contains).count();
    }
}
