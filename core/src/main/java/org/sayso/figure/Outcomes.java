package org.sayso.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sayso.figure.Lexicon.Cue;
import org.sayso.figure.Lexicon.Kind;
import org.sayso.figure.Lexicon.Role;
import org.sayso.model.Figure.Measure;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** What became of what an amount counts: read from the words around it in the tree. One sentence at a time. */
final class Outcomes {
    private static final int DEEPEST = 4;
    private static final Set<String> MEMBERSHIP = Set.of("including", "include", "among", "amongst");

    private final Lexicon lexicon;
    private final Sentence sentence;

    Outcomes(Lexicon lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    /**
     * @param kind of what is counted, where known
     * @return empty where nothing tells
     */
    Optional<Measure> of(Token argument, Optional<Kind> kind) {
        return of(argument, kind, 0);
    }

    private Optional<Measure> of(Token argument, Optional<Kind> kind, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<Measure> next = depth == 0 && isNumber(argument) ? predicate(argument, kind) : Optional.empty();
        if (next.isPresent()) {
            return next;
        }
        Optional<Measure> itself = argument.is("conj") && !isNumber(argument) ? nominal(argument) : Optional.empty();
        if (itself.isPresent()) {
            return itself; // "44 deaths and 81 injuries"
        }
        Optional<Measure> governed = governed(argument, kind, depth);
        if (governed.filter(m -> m == Measure.OTHER || m == Measure.KILLED).isPresent()) {
            return own(argument, kind).filter(m -> isNumber(argument)).or(() -> governed);
        }
        return own(argument, kind).or(() -> governed).or(() -> beside(argument, kind));
    }

    /** "and 11 were wounded": the passive right after a bare number, whatever the tree hangs the number on. */
    private Optional<Measure> predicate(Token number, Optional<Kind> kind) {
        int at = number.index() + 1;
        boolean passive = false;
        while (at < sentence.size()
                && (sentence.token(at).upos() == Upos.AUX || sentence.token(at).upos() == Upos.ADV)) {
            passive |= sentence.token(at).lemma().equals("be");
            at++;
        }
        if (!passive || at == sentence.size()) {
            return Optional.empty();
        }
        Token participle = sentence.token(at);
        return participle.xpos().equals("VBN") || participle.upos() == Upos.ADJ
                ? adjective(participle).or(() -> verb(participle, false, kind))
                : Optional.empty();
    }

    /** Of what a number counts that stands elsewhere ("the number of people killed"): its own words tell. */
    Optional<Measure> ofTallied(Token noun, Optional<Kind> kind) {
        return own(noun, kind.or(() -> Optional.of(Kind.UNKNOWN))).or(() -> weak(noun));
    }

    private static boolean isNumber(Token token) {
        return token.upos() == Upos.NUM || token.xpos().equals("CD");
    }

    /** Of a whole that an amount is a part of, its own modifiers tell; not what became of the part. */
    Optional<Measure> ofWhole(Token argument, Optional<Kind> kind) {
        return own(argument, kind);
    }

    /** The word right after: "40 injured", whatever the tree makes of it. */
    private Optional<Measure> beside(Token argument, Optional<Kind> kind) {
        if (argument.index() + 1 >= sentence.size()) {
            return Optional.empty();
        }
        Token next = sentence.token(argument.index() + 1);
        boolean passive = isParticiple(next) && sentence.child(next, "obj").isEmpty();
        return passive || next.upos() == Upos.ADJ
                ? adjective(next).or(() -> verb(next, false, kind))
                : Optional.empty();
    }

    /** By the noun itself or what modifies it: "deaths", "wounded soldiers", "people killed". */
    private Optional<Measure> own(Token argument, Optional<Kind> kind) {
        Optional<Measure> itself = isNumber(argument) ? beside(argument, kind) : nominal(argument);
        if (itself.isPresent()) {
            return itself;
        }
        for (Token child : sentence.children(argument)) {
            Optional<Measure> state = child.is("nmod") ? inState(child) : Optional.empty();
            if (state.isPresent()) {
                return state; // "a man in custody"
            }
            boolean modifies = child.is("amod") || child.is("acl") || child.is("compound") || child.is("dep");
            if (!modifies || isOfAnother(child)) {
                continue;
            }
            Optional<Measure> found = adjective(child)
                    .or(() -> participle(child, kind))
                    .or(() -> child.relation().equals("acl:relcl") ? relative(child, kind) : Optional.empty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "Whose son was kidnapped." */
    private boolean isOfAnother(Token clause) {
        return clause.relation().equals("acl:relcl")
                && sentence.subtree(clause).stream().anyMatch(t -> t.xpos().equals("WP$"));
    }

    private Optional<Measure> nominal(Token token) {
        return any("NOUN", token)
                .or(() -> token.isNoun() || token.upos() == Upos.ADJ || isParticiple(token)
                        ? adjective(token)
                        : Optional.empty());
    }

    private Optional<Measure> adjective(Token token) {
        return any("ADJ", token);
    }

    private Optional<Measure> any(String kind, Token token) {
        return forms(token).stream()
                .flatMap(f -> lexicon.cues(kind, f).stream())
                .filter(c -> c.role() == Role.ANY)
                .map(Cue::measure)
                .findFirst();
    }

    private static List<String> forms(Token token) {
        return List.of(token.lemma(), token.form().toLowerCase(Locale.ROOT));
    }

    private Optional<Measure> participle(Token token, Optional<Kind> kind) {
        if (isParticiple(token)) {
            return verb(token, false, kind);
        }
        return token.xpos().equals("VBG") ? verb(token, true, kind) : Optional.empty();
    }

    private boolean isParticiple(Token token) {
        boolean bare = token.xpos().equals("VBD")
                && token.is("acl")
                && sentence.child(token, "nsubj").isEmpty();
        return token.xpos().equals("VBN") || bare;
    }

    private Optional<Measure> relative(Token verb, Optional<Kind> kind) {
        boolean passive = sentence.child(verb, "nsubj:pass").isPresent()
                || sentence.child(verb, "aux:pass").isPresent()
                || sentence.child(verb, "nsubj").filter(s -> !isRelative(s)).isPresent();
        return verb(verb, !passive, kind).or(() -> adjective(verb));
    }

    private static boolean isRelative(Token token) {
        return token.xpos().equals("WP")
                || token.xpos().equals("WDT")
                || token.lemma().equals("that");
    }

    /** By the place of the noun under its head. */
    private Optional<Measure> governed(Token argument, Optional<Kind> kind, int depth) {
        Optional<Token> above = sentence.head(argument);
        if (above.isEmpty()) {
            return risen(argument, argument);
        }
        Token head = above.get();
        if (argument.is("conj") && !head.isVerb()) {
            return of(head, kind, depth + 1);
        }
        if (isCompanion(argument)) {
            return sharedWith(head, kind, depth);
        }
        if (argument.is("conj")) {
            return besideVerb(argument, head, kind);
        }
        if (argument.is("obj") || argument.is("iobj") || argument.is("nsubj:pass")) {
            return complement(head)
                    .or(() -> verb(head, false, kind))
                    .or(() -> argument.is("nsubj:pass") ? adjective(head) : Optional.empty())
                    .or(() -> listed(head))
                    .or(() -> state(head))
                    .or(() -> risen(head, argument));
        }
        if (argument.is("nsubj")) {
            boolean passive = isParticiple(head) && !isActive(head);
            Optional<Measure> state = sentence.child(head, "obj").isPresent()
                    ? Optional.empty()
                    : adjective(head).or(() -> inState(head));
            return state.or(() -> complement(head))
                    .or(() -> verb(head, !passive, kind))
                    .or(() -> passive || lexicon.isToll("STAY", head.lemma()) ? state(head) : Optional.empty())
                    .or(() -> risen(head, argument));
        }
        if (isMember(argument)) {
            return head.isVerb()
                    ? verb(head, false, kind).or(() -> risen(head, argument)).or(() -> sharedWith(head, kind, depth))
                    : lexicon.isToll("TOLL", head.lemma())
                            ? Optional.of(Measure.KILLED)
                            : of(head, kind, depth + 1).or(() -> ofOccasion(head, kind, depth));
        }
        boolean toll = lexicon.isToll("TOLL", head.lemma());
        boolean of = sentence.child(argument, "case")
                .filter(c -> c.lemma().equals("of"))
                .isPresent();
        if (argument.is("nmod") && (toll || of)) {
            return ofNoun(head, kind, depth);
        }
        if (argument.is("appos") || argument.is("dep") || argument.is("list")) {
            return head.isVerb() ? verb(head, false, kind) : of(head, kind, depth + 1);
        }
        return risen(head, argument);
    }

    /** "along with two bodyguards", "as well as three policemen": what became of those before became of them too. */
    private boolean isCompanion(Token argument) {
        int first =
                sentence.subtree(argument).stream().mapToInt(Token::index).min().orElse(argument.index());
        return lexicon.isCompany(following(first)) || lexicon.isCompany(following(first - 1));
    }

    /** The next words, as many as the longest phrase of company has. */
    private String following(int from) {
        return sentence.tokens().stream()
                .filter(t -> t.index() >= Math.max(0, from))
                .limit(3)
                .map(t -> t.form().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Joined by the tree to another clause's verb: the verb right after it tells ("and 13 were wounded"), or right before. */
    private Optional<Measure> besideVerb(Token argument, Token head, Optional<Kind> kind) {
        int next = argument.index() + 1;
        while (next < sentence.size()
                && (sentence.token(next).upos() == Upos.AUX
                        || sentence.token(next).upos() == Upos.ADV)) {
            next++;
        }
        if (next < sentence.size() && sentence.token(next).isVerb()) {
            Token verb = sentence.token(next);
            return verb(verb, !isParticiple(verb) || isActive(verb), kind);
        }
        for (int i = argument.index() - 1; i > head.index(); i--) {
            Token before = sentence.token(i);
            if (before.isVerb()) {
                return verb(before, false, kind);
            }
            if (before.head() != argument.index()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** "bringing the total to 1,300": a count that says nothing of what it counts. */
    boolean isBareTotal(Token argument) {
        return sentence.head(argument)
                .filter(h ->
                        lexicon.isToll("RISE", h.lemma()) && risen(h, argument).isEmpty())
                .filter(h -> sentence.children(h, "nsubj", "obj").stream()
                        .anyMatch(t -> t.index() != argument.index() && lexicon.isToll("COUNT", t.lemma())))
                .isPresent();
    }

    private Optional<Measure> sharedWith(Token head, Optional<Kind> kind, int depth) {
        if (!head.isVerb()) {
            return of(head, kind, depth + 1);
        }
        Optional<Token> other = sentence.child(head, "obj")
                .or(() -> sentence.child(head, "nsubj:pass"))
                .or(() -> sentence.child(head, "nsubj"));
        return other.flatMap(o -> governed(o, kind, depth + 1));
    }

    /** "Six people died in the raid, including a girl": hung on the raid, she is one of those who died in it. */
    private Optional<Measure> ofOccasion(Token noun, Optional<Kind> kind, int depth) {
        return noun.is("obl") && sentence.token(noun.head()).isVerb()
                ? sharedWith(sentence.token(noun.head()), kind, depth)
                : Optional.empty();
    }

    /** "The dead included 9 women". */
    private Optional<Measure> listed(Token verb) {
        return MEMBERSHIP.contains(verb.lemma())
                ? sentence.child(verb, "nsubj")
                        .flatMap(n -> lexicon.isToll("TOLL", n.lemma()) ? Optional.of(Measure.KILLED) : nominal(n))
                : Optional.empty();
    }

    private boolean isActive(Token participle) {
        return sentence.child(participle, "obj").isPresent()
                || (sentence.child(participle, "aux")
                                .filter(a -> a.lemma().equals("have"))
                                .isPresent()
                        && sentence.child(participle, "aux:pass").isEmpty());
    }

    /** "including four children", "among them five children". */
    private boolean isMember(Token argument) {
        return sentence.children(argument).stream()
                .anyMatch(t -> t.index() < argument.index()
                        && (MEMBERSHIP.contains(t.lemma())
                                || sentence.children(t).stream().anyMatch(c -> MEMBERSHIP.contains(c.lemma()))));
    }

    /** "the deaths of 12", "a toll of 12", "a total of 12". */
    private Optional<Measure> ofNoun(Token head, Optional<Kind> kind, int depth) {
        if (lexicon.isToll("TOLL", head.lemma())) {
            return Optional.of(Measure.KILLED);
        }
        Optional<Measure> noun = any("NOUN", head)
                .or(() -> lexicon.cues("NOUN", head.lemma()).stream()
                        .filter(c -> c.role() == Role.OF)
                        .map(Cue::measure)
                        .findFirst());
        if (noun.isPresent()) {
            return noun;
        }
        boolean number = head.upos() == Upos.NUM || head.xpos().equals("CD");
        return number || !head.isNoun() ? Optional.empty() : governed(head, kind, depth + 1);
    }

    /** What the verb does to its object or subject, looked up with its particle, object or preposition too. */
    private Optional<Measure> verb(Token verb, boolean subject, Optional<Kind> kind) {
        List<String> lookups = new ArrayList<>();
        for (Token child : sentence.children(verb)) {
            if (child.is("compound:prt") || child.is("obj") || child.is("advmod")) {
                lookups.add(verb.lemma() + " " + child.lemma());
            } else if (child.is("obl")) {
                sentence.child(child, "case").ifPresent(c -> lookups.add(verb.lemma() + " " + c.lemma()));
                lookups.addFirst(verb.lemma() + " " + child.lemma());
            }
            if (!subject && child.index() > verb.index() && (child.is("xcomp") || child.is("advmod"))) {
                Optional<Measure> dead = adjective(child);
                if (dead.isPresent()) {
                    return dead;
                }
            }
        }
        lookups.add(verb.lemma());
        return lookups.stream()
                .flatMap(l -> lexicon.cues("VERB", l).stream())
                .filter(c -> fits(c, subject, kind))
                .map(Cue::measure)
                .findFirst();
    }

    private static boolean fits(Cue cue, boolean subject, Optional<Kind> kind) {
        boolean person = kind.isEmpty() || kind.get() == Kind.PERSON;
        boolean unknown = kind.filter(k -> k == Kind.UNKNOWN).isPresent();
        boolean personal = switch (cue.measure()) {
            case KILLED, INJURED, DISPLACED, DETAINED -> true;
            case MISSING, LAUNCHED, INTERCEPTED, MONEY, OTHER -> false;
        };
        if (personal && !person && !unknown) {
            return false;
        }
        return switch (cue.role()) {
            case OBJECT -> !subject;
            case PERSON -> !subject && person;
            case CRAFT -> !subject && (kind.isEmpty() || kind.get() == Kind.FLYING || kind.get() == Kind.CRAFT);
            case SUBJECT -> subject;
            case ANY, OF, WEAK -> false;
        };
    }

    /** "left 12 people dead", "are feared dead", "took 12 people hostage". */
    private Optional<Measure> complement(Token verb) {
        for (Token child : sentence.children(verb, "xcomp", "ccomp", "advcl", "obj", "obl", "advmod")) {
            Optional<Measure> found = child.index() < verb.index() || hasSubject(child)
                    ? Optional.empty()
                    : (child.is("obj") || child.is("obl") ? Optional.<Measure>empty() : adjective(child))
                            .or(() -> lexicon.cues("COMPLEMENT", child.lemma()).stream()
                                    .map(Cue::measure)
                                    .findFirst()
                                    .filter(m -> sentence.children(child, "nummod", "det", "case")
                                            .isEmpty()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "taken into custody", "remains behind bars". */
    private Optional<Measure> state(Token verb) {
        return sentence.children(verb, "obl").stream()
                .map(this::inState)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "in custody", "under arrest". */
    Optional<Measure> inState(Token noun) {
        return sentence.children(noun, "case").stream()
                .flatMap(c -> lexicon.cues("STATE", c.lemma() + " " + noun.lemma()).stream())
                .map(Cue::measure)
                .findFirst();
    }

    private boolean hasSubject(Token clause) {
        return sentence.child(clause, "nsubj", "nsubj:pass").isPresent();
    }

    /** "the death toll rose to 47", "the number of people killed reached 89". */
    private Optional<Measure> risen(Token verb, Token argument) {
        if (!lexicon.isToll("RISE", verb.lemma()) && sentence.child(verb, "cop").isEmpty()) {
            return Optional.empty();
        }
        boolean subject = argument.is("nsubj") && !argument.isRoot();
        for (Token counted : sentence.children(verb, "nsubj", "obj")) {
            if (subject || counted.index() == argument.index()) {
                continue;
            }
            if (lexicon.isToll("TOLL", counted.lemma())) {
                return Optional.of(Measure.KILLED);
            }
            if (lexicon.isToll("COUNT", counted.lemma())) {
                return sentence.subtree(counted).stream()
                        .map(t -> nominal(t)
                                .or(() -> isParticiple(t) ? verb(t, false, Optional.empty()) : Optional.empty()))
                        .flatMap(Optional::stream)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** Of what is one of them: "dozens of bodies". */
    Optional<Measure> nounItself(Token noun) {
        return any("NOUN", noun);
    }

    /** Of nouns that mean it only where nothing else tells: hostages are held, refugees have fled. */
    Optional<Measure> weak(Token noun) {
        return lexicon.cues("NOUN", noun.lemma()).stream()
                .filter(c -> c.role() == Role.WEAK)
                .map(Cue::measure)
                .findFirst();
    }
}
