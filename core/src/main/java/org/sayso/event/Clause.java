package org.sayso.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * A verb and who does what to whom by it, read off the tree: passives turned round, subjects found through
 * coordination, control, raising, participles and relative clauses. Conjuncts come one by one.
 */
final class Clause {
    private static final Set<String> OF_TIMES = Set.of("on", "in", "at", "by", "until", "since", "over");
    private static final Set<String> EDGES = Set.of("end", "start", "beginning", "eve", "middle");
    private final Sentence sentence;
    private final Token verb;
    private final Subjects subjects;

    Clause(Sentence sentence, Token verb) {
        this.sentence = sentence;
        this.verb = verb;
        this.subjects = new Subjects(sentence);
    }

    Token verb() {
        return verb;
    }

    Sentence sentence() {
        return sentence;
    }

    /** Whether the clause is passive; a bare participle after its noun ("aid sent by") is. */
    boolean passive() {
        return sentence.children(verb).stream()
                        .anyMatch(t -> t.relation().equals("aux:pass")
                                || t.relation().equals("nsubj:pass")
                                || t.relation().equals("csubj:pass"))
                || (verb.xpos().equals("VBN") && bareParticiple())
                || subjects.found(verb).isPresent()
                || isHeadlines()
                || (verb.is("conj")
                        && verb.xpos().equals("VBN")
                        && sentence.children(verb, "nsubj", "aux").isEmpty()
                        && sentence.head(verb)
                                .filter(h -> h.xpos().equals("VBN"))
                                .map(h -> new Clause(sentence, h).passive())
                                .orElse(false));
    }

    /** "Army says 31 militants killed in raids". */
    private boolean isHeadlines() {
        return verb.xpos().equals("VBN")
                && (verb.is("ccomp") || verb.isRoot() || verb.is("parataxis"))
                && sentence.children(verb, "aux", "obj", "ccomp", "xcomp").isEmpty()
                && hasOwnSubject();
    }

    private boolean bareParticiple() {
        return (verb.relation().equals("acl")
                        || verb.is("advcl")
                        || verb.relation().equals("amod"))
                && sentence.children(verb, "aux", "nsubj").isEmpty()
                && !sentenceTakenForNoun();
    }

    /** "a diplomat briefed on the matter": a participle that tells who somebody is. */
    boolean describes() {
        return verb.xpos().equals("VBN") && bareParticiple();
    }

    /** "called the march a plot", "declared the strike illegal": whoever says what the object is does not do it. */
    boolean judges() {
        return sentence.children(verb, "xcomp").stream()
                .anyMatch(x -> (x.isNoun() || x.upos() == Upos.ADJ)
                        && sentence.children(verb, "obj").stream().anyMatch(o -> o.index() < x.index()));
    }

    /** Parsers may take "Qatar mediated between them" for a noun with a participle. */
    private boolean sentenceTakenForNoun() {
        Optional<Token> head = sentence.head(verb);
        return head.filter(h -> h.isRoot() && h.upos() == Upos.PROPN && h.index() + 1 == verb.index())
                        .isPresent()
                && obliques("by").isEmpty();
    }

    /** Who does it. */
    List<Token> agents() {
        if (passive()) {
            List<Token> by = obliques("by");
            return by.isEmpty() ? List.of() : by;
        }
        return withConjuncts(subjects.of(verb));
    }

    /** Whom or what it is done to: the object, of a passive the subject. */
    List<Token> objects() {
        if (passive()) {
            List<Token> own = new ArrayList<>(subjects.of(verb));
            own.addAll(sentence.children(verb, "obj"));
            return withConjuncts(own);
        }
        List<Token> own = new ArrayList<>(sentence.children(verb, "obj"));
        if (own.size() > 1 && sentence.children(verb, "iobj").isEmpty()) {
            if (setApart(own.get(0), own.get(1))) {
                own = new ArrayList<>(own.subList(0, 1));
            } else {
                own.removeFirst();
            }
        }
        if (own.isEmpty()) {
            own.addAll(sentence.children(verb, "iobj"));
        }
        if (own.isEmpty() && verb.is("acl") && verb.relation().equals("acl:relcl") && hasOwnSubject()) {
            sentence.head(verb).filter(Token::isNoun).ifPresent(own::add);
        }
        if (own.isEmpty()) {
            own.addAll(shared());
        }
        return withConjuncts(subjects.real(verb, own));
    }

    /** "beat and detained dozens of protesters": the object of two verbs side by side hangs from the second. */
    private List<Token> shared() {
        return sentence.children(verb, "conj").stream()
                .filter(c ->
                        c.isVerb() && c.index() == verb.index() + 2 && c.xpos().equals(verb.xpos()))
                .flatMap(c -> sentence.children(c, "obj").stream())
                .toList();
    }

    /** The first of two objects, whatever the parser calls it. */
    List<Token> indirect() {
        List<Token> objects = sentence.children(verb, "obj");
        List<Token> own = sentence.children(verb, "iobj");
        boolean two = objects.size() > 1 && !setApart(objects.get(0), objects.get(1));
        return withConjuncts(own.isEmpty() && two ? List.of(objects.getFirst()) : own);
    }

    /** "freed 12 people, among them two officers": what follows a comma is no second object. */
    private boolean setApart(Token object, Token other) {
        return sentence.tokens().subList(object.index(), other.index()).stream()
                .anyMatch(t -> t.form().equals(",") && !sentence.dominates(object, t));
    }

