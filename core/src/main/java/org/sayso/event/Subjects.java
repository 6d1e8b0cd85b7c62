package org.sayso.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Finds the grammatical subject of a verb: its own, or the one that it shares by coordination, control, raising, as a
 * participle or in a relative clause. Made for one sentence.
 */
final class Subjects {
    private static final Set<String> KILLING =
            Set.of("kill", "wound", "injure", "destroy", "damage", "hit", "leave", "devastate");

    private static final Set<String> DEEDS = Set.of(
            "attack",
            "strike",
            "airstrike",
            "raid",
            "assault",
            "bombing",
            "shelling",
            "blast",
            "explosion",
            "bombardment");

    private static final int DEEPEST = 8;
    private static final Set<String> DASHES = Set.of("-", "--", "–", "—");
    private static final Set<String> OF_DEEDS = Set.of("of", "for", "from");
    private static final Set<String> SAYING =
            Set.of("say", "add", "tell", "warn", "declare", "state", "report", "deny", "accuse", "urge", "call");
    private static final Set<String> ASKING = WordClasses.load().named("asking");
    private static final Set<String> BLAMING = WordClasses.load().named("blaming");
    private final Sentence sentence;

    Subjects(Sentence sentence) {
        this.sentence = sentence;
    }

    /** The subject; of coordinated ones the first. */
    List<Token> of(Token verb) {
        return of(verb, 0);
    }

    /** "Were found" of "were found shot dead": whoever was found was shot, whatever the tree makes of the two. */
    Optional<Token> found(Token verb) {
        Optional<Token> before = verb.index() > 0 && verb.xpos().equals("VBN")
                ? Optional.of(sentence.token(verb.index() - 1))
                : Optional.empty();
        return before.filter(
                f -> f.lemma().equals("find") && sentence.child(f, "aux:pass").isPresent());
    }

    private List<Token> of(Token verb, int depth) {
        Optional<Token> found = found(verb);
        if (found.isPresent()) {
            return of(found.get(), depth + 1);
        }
        boolean existential =
                !sentence.children(verb, "expl").isEmpty() && verb.lemma().equals("be");
        List<Token> own = real(verb, nearest(sentence.children(verb, "nsubj", "csubj"))).stream()
                .map(this::afterDateline)
                .toList();
        Optional<Token> prefix = prefix(sentence, verb);
        if (own.isEmpty()) {
            own = onObject(verb);
        }
        if (own.isEmpty()) {
            own = real(verb, relativeBesideObject(verb));
        }
        if (own.isEmpty()) {
            own = beforeTheSaying(verb);
        }
        if (own.isEmpty() && prefix.isPresent()) {
            own = sentence.children(prefix.get(), "nsubj");
        }
        if (!own.isEmpty() && !existential) {
            return own;
        }
        Optional<Token> above = sentence.head(verb);
        if (depth > DEEPEST || above.isEmpty()) {
            return List.of();
        }
        Token head = above.get();
        if (isAgainst(verb)) {
            // "warned Seoul against holding drills": nobody but Seoul would
            return withoutVerb(sentence.children(head, "obj", "iobj"), verb);
        }
        List<Token> blamed = blamed(verb, head);
        if (!blamed.isEmpty()) {
            return blamed;
        }
        if (verb.is("acl")) {
            return head.isNoun() || head.upos() == Upos.PRON || head.upos() == Upos.NUM
                    ? nounAbove(verb, head, depth)
                    : List.of();
        }
        if (verb.relation().equals("amod")) {
            return List.of(head);
        }
        if (verb.is("ccomp") && !fronted(head).isEmpty()) {
            return fronted(head); // "the brigade, which prosecutors say killed six"
        }
        if (verb.is("ccomp") && finite(verb) && !existential) {
            // a parser may hang the subject on the verb above: "activists claim militants seized the arms"
            return sentence.children(head, "obj").stream()
                    .filter(o -> o.index() < verb.index() && o.index() > head.index())
                    .toList();
        }
        if (verb.is("xcomp")) {
            List<Token> objects = sentence.children(head, "obj", "iobj");
            return objects.isEmpty() ? of(head, depth + 1) : objects;
        }
        if (verb.is("advcl")
                && verb.xpos().equals("VB")
                && Lemma.of(head).stream().anyMatch(ASKING::contains)) {
            // "asked parliament next week to approve": parsers may take what is asked for a purpose
            List<Token> asked = sentence.children(head, "obj", "iobj").stream()
                    .filter(o -> o.index() > head.index() && o.index() < verb.index())
                    .toList();
            if (!asked.isEmpty()) {
                return asked;
            }
        }
        if (isTrailing(verb) && head.index() < verb.index()) {
            // "the war began when gunmen stormed the town, killing nine": whoever the clause between tells of
            Optional<Token> between = sentence.children(head, "advcl", "ccomp").stream()
                    .filter(c -> c.index() > head.index() && c.index() < verb.index())
                    .filter(c -> sentence.child(c, "nsubj").isPresent())
                    .reduce((first, second) -> second);
            if (between.isPresent()) {
                return of(between.get(), depth + 1);
            }
        }
        if (verb.is("advcl") && head.index() > verb.index()) {
            Optional<Token> said = sentence.child(head, "ccomp").filter(c -> c.index() < verb.index());
            if (said.isPresent()) {
                return of(said.get(), depth + 1);
            }
        }
        if (verb.is("conj")) {
            // "Iran and Iraq ended talks, two envoys said, but agreed to meet again": they agreed of whom it is said
            Optional<Token> told = sentence.child(head, "ccomp").filter(c -> c.index() < head.index());
            if (told.isPresent() && SAYING.contains(head.lemma()) && !SAYING.contains(verb.lemma())) {
                return of(told.get(), depth + 1);
            }
        }
        if (verb.is("conj") || verb.is("advcl") || verb.is("ccomp") || verb.is("parataxis")) {
            return of(head, depth + 1);
        }
        return List.of();
    }

