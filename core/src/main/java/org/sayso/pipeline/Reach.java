package org.sayso.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * How far a date reaches in its sentence: to what happens at the same time, not to what the sentence tells in passing or as having
 * come before. Made for one event and one date.
 */
final class Reach {
    /** Words that put a clause, or a noun, at another time than the main clause's. */
    private static final Set<String> APART = Set.of("after", "before", "since", "until", "once", "following", "over");

    /** Words by which an event stands in another one: killed in Tuesday's raid. */
    private static final Set<String> WITHIN = Set.of("in", "during", "at", "by", "under");

    /** Verbs that only say that what the noun beside them names takes place. */
    private static final Set<String> TAKING_PLACE = Set.of(
            "be",
            "begin",
            "break",
            "carry",
            "come",
            "conduct",
            "continue",
            "end",
            "erupt",
            "go",
            "happen",
            "have",
            "hold",
            "launch",
            "make",
            "mount",
            "occur",
            "open",
            "reach",
            "resume",
            "sign",
            "stage",
            "start",
            "suffer",
            "take",
            "wage");

    private final Sentence sentence;
    private final Span trigger;
    private final Token event;
    private final Token day;
    private final boolean year;
    private final Predicate<Token> takesPart;

    /**
     * @param event the head of the trigger
     * @param day the head of the date
     * @param year whether the date is a whole year, in which much has room
     * @param takesPart whether a noun means somebody who takes part in the event
     */
    Reach(Sentence sentence, Span trigger, Token event, Token day, boolean year, Predicate<Token> takesPart) {
        this.sentence = sentence;
        this.trigger = trigger;
        this.event = event;
        this.day = day;
        this.year = year;
        this.takesPart = takesPart;
    }

    /**
     * A date that says which other thing is meant, that stands in a clause of its own ("condemned the attack carried out on
     * Monday"), that opens a later one ("and in September attacked"), that counts from the event ("a week after rebels bombed
     * it"), or that tells when something was said or done about what a noun names ("condemned the killing on Monday").
     */
    boolean isAnothers() {
        Optional<Token> noun = modified(day);
        if (noun.isPresent() && !trigger.overlaps(noun.get().span())) {
            return !isPartOf(noun.get(), event);
        }
        if (isCountedFromIt()) {
            return true;
        }
        if (isInside(year ? Reach::isRelative : this::isOfAnotherTime)) {
            return true;
        }
        boolean within = sentence.dominates(event, day);
        if (event.isNoun() && !within && !takesPlace()) {
            return true;
        }
        Optional<Token> owner = sentence.head(day).filter(n -> n.isNoun() && n.is("nsubj:pass") && within);
        if (owner.filter(n -> n.index() < day.index() && day.index() < event.index())
                .filter(takesPart.negate())
                .isPresent()) {
            return true;
        }
        Optional<Token> clause =
                sentence.ancestors(day).stream().filter(Token::isVerb).findFirst();
        return clause.filter(c -> c.is("conj")
                        && !c.equals(event)
                        && sentence.dominates(event, c)
                        && day.index() > event.index()
                        && day.index() < c.index())
                .isPresent();
    }

    /** "A week after rebels bombed the market": the day is that of what came a week later. */
    private boolean isCountedFromIt() {
        return sentence.children(event, "mark", "case").stream()
                .anyMatch(t -> t.index() == day.index() + 1 && APART.contains(t.lemma()));
    }

    /** Whether such a clause begins on the way from the event down to the day. */
    private boolean isInside(Predicate<Token> clause) {
        return sentence.dominates(event, day)
                && sentence.ancestors(day).stream()
                        .takeWhile(t -> !t.equals(event))
                        .anyMatch(clause);
    }

    private boolean isOfAnotherTime(Token clause) {
        return clause.is("acl") || clause.is("ccomp") || clause.is("advcl") && isMarked(clause);
    }

    /** "The junta, which seized power in 2020, has expelled the envoys". */
    private static boolean isRelative(Token clause) {
        return clause.relation().equals("acl:relcl");
    }

    /**
     * Whether nothing on the way from the event up to the clause of the date says that it was at another time: "after", "had", a
     * relative clause or participle that only says who or what is meant.
     */
    boolean isAtThatTime() {
        List<Token> way = new ArrayList<>(List.of(event));
        way.addAll(sentence.ancestors(event));
        way.removeIf(t -> sentence.dominates(t, day));
        return way.stream().noneMatch(this::isApart);
    }

    private boolean isApart(Token at) {
        if (isPluperfect(at)) {
            return true;
        }
        if (year) {
            return false;
        }
        if (at.is("acl")) {
            return !at.xpos().equals("VBG") && !isOfHappening(at);
        }
        boolean absolute = at.xpos().equals("VBN") && sentence.child(at, "aux").isEmpty();
        return isMarked(at) || (at.is("advcl") && absolute);
    }

    /** "An attack on Sunday that killed twelve", "hit a bus in an attack that killed twelve"; not "the man who killed twelve". */
    private boolean isOfHappening(Token clause) {
        Token noun = sentence.head(clause).orElseThrow();
        boolean somebody = takesPart.test(noun)
                || sentence.subtree(clause).stream()
                        .anyMatch(t -> t.xpos().equals("WP") || t.xpos().equals("WP$"));
        return !somebody
                && (sentence.dominates(noun, day)
                        || sentence.head(noun).filter(v -> isPartOf(noun, v)).isPresent());
    }

    private boolean isMarked(Token clause) {
        return sentence.children(clause, "mark", "case").stream()
                .anyMatch(t -> APART.contains(t.lemma()) || APART.contains(t.form()));
    }

    /** "had bombed". */
    private boolean isPluperfect(Token verb) {
        return sentence.children(verb, "aux").stream()
                .anyMatch(t -> t.lemma().equals("have") && t.xpos().equals("VBD"));
    }

    /** "The talks began", "held talks", "killed in a raid"; not "condemned the raid". */
    private boolean takesPlace() {
        Token noun = event;
        while (noun.is("conj") && !noun.isRoot()) {
            noun = sentence.token(noun.head());
        }
        Optional<Token> verb = sentence.head(noun).filter(Token::isVerb);
        List<Token> cases = sentence.children(noun, "case");
        return cases.isEmpty()
                ? verb.filter(v -> TAKING_PLACE.contains(v.lemma())).isPresent()
                : verb.isPresent() && cases.stream().anyMatch(t -> WITHIN.contains(t.lemma()));
    }

    /** "strike" of "Saturday's drone strike": the noun at the end of the row of nouns before which a word stands. */
    private Optional<Token> modified(Token word) {
        Optional<Token> noun = sentence.head(word).filter(n -> n.isNoun() && n.index() > word.index());
        return noun.map(n -> n.is("compound") || n.is("nmod:poss") ? modified(n).orElse(n) : n);
    }

    /** "Saturday's strike killed twelve", "twelve were killed in Saturday's strike". */
    private boolean isPartOf(Token noun, Token verb) {
        boolean does = noun.is("nsubj") && !noun.is("nsubj:pass");
        boolean within = sentence.children(noun, "case").stream().anyMatch(t -> WITHIN.contains(t.lemma()));
        return noun.head() == verb.index() && (does || within);
    }
}
