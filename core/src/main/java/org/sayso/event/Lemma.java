package org.sayso.event;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** The lemmas that a token may have: the analyzer's own, and what it may have missed. Immutable. */
final class Lemma {
    private static final Map<String, String> IRREGULAR = irregular();

    private Lemma() {}

    /**
     * Likeliest first. Quirk: lemmas of words that the analyzer does not know may lack their last letter or have one too
     * many ("blam", "boycot", "expell"), keep a plural ("troops") or an ending ("protested"), or keep a rare past form ("swore").
     */
    static List<String> of(Token token) {
        String form = token.form().toLowerCase(Locale.ROOT);
        String lemma = token.lemma().toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR.getOrDefault(form, lemma);
        char last = lemma.charAt(lemma.length() - 1);
        String shorter = lemma.length() > 2 ? lemma.substring(0, lemma.length() - 1) : lemma;
        boolean verb = token.isVerb();
        Set<String> all = new LinkedHashSet<>();
        all.add(irregular);
        all.add(lemma);
        if (verb) {
            all.add(lemma + "e");
            all.add(lemma + last);
            if (shorter.endsWith(String.valueOf(last))) {
                all.add(shorter); // of a doubled letter
            }
            all.add(cut(lemma, "s", ""));
            all.add(cut(lemma, "ed", ""));
            all.add(cut(lemma, "d", ""));
        } else {
            all.add(cut(lemma, "ies", "y"));
            all.add(cut(lemma, "s", ""));
        }
        return List.copyOf(all);
    }

    /** The whole of "cease-fire" for its last word: hyphens part tokens. Empty where there is no hyphen before it. */
    static List<String> hyphenated(Sentence sentence, Token token) {
        return Subjects.prefix(sentence, token)
                .map(first -> of(token).stream()
                        .map(last -> first.form().toLowerCase(Locale.ROOT) + "-" + last)
                        .toList())
                .orElse(List.of());
    }

    private static String cut(String word, String ending, String with) {
        boolean cuts = word.endsWith(ending) && word.length() > ending.length() + 2 && !word.endsWith("ss");
        return cuts ? word.substring(0, word.length() - ending.length()) + with : word;
    }

    private static Map<String, String> irregular() {
        Map<String, String> map = new HashMap<>();
        for (Row row : Row.of("irregular.tsv", 2)) {
            for (String form : row.list(1)) {
                map.put(form, row.cell(0));
            }
        }
        return Map.copyOf(map);
    }
}
