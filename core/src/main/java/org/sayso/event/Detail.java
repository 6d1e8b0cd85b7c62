package org.sayso.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sayso.model.EventType;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** Mode and contexts, where the lexicon's entry leaves them open: {@code modes.tsv}, {@code contexts.tsv}. Immutable. */
final class Detail {
    private final Map<EventType, Map<String, String>> modeOfWord;
    private final Map<EventType, Map<EventType, String>> modeOfComplement;
    private final Map<String, String> contexts;

    private Detail(
            Map<EventType, Map<String, String>> modeOfWord,
            Map<EventType, Map<EventType, String>> modeOfComplement,
            Map<String, String> contexts) {
        this.modeOfWord = modeOfWord;
        this.modeOfComplement = modeOfComplement;
        this.contexts = contexts;
    }

    static Detail load() {
        WordClasses classes = WordClasses.load();
        Map<EventType, Map<String, String>> modeOfWord = new EnumMap<>(EventType.class);
        Map<EventType, Map<EventType, String>> modeOfComplement = new EnumMap<>(EventType.class);
        for (Row row : Row.of("modes.tsv", 4)) {
            EventType type = EventType.valueOf(row.cell(0));
            for (String word : classes.expand(row.cell(1), row.where())) {
                if (word.startsWith(":")) {
                    modeOfComplement
                            .computeIfAbsent(type, t -> new EnumMap<>(EventType.class))
                            .put(EventType.valueOf(word.substring(1)), row.cell(2));
                } else {
                    modeOfWord.computeIfAbsent(type, t -> new LinkedHashMap<>()).putIfAbsent(word, row.cell(2));
                }
            }
        }
        Map<String, String> contexts = new LinkedHashMap<>();
        for (Row row : Row.of("contexts.tsv", 3)) {
            for (String word : classes.expand(row.cell(1), row.where())) {
                contexts.putIfAbsent(word, row.cell(0));
            }
        }
        return new Detail(modeOfWord, modeOfComplement, contexts);
    }

    /** By the words of the clause (weapons), or by what is asked for, refused or threatened. */
    Optional<String> mode(Sentence sentence, Sense sense, SenseReader reader) {
        Map<EventType, String> byComplement = modeOfComplement.getOrDefault(sense.type(), Map.of());
        for (Token t : sense.absorbed()) {
            Optional<String> mode = reader.read(t).map(Sense::type).map(byComplement::get);
            if (mode.isPresent()) {
                return mode;
            }
        }
        Map<String, String> byWord = modeOfWord.getOrDefault(sense.type(), Map.of());
        if (byWord.isEmpty()) {
            return Optional.empty();
        }
        return near(sentence, sense).stream()
                .flatMap(t -> sure(t).stream())
                .map(byWord::get)
                .filter(m -> m != null)
                .findFirst();
    }

    /** Of a verb its lemma alone: "planned" is not of planes. */
    private static List<String> sure(Token t) {
        return t.isVerb() ? List.of(t.lemma().toLowerCase(Locale.ROOT)) : Lemma.of(t);
    }

    List<String> contexts(Sentence sentence, Sense sense) {
        TreeSet<String> found = new TreeSet<>();
        for (Token t : near(sentence, sense)) {
            Lemma.of(t).stream().map(contexts::get).filter(c -> c != null).forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** The event's own words: its head, what it is named by, and their dependants down to other clauses. */
    private static List<Token> near(Sentence sentence, Sense sense) {
        List<Token> all = new ArrayList<>(List.of(sense.named()));
        if (!sense.head().equals(sense.named())) {
            all.add(sense.head());
        }
        List<Token> open = new ArrayList<>(all);
        while (!open.isEmpty()) {
            Token at = open.removeFirst();
            for (Token child : sentence.children(at)) {
                boolean otherClause = child.is("ccomp")
                        || child.is("advcl")
                        || child.is("parataxis")
                        || child.relation().equals("acl:relcl")
                        || (child.is("conj") && child.isVerb());
                if (!otherClause && !all.contains(child)) {
                    all.add(child);
                    open.add(child);
                }
            }
        }
        return all;
    }
}
