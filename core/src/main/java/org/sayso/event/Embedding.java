package org.sayso.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** What a word does to the event in its care: {@code embed.tsv} and {@code hedges.tsv}. Immutable. */
final class Embedding {
    /** How a word presents the event that hangs from it. */
    enum Effect {
        /** It happened, whatever else ("managed to", "regretted that"). */
        HAPPENED,
        /** It did not ("failed to", "avoided"). */
        NEGATED,
        /** Somebody says it is not so ("denied"). */
        DENIED,
        ONGOING,
        PLANNED,
        REQUESTED,
        HYPOTHETICAL,
        PROBABLE,
        POSSIBLE
    }

    private record Key(String lemma, String complement) {}

    private final Map<Key, Effect> embedders;
    private final Map<String, Effect> hedges;

    private Embedding(Map<Key, Effect> embedders, Map<String, Effect> hedges) {
        this.embedders = embedders;
        this.hedges = hedges;
    }

    static Embedding load() {
        WordClasses classes = WordClasses.load();
        Map<Key, Effect> embedders = new HashMap<>();
        for (Row row : Row.of("embed.tsv", 4)) {
            Effect effect = Effect.valueOf(row.cell(2));
            Set<String> lemmas = classes.expand(row.cell(0), row.where());
            for (String lemma : lemmas) {
                for (String complement : row.list(1)) {
                    embedders.putIfAbsent(new Key(lemma, complement), effect);
                }
            }
        }
        Map<String, Effect> hedges = new HashMap<>();
        for (Row row : Row.of("hedges.tsv", 3)) {
            for (String word : classes.expand(row.cell(0), row.where())) {
                hedges.put(word, Effect.valueOf(row.cell(1)));
            }
        }
        return new Embedding(embedders, hedges);
    }

    /** @param complements the names that the dependant's place may go by, the most telling first */
    Optional<Effect> of(String lemma, List<String> complements) {
        return complements.stream()
                .map(c -> embedders.get(new Key(lemma, c)))
                .filter(e -> e != null)
                .findFirst();
    }

    Optional<Effect> hedge(String lemma) {
        return Optional.ofNullable(hedges.get(lemma));
    }

    /** "called the king to thank him"; not "called on the king to resign", nor "called for the king to resign". */
    private static boolean calls(Sentence sentence, Token verb) {
        return !sentence.children(verb, "obj").isEmpty()
                && sentence.children(verb, "compound").isEmpty()
                && sentence.children(verb, "obl").stream()
                        .flatMap(o -> sentence.children(o, "case").stream())
                        .noneMatch(c -> c.lemma().equals("on") && c.index() == verb.index() + 1);
    }

    /** "had to", "was able to"; not "would have been able to". */
    private static boolean past(Sentence sentence, Token t) {
        return t.xpos().equals("VBD") && sentence.children(t, "aux").isEmpty()
                || sentence.children(t, "cop").stream().anyMatch(c -> c.xpos().equals("VBD"));
    }

    /**
     * The names that a dependant's place may go by in {@code embed.tsv}.
     *
     * @param report whether the dependant is not the event itself, but tells of it
     */
    static List<String> places(Sentence sentence, Token at, boolean report) {
        List<String> names = new ArrayList<>();
        boolean to = sentence.children(at, "mark", "aux").stream()
                .anyMatch(t -> t.form().equalsIgnoreCase("to"));
        for (Token c : sentence.children(at, "case", "mark")) {
            names.add("p:" + c.form().toLowerCase(Locale.ROOT));
        }
        if (at.is("xcomp") || (at.is("acl") && to) || (at.is("advcl") && to) || (at.is("ccomp") && to)) {
            if (sentence.head(at).filter(h -> past(sentence, h)).isPresent()) {
                names.add("inf:past");
            }
            if (at.is("advcl")
                    && sentence.head(at).filter(h -> calls(sentence, h)).isPresent()) {
                names.add("purpose");
            }
            names.add("inf");
        }
        if (at.is("xcomp") && at.xpos().equals("VBG")) {
            names.add("ing");
        }
        if (at.is("ccomp") || at.is("csubj") || at.is("acl") && !to) {
            names.add("that");
        }
        if (at.is("obj") || at.relation().equals("nsubj:pass")) {
            names.add("obj");
            names.add("light");
        } else if (at.is("nsubj")) {
            if (report) {
                names.add("report");
            }
            names.add("subj");
        }
        if (at.is("compound")) {
            names.add("mod");
        }
        return names;
    }
}
