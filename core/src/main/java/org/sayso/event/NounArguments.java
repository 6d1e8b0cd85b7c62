package org.sayso.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.EventType;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Who does what to whom by an event noun: possessives, demonyms, prepositions. Made for one sentence. */
final class NounArguments {
    private static final Set<String> NO_PARTICIPANT = WordClasses.load().named("time");
    private static final Set<String> ASSAILANTS = WordClasses.load().named("assailants");
    private static final Pattern NUMBER = Pattern.compile("(?:19|20)\\d\\d|[12]?\\d|3[01]");
    private final AnalyzedText text;
    private final Sentence sentence;

    NounArguments(AnalyzedText text, Sentence sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /** Whether the word names a time, whatever preposition it has. */
    static boolean isTime(Token t) {
        return NO_PARTICIPANT.contains(t.lemma().toLowerCase(Locale.ROOT))
                || NO_PARTICIPANT.contains(t.form().toLowerCase(Locale.ROOT))
                || t.upos() == Upos.NUM && NUMBER.matcher(t.form()).matches();
    }

    List<Token> actors(Token noun, Entry entry) {
        Set<Token> all = new LinkedHashSet<>();
        if (!entry.has("possrec")) {
            all.addAll(sentence.children(noun, "nmod:poss"));
            all.addAll(nameModifiers(noun, entry));
        }
        all.addAll(marked(noun, "by"));
        if (entry.has("from")) {
            all.addAll(marked(noun, "from"));
        }
        if (entry.has("ofactor")) {
            all.addAll(marked(noun, "of"));
        }
        all.addAll(between(noun));
        if (entry.has("recip")) {
            all.addAll(marked(noun, "with"));
            all.addAll(marked(noun, "among"));
            if (!all.isEmpty() && sentence.children(noun, "nmod:poss").isEmpty()) {
                all.addAll(occasion(noun));
            }
        }
        return participants(all);
    }

    /** "talks between the two", "talks on a ceasefire between the two". */
    private List<Token> between(Token noun) {
        List<Token> own = marked(noun, "between");
        return own.isEmpty()
                ? sentence.children(noun, "nmod").stream()
                        .flatMap(n -> marked(sentence.children(n, "nmod"), "between").stream())
                        .toList()
                : own;
    }

    /** "In a call with Xi, Putin praised the ties": whoever acts on the occasion takes part in it. */
    private List<Token> occasion(Token noun) {
        boolean on = noun.is("obl")
                && sentence.children(noun, "case").stream()
                        .anyMatch(c ->
                                Set.of("in", "during", "at").contains(c.form().toLowerCase(Locale.ROOT)));
        return on ? new Clause(sentence, sentence.token(noun.head())).agents() : List.of();
    }

    List<Token> recipients(Token noun, Entry entry) {
        Set<Token> all = new LinkedHashSet<>();
        if (entry.has("possrec")) {
            all.addAll(sentence.children(noun, "nmod:poss"));
            all.addAll(nameModifiers(noun, entry));
        }
        for (String slot : entry.recipients()) {
            if (!slot.equals("obj") && !slot.equals("noun") && all.isEmpty()) {
                all.addAll(marked(noun, slot));
            }
        }
        return participants(all);
    }

    /** The tokens that a condition of an event noun looks at. */
    List<Token> slot(Condition c, Token noun) {
        return switch (c.slot()) {
            case "mod" ->
                sentence.children(noun, "compound", "amod", "nmod", "nummod").stream()
                        .filter(t -> t.index() < noun.index())
                        .toList();
            case "poss" -> sentence.children(noun, "nmod:poss");
            case "p" -> marked(noun, c.word());
            case "inf" -> clauses(noun, "to");
            case "that" -> clauses(noun, "that");
            default -> List.of();
        };
    }

    private List<Token> clauses(Token noun, String mark) {
        return sentence.children(noun, "acl", "ccomp").stream()
                .filter(t -> !t.relation().equals("acl:relcl")
                        && sentence.children(t, "mark").stream()
                                .anyMatch(m -> m.form().toLowerCase(Locale.ROOT).equals(mark)))
                .toList();
    }

    private List<Token> participants(Set<Token> tokens) {
        List<Token> own = tokens.stream().filter(t -> !isTime(t)).toList();
        return Clause.conjuncts(sentence, own);
    }

    /** "Nepal protests" are held in Nepal, not by it. */
    private boolean isScene(Token t, Entry entry) {
        return t.is("compound")
                && entry.type().filter(EventType.PROTEST::equals).isPresent()
                && text.namesIn(t.span()).stream().anyMatch(n -> n.kind() == Name.Kind.PLACE);
    }

    /** "a gang attack", "a police raid". */
    private static boolean isAssailant(Token t, Entry entry) {
        boolean deed = entry.type()
                .filter(type -> type == EventType.ASSAULT || type == EventType.COERCE)
                .isPresent();
        return deed && t.is("compound") && ASSAILANTS.contains(t.lemma().toLowerCase(Locale.ROOT));
    }

    /** "a Taliban attack", "Russian strikes", "US aid": modifiers that name somebody. */
    private List<Token> nameModifiers(Token noun, Entry entry) {
        List<Token> found = new ArrayList<>();
        for (Token t : sentence.children(noun, "amod", "compound")) {
            boolean named = !isScene(t, entry) && !text.namesIn(t.span()).isEmpty();
            if (named || isAssailant(t, entry) || (t.upos() == Upos.PROPN && t.is("compound") && !isScene(t, entry))) {
                found.add(t);
            }
        }
        return found;
    }

    private List<Token> marked(Token noun, String preposition) {
        List<Token> own = marked(sentence.children(noun, "nmod", "obl", "acl"), preposition);
        boolean object = noun.is("obj") || noun.relation().equals("nsubj:pass");
        return own.isEmpty() && object && !preposition.equals("by")
                ? marked(sentence.children(sentence.token(noun.head()), "obl"), preposition)
                : own;
    }

    private List<Token> marked(List<Token> tokens, String preposition) {
        return tokens.stream()
                .filter(t -> !isTime(t)
                        && sentence.children(t, "case", "mark").stream()
                                .anyMatch(c -> c.form().toLowerCase(Locale.ROOT).equals(preposition)))
                .toList();
    }

    /** The words for a participant: its noun phrase without relative clauses, appositions and what is coordinated. */
    static Span phrase(Sentence sentence, Token head) {
        int first = head.index();
        int last = head.index();
        List<Token> open = new ArrayList<>(List.of(head));
        while (!open.isEmpty()) {
            Token at = open.removeLast();
            first = Math.min(first, at.index());
            last = Math.max(last, at.index());
            for (Token child : sentence.children(at)) {
                if (belongs(child, at, head)) {
                    open.add(child);
                }
            }
        }
        while (first < head.index() && (sentence.token(first).is("cc") || conjunction(sentence.token(first), head))) {
            first++;
        }
        return sentence.token(first).span().union(sentence.token(last).span());
    }

    /** "claims that officers lied": no plural has "that" for its article, whatever the parser says. */
    private static boolean conjunction(Token first, Token head) {
        return first.form().equalsIgnoreCase("that")
                && first.is("det")
                && head.xpos().startsWith("NN")
                && head.xpos().endsWith("S");
    }

    private static boolean belongs(Token child, Token at, Token head) {
        if (child.is("acl") || child.is("appos") || child.is("parataxis") || child.is("punct") || child.is("advcl")) {
            return false;
        }
        if (at.index() == head.index()
                && (child.is("conj")
                        || child.is("cc")
                        || child.is("case")
                        || child.is("cop")
                        || child.is("nsubj")
                        || child.is("mark")
                        || child.is("obl")
                        || child.is("aux")
                        || child.is("dep"))) {
            return child.form().equals("'s");
        }
        return true;
    }
}