    /** Dependants with this preposition, wherever the clause hangs them: on the verb or on its object. */
    List<Token> obliques(String preposition) {
        List<Token> found = new ArrayList<>();
        for (Token t : sentence.children(verb, "obl", "nmod", "advcl", "obj", "ccomp", "xcomp")) {
            if ((marked(t, preposition) || afterParticle(t, preposition))
                    && !(OF_TIMES.contains(preposition) && time(t))) {
                found.add(t);
            }
        }
        if (found.isEmpty()) {
            objectsWherever().forEach(object -> within(object, preposition, 0, found));
        }
        return withConjuncts(found);
    }

    /** The objects, the last of several too, which a parser may hang on the verb ("launched drones and missiles at the port"). */
    private List<Token> objectsWherever() {
        List<Token> objects = new ArrayList<>(withConjuncts(sentence.children(verb, "obj")));
        if (!objects.isEmpty()) {
            sentence.children(verb, "conj").stream().filter(Token::isNoun).forEach(objects::add);
        }
        return objects;
    }

    /** "by Friday", "by the end of 1972". */
    private boolean time(Token t) {
        return NounArguments.isTime(t)
                || EDGES.contains(t.lemma())
                        && sentence.children(t, "nmod").stream().anyMatch(NounArguments::isTime);
    }

    /** "300 million dollars in aid to Cambodia": down the nouns of the object. */
    private void within(Token noun, String preposition, int depth, List<Token> found) {
        for (Token t : sentence.children(noun, "nmod")) {
            if (marked(t, preposition)) {
                found.add(t);
            } else if (depth < 2) {
                within(t, preposition, depth + 1, found);
            }
        }
    }

    /** The word before the hyphen of "test-fired". */
    Optional<Token> prefix() {
        return Subjects.prefix(sentence, verb);
    }

    /** Phrasal verbs: particles and the prepositions that the parser takes for particles. */
    boolean hasParticle(String particle) {
        boolean stranded = sentence.children(verb, "obl").stream()
                .anyMatch(t -> sentence.children(t, "case").stream()
                        .anyMatch(c -> c.lemma().equals(particle) && c.index() == verb.index() + 1));
        // "handed over 32 prisoners": parsers may take the particle for "more than"
        int next = verb.index() + 1;
        boolean adjacent = next < sentence.size()
                && !verb.lemma().equals("take")
                && sentence.token(next).lemma().equals(particle)
                && sentence.token(next).head() != verb.index()
                && sentence.children(verb, "obj").stream().anyMatch(o -> sentence.dominates(o, sentence.token(next)));
        return stranded
                || adjacent
                || sentence.children(verb).stream()
                        .anyMatch(t -> t.lemma().equals(particle)
                                && (t.is("compound")
                                        || t.is("advmod")
                                        || t.is("case")
                                        || t.is("obl")
                                        || t.is("xcomp")));
    }

    /** Infinitives and predicates it governs. */
    List<Token> complements() {
        return withConjuncts(sentence.children(verb, "xcomp", "ccomp"));
    }

    List<Token> infinitives() {
        return withConjuncts(sentence.children(verb, "xcomp"));
    }

    List<Token> contents() {
        return withConjuncts(sentence.children(verb, "ccomp"));
    }

    /** What is asked: complements with "whether", "if" or a question word. */
    List<Token> questions() {
        return contents().stream()
                .filter(c -> sentence.subtree(c).stream()
                        .anyMatch(t -> t.index() < c.index() && (t.xpos().startsWith("W") || isWhether(t))))
                .toList();
    }

    private static boolean isWhether(Token t) {
        return t.is("mark") && Set.of("whether", "if").contains(t.form().toLowerCase(Locale.ROOT));
    }

    private boolean hasOwnSubject() {
        return !sentence.children(verb, "nsubj").isEmpty();
    }

    private boolean marked(Token t, String preposition) {
        boolean infinitive = t.xpos().equals("VB") && preposition.equals("to");
        boolean clause = (t.is("ccomp") || t.is("xcomp")) && !t.xpos().equals("VBG");
        return !infinitive
                && !clause
                && sentence.children(t, "case", "mark").stream()
                        .anyMatch(c -> c.form().toLowerCase(Locale.ROOT).equals(preposition)
                                || c.lemma().equals(preposition));
    }

    /** "called on the soldiers": parsers may take the preposition for a particle of the verb. */
    private boolean afterParticle(Token t, String preposition) {
        int first = sentence.subtree(t).getFirst().index();
        return first == verb.index() + 2
                && t.index() > verb.index()
                && sentence.children(t, "case").isEmpty()
                && sentence.children(verb).stream()
                        .anyMatch(c -> c.index() == first - 1
                                && c.is("compound")
                                && c.form().toLowerCase(Locale.ROOT).equals(preposition));
    }

    private List<Token> withConjuncts(List<Token> tokens) {
        return conjuncts(sentence, tokens);
    }

    /** The tokens and all that is coordinated with them, if only as "Putin, and Trump", in order of the text. */
    static List<Token> conjuncts(Sentence sentence, List<Token> tokens) {
        Set<Token> all = new LinkedHashSet<>();
        for (Token t : tokens) {
            all.add(t);
            for (Token c : sentence.children(t, "conj")) {
                all.add(c);
                all.addAll(sentence.children(c, "conj"));
            }
            sentence.children(t, "appos").stream()
                    .filter(c -> sentence.subtree(c).getFirst().is("cc"))
                    .forEach(all::add);
        }
        return all.stream()
                .sorted((a, b) -> Integer.compare(a.index(), b.index()))
                .toList();
    }
}
