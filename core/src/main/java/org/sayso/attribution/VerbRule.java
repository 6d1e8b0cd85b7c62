package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Verbs that attribute: "X said that Y", "Y, X said", "X urged Z to Y", "X is said to Y", "X denied Y". What may stand as
 * content is the verb's frame in {@code cues.tsv}. A verb that may introduce quoted words and has no other content is left
 * open for {@link DirectSpeech}.
 */
final class VerbRule implements Rule {
    /** Of verbs whose object is the hearer, never the content. */
    private static final Set<String> HEARER =
            Set.of("tell", "inform", "assure", "remind", "notify", "brief", "convince");

    /** What can be withdrawn by him who said it; troops are withdrawn otherwise. */
    private static final Set<String> STATEMENTS =
            Set.of("statement", "assertion", "account", "remark", "figure", "toll", "article");

    private static final Set<String> NOBODY = Set.of("nobody", "none", "no-one");

    private static final Set<String> NO = Set.of("no", "neither");

    private final Cues cues;

    VerbRule(Cues cues) {
        this.cues = cues;
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (Token verb : s.tokens()) {
            if (!verb.isVerb()) {
                continue;
            }
            Optional<Cue> cue = cues.at(s, verb);
            if (cue.isPresent()
                    && cue.get().kind() == Cue.Kind.VERB
                    && !cue.get().takes("cite")) {
                draft(s, verb, cue.get()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Draft> draft(Sentence s, Token verb, Cue cue) {
        Optional<Token> subject = isBesideAccused(s, verb, cue) ? Clauses.agent(s, verb) : Clauses.subject(s, verb);
        List<Span> source = subject.map(n -> Clauses.nounPhrase(s, n, verb)).orElse(List.of());
        List<Span> content = content(s, verb, cue, subject);
        Span words = Clauses.cue(s, verb, cue.lemmas().size());
        content = content.stream().filter(c -> !c.overlaps(words)).toList();
        boolean quotes = cue.takes("quote");
        boolean neverAsked =
                (cue.stance() == Stance.REQUESTS || cue.stance() == Stance.PROMISES || cue.stance() == Stance.DECLINES)
                        && subject.filter(n -> isNobody(s, n)).isPresent();
        if (neverAsked || content.isEmpty() && (!quotes || source.isEmpty()) && !cue.takes("inf")) {
            return Optional.empty();
        }
        String rule = "rule:" + String.join("-", cue.lemmas());
        boolean unnamed = source.isEmpty() && !Clauses.passive(s, verb);
        double sure = unnamed ? 0 : cue.takes("weak") || source.isEmpty() ? Draft.WEAK : 0.6;
        Draft draft = Draft.of(source, List.of(words), content, rule, sure);
        return Optional.of(quotes ? draft.takingQuotes() : draft);
    }

    /** "The group, accused by Kyiv of shelling the port, …". */
    private static boolean isBesideAccused(Sentence s, Token verb, Cue cue) {
        boolean participle = (verb.relation().equals("acl") || verb.is("advcl"))
                && verb.xpos().equals("VBN");
        return participle && cue.takes("acc") && Clauses.agent(s, verb).isPresent();
    }

    /** "Nobody", "neither side". */
    private static boolean isNobody(Sentence s, Token subject) {
        return NOBODY.contains(Cues.lemma(subject))
                || s.children(subject, "det").stream().anyMatch(d -> NO.contains(Cues.lemma(d)));
    }

    private static List<Span> content(Sentence s, Token verb, Cue cue, Optional<Token> subject) {
        List<Token> without = new ArrayList<>();
        subject.ifPresent(n -> without.addAll(n.index() == verb.index() ? List.of() : s.subtree(n)));
        Optional<Span> clause = clause(s, verb, cue);
        if (clause.isPresent()) {
            return passiveSubject(
                    s, verb, Pieces.subtree(s, s.headOf(clause.get()).orElseThrow(), List.of()));
        }
        List<Span> around = around(s, verb, cue);
        if (!around.isEmpty()) {
            return around;
        }
        Optional<Token> object = s.child(verb, "obj", "nsubj:pass")
                .filter(o -> !o.xpos().startsWith("W"))
                .or(() -> bareNoun(s, verb, cue));
        if (object.isEmpty() && cue.takes("np") && verb.is("acl:relcl") && subject.isPresent() && !verb.isRoot()) {
            return antecedent(s, verb, subject.get());
        }
        boolean whichIsAccused = object.isEmpty() && cue.takes("acc") && verb.is("acl:relcl");
        if (whichIsAccused || isBesideAccused(s, verb, cue)) {
            return Pieces.of(s, charges(s, verb, cue));
        }
        if (cue.takes("account")) {
            return object.filter(o -> Stances.REPORTS.contains(Cues.lemma(o)) || STATEMENTS.contains(Cues.lemma(o)))
                    .map(o -> Pieces.subtree(s, o, without))
                    .orElse(List.of());
        }
        if (object.isPresent() && (cue.takes("as") || cue.takes("acc"))) {
            return judged(s, verb, object.get(), cue);
        }
        if (object.isPresent() && cue.takes("np") && !HEARER.contains(Cues.lemma(verb))) {
            return Pieces.subtree(s, object.get(), without);
        }
        return prepositional(s, verb, cue);
    }

    /** The object, where a tree calls it something else: a noun behind the verb without a preposition. */
    private static Optional<Token> bareNoun(Sentence s, Token verb, Cue cue) {
        boolean wanted = cue.takes("np") && !cue.takes("weak");
        return !wanted
                ? Optional.empty()
                : s.children(verb, "xcomp", "obl").stream()
                        .filter(t -> t.isNoun() && t.index() > verb.index() && !t.is("obl:unmarked"))
                        .filter(t -> s.child(t, "case", "mark", "cop").isEmpty())
                        .findFirst();
    }

    /** "a figure that Israel disputes": what is disputed stands before. */
    private static List<Span> antecedent(Sentence s, Token verb, Token subject) {
        Token noun = s.token(verb.head());
        boolean other = subject.index() < verb.index() && !subject.xpos().startsWith("W");
        return other ? Pieces.subtree(s, noun, s.subtree(verb)) : List.of();
    }

    /** "said that Y", "vowed to Y", "denied doing Y", "Y, X said" with Y below the verb. */
    private static Optional<Span> clause(Sentence s, Token verb, Cue cue) {
        if (cue.takes("clause") || cue.takes("quote")) {
            for (Token t : s.children(verb, "ccomp", "csubj")) {
                return Optional.of(t.span());
            }
            for (Token t : s.children(verb, "parataxis")) {
                if (s.child(t, "nsubj", "expl").isPresent() && t.index() > verb.index()) {
                    return Optional.of(t.span());
                }
            }
        }
        for (Token t : s.children(verb, "xcomp", "ccomp", "advcl")) {
            boolean infinitive =
                    s.children(t, "mark").stream().anyMatch(m -> Cues.lemma(m).equals("to"));
            boolean wanted = cue.takes("inf") && infinitive && !t.is("advcl")
                    || cue.takes("clause") && Clauses.passive(s, verb) && infinitive
                    || cue.takes("np") && t.is("xcomp") && t.xpos().equals("VBG")
                    || infinitive && t.is("xcomp") && HEARER.contains(Cues.lemma(verb))
                    || cue.takes("clause")
                            && s.children(t, "mark").stream()
                                    .anyMatch(m -> Set.of("that", "whether").contains(Cues.lemma(m)));
            if (wanted) {
                return Optional.of(t.span());
            }
        }
        return Optional.empty();
    }

    /** Of "the ship is said to have sunk" the ship belongs to what is said. */
    private static List<Span> passiveSubject(Sentence s, Token verb, List<Span> clause) {
        Optional<Token> subject = s.child(verb, "nsubj:pass");
        boolean hearer =
                HEARER.contains(Cues.lemma(verb)) || s.child(verb, "ccomp").isPresent();
        if (subject.isEmpty() || hearer) {
            return clause;
        }
        List<Span> all = new ArrayList<>(Pieces.subtree(s, subject.get(), List.of()));
        all.addAll(clause);
        return Pieces.merged(all);
    }

    /** "Y, X said, Y", "Y, as X said": the verb hangs from what is said; not in "Y, as X reported Z", which says Z. */
    private static List<Span> around(Sentence s, Token verb, Cue cue) {
        boolean another = cue.takes("np")
                && !HEARER.contains(Cues.lemma(verb))
                && s.child(verb, "obj").isPresent();
        boolean as = verb.is("advcl") && Clauses.hasCase(s, verb, "as") && !another;
        if (verb.isRoot() || !(verb.is("parataxis") || as) || !(cue.takes("clause") || cue.takes("quote"))) {
            return List.of();
        }
        Token top = s.token(verb.head());
        List<Token> mine = s.subtree(verb);
        boolean before = top.index() < verb.index() || as;
        return before || mine.getLast().index() < s.size() - 2 ? Pieces.subtree(s, top, mine) : List.of();
    }

    /** "called X a Y", "accused X of Y": both. */
    private static List<Span> judged(Sentence s, Token verb, Token object, Cue cue) {
        List<Token> words = new ArrayList<>(s.subtree(object));
        List<Token> charges = charges(s, verb, cue);
        words.addAll(charges);
        return !charges.isEmpty() || cue.takes("np") ? Pieces.of(s, words) : List.of();
    }

    /** What somebody is called or accused of. */
    private static List<Token> charges(Sentence s, Token verb, Cue cue) {
        List<Token> words = new ArrayList<>();
        for (Token t : s.children(verb, "xcomp", "obl", "advcl", "ccomp")) {
            boolean linked = t.is("xcomp") && !cue.takes("acc")
                    || cue.takes("as") && Clauses.hasCase(s, t, "as")
                    || cue.takes("acc") && (Clauses.hasCase(s, t, "of") || Clauses.hasCase(s, t, "for"));
            if (linked) {
                words.addAll(s.subtree(t));
            }
        }
        return words;
    }

    private static List<Span> prepositional(Sentence s, Token verb, Cue cue) {
        for (String preposition : cue.prepositions()) {
            for (Token t : s.children(verb, "obl", "advcl", "obj")) {
                if (Clauses.hasCase(s, t, preposition)
                        || t.is("obj") && cue.lemmas().contains(preposition)) {
                    List<Token> words = new ArrayList<>(s.subtree(t));
                    s.children(verb, "xcomp").forEach(x -> words.addAll(s.subtree(x)));
                    words.removeIf(w -> w.head() == t.index()
                            && w.index() < t.index()
                            && w.upos() == Upos.ADP
                            && !preposition.equals("against")
                            && Cues.lemma(w).equals(preposition));
                    return Pieces.of(s, words);
                }
            }
        }
        return List.of();
    }
}
