package org.sayso.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** How a toponym hangs in its sentence: whether the words around it say that something happens there. */
final class Whereabouts {
    private static final Set<String> THERE = Set.of(
            "in",
            "at",
            "near",
            "inside",
            "outside",
            "within",
            "across",
            "over",
            "around",
            "on",
            "off",
            "along",
            "above",
            "throughout",
            "beside",
            "beyond",
            "between",
            "under");
    private static final Set<String> THITHER =
            Set.of("to", "into", "toward", "towards", "from", "through", "onto", "against");

    /** "Drones launched from Nyala" struck somewhere else. */
    private static final Set<String> SENDING = Set.of("launch", "fire");

    /** Relations by which a toponym is part of a larger name or list: what counts is where that stands. */
    private static final String[] PART = {"compound", "flat", "appos", "conj", "amod"};

    private static final Set<String> SETTLEMENTS = Set.of(
            "town",
            "city",
            "village",
            "port",
            "district",
            "province",
            "region",
            "island",
            "area",
            "camp",
            "suburb",
            "hamlet");

    private Whereabouts() {}

    /**
     * @return 0 where the trigger's own clause says that it happened there ("arrested him in Minsk"), 1 where something in
     *     the clause is there ("three men in Minsk"), empty where the place only describes ("spying for Minsk")
     */
    static Optional<Integer> of(Sentence sentence, Span trigger, Span place) {
        Optional<Token> head = sentence.headOf(place);
        Optional<Token> event = sentence.headOf(trigger);
        if (head.isEmpty() || event.isEmpty()) {
            return Optional.empty();
        }
        Token top = head.get();
        String preposition = preposition(sentence, top);
        while (preposition.isEmpty() && isPart(top) || isOfSettlement(sentence, top, preposition)) {
            top = sentence.token(top.head());
            preposition = preposition(sentence, top);
        }
        boolean own = !top.isRoot() && top.head() == event.get().index();
        boolean source =
                preposition.equals("from") && SENDING.contains(event.get().lemma());
        if (source) {
            return Optional.empty();
        }
        if (own && (THERE.contains(preposition) || THITHER.contains(preposition))) {
            return Optional.of(0);
        }
        boolean within = THERE.contains(preposition)
                && !sentence.dominates(top, event.get())
                && !ofAnother(sentence, event.get(), top)
                && !inAnotherClause(sentence, event.get(), top);
        return within ? Optional.of(1) : Optional.empty();
    }

    /** "the town of Kenscoff". */
    private static boolean isOfSettlement(Sentence sentence, Token name, String preposition) {
        return name.is("nmod")
                && preposition.equals("of")
                && SETTLEMENTS.contains(sentence.token(name.head()).lemma());
    }

    /** "attacked the town of Kenscoff": the place is what the deed was done to, by another name. */
    static boolean isTarget(Sentence sentence, Span trigger, Span place) {
        Optional<Token> kind = sentence.headOf(place)
                .filter(t -> isOfSettlement(sentence, t, preposition(sentence, t)))
                .flatMap(sentence::head);
        return kind.filter(t -> (t.is("obj") || t.is("nsubj:pass"))
                        && sentence.headOf(trigger)
                                .filter(event -> event.index() == t.head())
                                .isPresent())
                .isPresent();
    }

    /** "killed two near the border, while Kabul accused it of bombing a house in Khost": a clause with a subject of its own. */
    private static boolean inAnotherClause(Sentence sentence, Token event, Token place) {
        return sentence.ancestors(place).stream()
                .takeWhile(a -> a.index() != event.index())
                .anyMatch(a -> a.isVerb()
                        && (a.is("advcl") || a.is("conj") || a.is("parataxis"))
                        && sentence.child(a, "nsubj").isPresent()
                        && sentence.dominates(event, a));
    }

    /**
     * "released two officers who were abducted in Arauca", "who was shot at her home in Manta": another deed's place; those "who
     * were sheltering in" it are there.
     */
    private static boolean ofAnother(Sentence sentence, Token event, Token place) {
        return sentence.ancestors(place).stream()
                .filter(Token::isVerb)
                .findFirst()
                .filter(v -> v.relation().equals("acl:relcl")
                        && (v.xpos().equals("VBD") || v.xpos().equals("VBN"))
                        && sentence.dominates(event, v))
                .isPresent();
    }

    private static boolean isPart(Token token) {
        return !token.isRoot() && List.of(PART).stream().anyMatch(token::is);
    }

    private static String preposition(Sentence sentence, Token noun) {
        return sentence.child(noun, "case")
                .map(t -> t.form().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
