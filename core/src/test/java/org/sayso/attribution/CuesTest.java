package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CuesTest {
    /** Past forms that do not begin like their lemma. */
    private static final Map<String, String> PAST = Map.of(
            "took",
            "take",
            "told",
            "tell",
            "wrote",
            "write",
            "swore",
            "swear",
            "sought",
            "seek",
            "thought",
            "think",
            "found",
            "find",
            "made",
            "make",
            "went",
            "go",
            "undertook",
            "undertake");

    @Test
    void everyCueHasAnExampleThatHoldsIt() {
        for (Cue cue : Cues.load().all()) {
            List<String> words = Arrays.stream(
                            cue.example().toLowerCase(Locale.ROOT).split("[^a-z]+"))
                    .map(w -> PAST.getOrDefault(w, w))
                    .toList();
            String head = cue.lemmas().getFirst();
            String stem = head.substring(0, Math.max(2, head.length() - 2));
            assertThat(words).as(cue.lemmas() + " in its example").anyMatch(w -> w.startsWith(stem));
        }
    }
}