    /**
     * "accused the army of shelling", "thanked Oman for mediating", "kept them from leaving": the object does it, also where
     * it stands before ("the army, which they accuse of shelling").
     */
    private List<Token> blamed(Token verb, Token head) {
        boolean gerund = verb.xpos().equals("VBG")
                && sentence.children(verb, "mark").stream().anyMatch(m -> OF_DEEDS.contains(m.lemma()));
        if (gerund && (verb.is("ccomp") || verb.is("advcl"))) {
            List<Token> fronted = fronted(head);
            return fronted.isEmpty()
                    ? sentence.children(head, "obj").stream()
                            .filter(o -> o.index() > head.index() && o.index() < verb.index())
                            .toList()
                    : fronted;
        }
        // parsers may hang the deed on whoever is blamed
        boolean blamed = gerund
                && verb.is("acl")
                && head.is("obj")
                && sentence.head(head)
                        .filter(h -> Lemma.of(h).stream().anyMatch(BLAMING::contains))
                        .isPresent();
        return blamed ? List.of(head) : List.of();
    }

    private boolean isTrailing(Token verb) {
        return verb.is("advcl")
                && verb.xpos().equals("VBG")
                && sentence.children(verb, "mark", "case").isEmpty();
    }

    private boolean isAgainst(Token verb) {
        return verb.is("advcl")
                && verb.xpos().equals("VBG")
                && sentence.children(verb, "mark").stream()
                        .anyMatch(m -> m.lemma().equals("against"));
    }

    private static List<Token> withoutVerb(List<Token> objects, Token verb) {
        return objects.stream().filter(o -> o.index() < verb.index()).toList();
    }

    /** The object of a relative clause: "which" and its noun, or "whose army" where a parser takes it for a first subject. */
    private List<Token> fronted(Token verb) {
        if (!verb.relation().equals("acl:relcl")) {
            return List.of();
        }
        List<Token> objects = sentence.children(verb, "obj").stream()
                .filter(o -> o.index() < verb.index() && isRelative(o))
                .toList();
        List<Token> subjects = sentence.children(verb, "nsubj");
        boolean whose = subjects.size() == 2
                && sentence.children(subjects.getFirst(), "nmod:poss").stream().anyMatch(Subjects::isRelative);
        return whose ? List.of(subjects.getFirst()) : real(verb, objects);
    }

    private static boolean isRelative(Token t) {
        return t.xpos().startsWith("W");
    }

    /** "KILIS, Turkey -- A court convicted": parsers may take the dateline for the subject and the subject for its apposition. */
    private Token afterDateline(Token subject) {
        return subject.index() > 3
                ? subject
                : sentence.children(subject, "appos").stream()
                        .filter(a -> {
                            int first = sentence.subtree(a).getFirst().index();
                            return first > 0
                                    && DASHES.contains(sentence.token(first - 1).form());
                        })
                        .findFirst()
                        .orElse(subject);
    }

