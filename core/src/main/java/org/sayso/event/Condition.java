package org.sayso.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.EventType;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * One condition of a frame, written {@code obj}, {@code p:against}, {@code obj=@troops,ship}, {@code inf=:AID,RETREAT},
 * {@code !obj}. Of the words after {@code =}, {@code @x} is a class of {@code words.tsv}; after {@code =:} stand event
 * types, {@code *} for any. Words in capitals stand for kinds of words: see {@link #holds}.
 *
 * @param slot subj, obj, iobj, inf, that, whether, prt, prefix (before a hyphen), mod, poss, p, arg
 * @param word the preposition or particle, where the slot has one; else empty
 * @param words lemmas, one of which the slot must hold; empty: any
 * @param types event types, one of which the slot must name; empty: any
 */
record Condition(boolean negated, String slot, String word, Set<String> words, Set<EventType> types) {
    private static final Set<String> SLOTS =
            Set.of("subj", "obj", "iobj", "inf", "that", "whether", "prt", "prefix", "mod", "poss", "p", "arg");

    static List<Condition> parse(String frame, WordClasses classes, String where) {
        List<Condition> all = new ArrayList<>();
        if (!frame.isBlank()) {
            for (String part : frame.strip().split("\\s+")) {
                all.add(one(part, classes, where));
            }
        }
        return List.copyOf(all);
    }

    private static Condition one(String part, WordClasses classes, String where) {
        boolean negated = part.startsWith("!");
        String rest = negated ? part.substring(1) : part;
        int equals = rest.indexOf('=');
        String left = equals < 0 ? rest : rest.substring(0, equals);
        String right = equals < 0 ? "" : rest.substring(equals + 1);
        int colon = left.indexOf(':');
        String slot = colon < 0 ? left : left.substring(0, colon);
        String word = colon < 0 ? "" : left.substring(colon + 1);
        if (!SLOTS.contains(slot)) {
            throw new IllegalStateException(where + ": no slot is called " + slot);
        }
        if (right.startsWith(":")) {
            return new Condition(negated, slot, word, Set.of(), types(right.substring(1), where));
        }
        Set<String> words = right.isEmpty() ? Set.of() : classes.expand(right, where);
        return new Condition(negated, slot, word, words, Set.of());
    }

    private static Set<EventType> types(String list, String where) {
        if (list.equals("*")) {
            return EnumSet.allOf(EventType.class);
        }
        EnumSet<EventType> types = EnumSet.noneOf(EventType.class);
        for (String name : list.split(",")) {
            try {
                types.add(EventType.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(where + ": no event type is called " + name, e);
            }
        }
        return types;
    }

    /**
     * Whether the word is one of {@link #words}: NAME is a proper noun or a pronoun, PERSON and PLACE are words of a name
     * of that kind, THING is a place or whatever "which" stands for, NUM is a numeral, BARE a verb in the base form, SELF a reflexive pronoun.
     */
    boolean holds(AnalyzedText text, Sentence sentence, Token t) {
        return words.stream().anyMatch(w -> switch (w) {
                    case "NAME" ->
                        t.upos() == Upos.PROPN
                                || t.upos() == Upos.PRON
                                        && !t.xpos().startsWith("W")
                                        && !t.form().endsWith("self");
                    case "PERSON" -> named(text, t, Name.Kind.PERSON);
                    case "PLACE" -> named(text, t, Name.Kind.PLACE);
                    case "THING" -> named(text, t, Name.Kind.PLACE) || whichFollows(sentence, t);
                    case "NUM" -> t.upos() == Upos.NUM;
                    case "BARE" ->
                        t.xpos().equals("VB")
                                && sentence.children(t, "aux").stream()
                                        .allMatch(a -> a.form().equals("be"));
                    case "SELF" -> t.form().endsWith("self") || t.form().endsWith("selves");
                    default -> false;
                })
                || Lemma.of(t).stream().anyMatch(words::contains);
    }

    /** "Nyala, which they captured": nobody is called "which". */
    private static boolean whichFollows(Sentence sentence, Token t) {
        return sentence.children(t, "acl").stream()
                .flatMap(clause -> sentence.children(clause, "obj", "nsubj").stream())
                .anyMatch(w -> w.form().equalsIgnoreCase("which"));
    }

    private static boolean named(AnalyzedText text, Token t, Name.Kind kind) {
        return text.namesIn(t.span()).stream().anyMatch(n -> n.kind() == kind);
    }

    /** How much it narrows: the more, the sooner its entry wins. */
    int weight() {
        if (negated) {
            return 1;
        }
        if (!words.isEmpty()) {
            return 5;
        }
        return types.isEmpty() || types.size() == EventType.values().length ? 2 : 4;
    }
}
