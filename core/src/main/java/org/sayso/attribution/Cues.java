package org.sayso.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.table.Table;

/** The words that attribute, found in a tree. Immutable and thread-safe. */
final class Cues {
    private static final Map<String, String> PAST = past();

    private final Map<String, List<Cue>> byHead = new LinkedHashMap<>();

    private Cues(List<Cue> cues) {
        for (Cue cue : cues) {
            byHead.computeIfAbsent(cue.lemmas().getFirst(), k -> new ArrayList<>())
                    .add(cue);
        }
        byHead.values()
                .forEach(l -> l.sort(
                        Comparator.comparingInt((Cue c) -> c.lemmas().size()).reversed()));
    }

    static Cues load() {
        return new Cues(
                Table.rows(Cues.class, "cues.tsv", 5).stream().map(Cue::of).toList());
    }

    List<Cue> all() {
        return byHead.values().stream().flatMap(List::stream).toList();
    }

    /** The longest cue whose first word this token is. */
    Optional<Cue> at(Sentence sentence, Token token) {
        Cue.Kind kind = kind(token);
        return byHead.getOrDefault(lemma(token), List.of()).stream()
                .filter(c -> c.kind() == kind && follows(sentence, token, c))
                .findFirst();
    }

    private static Cue.Kind kind(Token token) {
        return switch (token.upos()) {
            case VERB, AUX -> Cue.Kind.VERB;
            case NOUN, PROPN -> Cue.Kind.NOUN;
            case ADV -> Cue.Kind.ADVERB;
            default -> Cue.Kind.PHRASE;
        };
    }

    private static boolean follows(Sentence sentence, Token token, Cue cue) {
        for (int i = 1; i < cue.lemmas().size(); i++) {
            int at = token.index() + i;
            if (at >= sentence.size()
                    || !lemma(sentence.token(at)).equals(cue.lemmas().get(i))) {
                return false;
            }
        }
        return true;
    }

    static String lemma(Token token) {
        String lemma = token.lemma().toLowerCase(Locale.ROOT);
        if (token.upos() == Upos.AUX && lemma.equals("'s")) {
            return "be";
        }
        boolean past = token.upos() == Upos.VERB
                && lemma.endsWith("ed")
                && lemma.equals(token.form().toLowerCase(Locale.ROOT));
        return past ? PAST.getOrDefault(lemma, lemma) : lemma;
    }

    /** Quirk: where the tagger takes a past form for an infinitive ("had not commented"), the lemma is that form. */
    private static Map<String, String> past() {
        Map<String, String> past = new LinkedHashMap<>();
        List<String> verbs = new ArrayList<>(SilenceRule.VERBS.stream().sorted().toList());
        Table.rows(Cues.class, "cues.tsv", 5).stream()
                .filter(r -> r.get(1).equals("verb"))
                .map(List::getFirst)
                .forEach(verbs::add);
        for (String verb : verbs) {
            String stem = verb.endsWith("e")
                    ? verb
                    : verb.endsWith("y") ? verb.substring(0, verb.length() - 1) + "ie" : verb + "e";
            past.putIfAbsent(stem + "d", verb);
        }
        return Map.copyOf(past);
    }
}
