package org.sayso.place;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.table.Table;
import org.sayso.world.Fold;

/**
 * What the words around a name say of it: that a place is meant ("in Kyiv", "the city of Kyiv", "flew to Kyiv"), or somebody
 * with a mind ("Kyiv said", "Kyiv's demand", "talks with Kyiv"). Immutable and thread-safe.
 */
final class Cues {
    private final Set<String> mindSubjects = words("minds.tsv", "subject");
    private final Set<String> mindObjects = words("minds.tsv", "object");
    private final Set<String> mindNouns = words("minds.tsv", "noun");
    private final Set<String> scenes = words("minds.tsv", "scene");
    private final Set<String> participles = words("minds.tsv", "participle");
    private final Set<String> prepositions = words("locatives.tsv", "preposition");
    private final Set<String> placeNouns = words("locatives.tsv", "noun");
    private final Set<String> wholes = words("locatives.tsv", "whole");
    private final Set<String> motions = words("locatives.tsv", "motion");
    private final Set<String> seats = Table.rows(Cues.class, "seats.tsv", 2).stream()
            .map(r -> Fold.of(r.getFirst()))
            .collect(Collectors.toUnmodifiableSet());
    private final Set<String> parts = words("parts.tsv");
    private final Set<String> common = words("words.tsv");

    private static Set<String> words(String file, String kind) {
        return Table.rows(Cues.class, file, 3).stream()
                .filter(r -> r.get(1).equals(kind))
                .map(List::getFirst)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> words(String file) {
        return Table.rows(Cues.class, file, 2).stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether news never means a place by this word alone, although some small one is called so. */
    boolean isCommon(String name) {
        return common.contains(name);
    }

    /** Whether a name is that of a building which stands for those who work there. */
    boolean isSeat(String name) {
        return seats.contains(Fold.of(name));
    }

    /** Whether the word after a name makes it part of a longer one ("Washington Post"). */
    boolean isPart(Sentence sentence, Span span) {
        List<Token> after = after(sentence, span);
        return !after.isEmpty() && parts.contains(capitalized(after.getFirst().form()));
    }

    /** Whether a name is a piece of a person's ("Vladimir" of "Vladimir Putin"), by the tree. */
    boolean isPersonal(Sentence sentence, Span span) {
        Token head = sentence.headOf(span).orElseGet(sentence::root);
        List<Token> after = after(sentence, span);
        return !after.isEmpty()
                && after.getFirst().upos() == Upos.PROPN
                && after.getFirst().is("flat")
                && (after.getFirst().head() == head.index()
                        || head.is("flat") && after.getFirst().head() == head.head());
    }

    private static String capitalized(String form) {
        return form.equals(form.toUpperCase(Locale.ROOT)) && form.length() > 2
                ? form.charAt(0) + form.substring(1).toLowerCase(Locale.ROOT)
                : form;
    }

    /** Whether the words around say that a place is meant. */
    boolean saysPlace(Sentence sentence, Span span) {
        Token head = carrier(sentence, span);
        List<String> cases =
                sentence.children(head, "case").stream().map(Token::lemma).toList();
        if (cases.stream().anyMatch(prepositions::contains)) {
            return true;
        }
        return sentence.head(head)
                .filter(h -> (cases.contains("of") || head.is("appos")) && placeNouns.contains(h.lemma())
                        || (head.is("compound") || head.is("nmod:poss")) && wholes.contains(h.lemma())
                        || (cases.contains("to") || cases.contains("from") || head.is("obj") || head.is("nsubj:pass"))
                                && motions.contains(h.lemma()))
                .isPresent();
    }

    /** Whether the words around say that somebody is meant. */
    boolean saysMind(Sentence sentence, Span span) {
        Token head = carrier(sentence, span);
        List<Token> cases = sentence.children(head, "case");
        if (cases.stream().anyMatch(c -> c.lemma().equals("accord"))) {
            return true;
        }
        return isBeforeParticiple(sentence, span)
                || sentence.head(head)
                        .filter(h -> head.relation().equals("nsubj") && h.isVerb() && acts(sentence, h)
                                || (head.is("obj") || head.is("iobj") || head.is("nsubj:pass"))
                                        && h.isVerb()
                                        && mindObjects.contains(h.lemma())
                                || (head.is("nmod") || head.is("obl")) && mindNouns.contains(h.lemma()))
                        .isPresent();
    }

    private boolean acts(Sentence sentence, Token verb) {
        return mindSubjects.contains(verb.lemma())
                || !scenes.contains(verb.lemma())
                        && sentence.child(verb, "obj", "ccomp", "xcomp").isPresent();
    }

    private boolean isBeforeParticiple(Sentence sentence, Span span) {
        List<Token> after = after(sentence, span);
        return after.size() > 1
                && after.getFirst().form().equals("-")
                && participles.contains(after.get(1).form());
    }

    private static List<Token> after(Sentence sentence, Span span) {
        return sentence.tokens().stream()
                .filter(t -> t.span().start() >= span.end())
                .limit(2)
                .toList();
    }

    /** The head of the name, or the first of the names that it is joined to by "and": it carries preposition and role. */
    private static Token carrier(Sentence sentence, Span span) {
        Token at = sentence.headOf(span).orElseGet(sentence::root);
        for (int i = 0; i < sentence.size() && at.is("conj"); i++) {
            if (!sentence.children(at, "case").isEmpty()) {
                return at;
            }
            at = sentence.token(at.head());
        }
        return at;
    }
}