    /** A parser may hang the subject on the object: "the two leaders had a call". */
    private List<Token> onObject(Token verb) {
        return sentence.children(verb, "obj").stream()
                .filter(o -> o.index() > verb.index())
                .flatMap(o -> sentence.children(o, "nsubj").stream())
                .filter(t -> t.index() < verb.index())
                .toList();
    }

    /** "Otieno, 22, was hit as he ran, said his brother": a parser may hang Otieno on the saying. */
    private List<Token> beforeTheSaying(Token verb) {
        return sentence.head(verb).filter(h -> verb.is("ccomp") && h.index() > verb.index()).stream()
                .flatMap(h -> sentence.children(h, "nsubj").stream())
                .filter(t -> t.index() < verb.index())
                .toList();
    }

    /** "Which a court says killed six monks": a parser may take "which" for a second object. */
    private List<Token> relativeBesideObject(Token verb) {
        List<Token> objects = sentence.children(verb, "obj");
        return objects.size() == 2
                        && isRelative(objects.getFirst())
                        && objects.getFirst().index() < verb.index()
                ? List.of(objects.getFirst())
                : List.of();
    }

    /** The word before the hyphen of "test-fired". */
    static Optional<Token> prefix(Sentence sentence, Token verb) {
        return verb.index() > 1 && sentence.token(verb.index() - 1).form().equals("-")
                ? Optional.of(sentence.token(verb.index() - 2))
                : Optional.empty();
    }

    /** A verb has one subject; of two that no "and" joins, the first belongs to a clause before it. */
    private List<Token> nearest(List<Token> subjects) {
        boolean listed = subjects.size() > 1
                && sentence.children(subjects.getLast(), "cc").stream()
                        .anyMatch(c -> c.form().equalsIgnoreCase("and"));
        return subjects.size() < 2 || listed ? subjects : List.of(subjects.getLast());
    }

    private static boolean finite(Token verb) {
        return Set.of("VBD", "VBZ", "VBP").contains(verb.xpos());
    }

    /** "a plan to attack": the infinitive's subject is whoever plans; "the man arrested": the noun itself. */
    private List<Token> nounAbove(Token verb, Token noun, int depth) {
        boolean own = verb.relation().equals("acl:relcl")
                || sentence.children(verb, "mark").isEmpty();
        if (!noun.isNoun() || (own && !verb.xpos().equals("VB"))) {
            return List.of(noun);
        }
        List<Token> holders = sentence.children(noun, "nmod:poss");
        if (!holders.isEmpty()) {
            return holders;
        }
        return sentence.head(noun)
                .filter(h -> h.isVerb() && !noun.is("nsubj"))
                .map(h -> of(h, depth + 1))
                .orElse(List.of());
    }

    /** "An attack on a hospital in Orvel that killed nine": not the hospital killed them, nor Orvel. */
    private Token deed(Token verb, Token noun) {
        boolean kills = KILLING.contains(verb.lemma())
                || sentence.children(verb, "ccomp").stream().anyMatch(c -> KILLING.contains(c.lemma()));
        Token at = noun;
        while (kills && at.is("nmod") && !at.isRoot()) {
            at = sentence.token(at.head());
            if (DEEDS.contains(at.lemma())) {
                return at;
            }
        }
        return noun;
    }

    /** A relative pronoun stands for the noun before its clause. */
    private Token antecedent(Token verb, Token subject) {
        boolean relative =
                Set.of("who", "which", "that", "whom").contains(subject.form().toLowerCase(Locale.ROOT));
        if (!relative) {
            return subject;
        }
        Token at = verb;
        for (int i = 0; i < DEEPEST; i++) {
            Optional<Token> head = sentence.head(at);
            if (head.isEmpty()) {
                return subject;
            }
            if (at.is("acl")) {
                return beforeAge(deed(verb, head.get()));
            }
            at = head.get();
        }
        return subject;
    }

    /** "Marie Joseph, 43, who fled": the tree may hang the clause on the age. */
    private Token beforeAge(Token noun) {
        return sentence.head(noun)
                .filter(name -> noun.upos() == Upos.NUM && name.upos() == Upos.PROPN && name.index() < noun.index())
                .orElse(noun);
    }

    /** Relative pronouns replaced by the nouns they stand for. */
    List<Token> real(Token verb, List<Token> tokens) {
        return tokens.stream().map(t -> antecedent(verb, t)).toList();
    }
}
