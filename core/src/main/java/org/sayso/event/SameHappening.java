package org.sayso.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.model.EventType;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Merges what one sentence tells twice: "a drone attack on Kyiv killed three" is one event. */
final class SameHappening {
    private static final Set<String> DISCUSSING = Set.of("discuss", "talk", "speak", "confer", "negotiate");

    /** Words that put a clause at another time. */
    private static final Set<String> APART = Set.of("after", "before", "since", "until", "once");

    /** What comes of a deed, which "after" may tell. */
    private static final Set<String> HARMING = Set.of("kill", "wound", "injure", "hurt", "maim", "die", "burn");

    private SameHappening() {}

    static List<Found> merge(Sentence sentence, List<Found> found) {
        List<Found> kept = new ArrayList<>();
        for (Found f : found) {
            int twin = -1;
            for (int i = 0; i < kept.size() && twin < 0; i++) {
                twin = same(sentence, kept.get(i), f) ? i : -1;
            }
            if (twin < 0) {
                kept.add(f);
            } else {
                kept.set(twin, join(kept.get(twin), f));
            }
        }
        return kept;
    }

    private static boolean same(Sentence sentence, Found a, Found b) {
        EventMention x = a.mention();
        EventMention y = b.mention();
        if (x.type() != y.type() || x.factuality().status() != y.factuality().status()) {
            return false;
        }
        Token p = a.sense().head();
        Token q = b.sense().head();
        if (isKillingBesideTaking(sentence, x, p, y, q)) {
            return false;
        }
        if (a.sense().absorbed().stream().anyMatch(b.sense().absorbed()::contains)) {
            return true;
        }
        if (x.type() == EventType.CONSULT && tellsMore(sentence, b)) {
            return true;
        }
        boolean linked = linked(sentence, p, q) || linked(sentence, q, p) || trails(a, b);
        boolean nominal = a.sense().nominal() || b.sense().nominal();
        boolean actorsAgree = x.actors().isEmpty()
                || y.actors().isEmpty()
                || overlap(x.actors(), y.actors())
                || covers(x.actors(), q)
                || covers(y.actors(), p);
        boolean recipientsAgree = x.recipients().isEmpty()
                || y.recipients().isEmpty()
                || overlap(x.recipients(), y.recipients())
                || nominal
                || p.is("advcl")
                || q.is("advcl");
        return linked && actorsAgree && recipientsAgree;
    }

    /** "Killing nine people and taking twelve hostages": two deeds, done to others. */
    private static boolean isKillingBesideTaking(Sentence sentence, EventMention x, Token p, EventMention y, Token q) {
        boolean xTakes = x.mode().filter("abduct"::equals).isPresent();
        boolean yTakes = y.mode().filter("abduct"::equals).isPresent();
        Token taking = xTakes ? p : q;
        boolean beside = taking.is("conj")
                && sentence.head(taking)
                        .filter(v -> HARMING.contains(v.lemma()))
                        .isPresent();
        return xTakes != yTakes && (beside || HARMING.contains((xTakes ? q : p).lemma()));
    }

    /** "They met in Doha, where the two men discussed the truce": the second verb tells of the first one's talks. */
    private static boolean tellsMore(Sentence sentence, Found second) {
        List<Token> who = second.sense().actors();
        return DISCUSSING.contains(second.sense().head().lemma())
                && second.sense().recipients().isEmpty()
                && !who.isEmpty()
                && who.stream().allMatch(t -> t.upos() == Upos.PRON || both(sentence, t));
    }

    private static boolean both(Sentence sentence, Token t) {
        return sentence.children(t, "nummod", "det").stream()
                .anyMatch(n -> Set.of("two", "both", "three").contains(n.form().toLowerCase(Locale.ROOT)));
    }

    /** "hit a hospital, killing hundreds": the second verb tells what the first did, wherever a parser hangs it. */
    private static boolean trails(Found a, Found b) {
        Token second = b.sense().head();
        return second.is("advcl")
                && second.xpos().equals("VBG")
                && second.index() > a.sense().head().index()
                && a.sense().actors().equals(b.sense().actors());
    }

    private static boolean overlap(List<Span> a, List<Span> b) {
        return a.stream().anyMatch(s -> b.stream().anyMatch(s::overlaps));
    }

    private static boolean covers(List<Span> spans, Token t) {
        return spans.stream().anyMatch(s -> s.covers(t.span()));
    }

    /** Whether one hangs from the other with no other statement between. */
    private static boolean linked(Sentence sentence, Token below, Token above) {
        Token at = below;
        for (int i = 0; i < 4 && !at.isRoot(); i++) {
            if (at.is("ccomp")
                    || at.is("parataxis")
                    || at.relation().equals("acl:relcl")
                    || isAtAnotherTime(sentence, at)) {
                return false;
            }
            at = sentence.token(at.head());
            if (at.index() == above.index()) {
                return true;
            }
        }
        return false;
    }

    /** "Shot two days after rebels shelled the market", "shot before …"; not "killed after a missile hit the market". */
    private static boolean isAtAnotherTime(Sentence sentence, Token clause) {
        Optional<Token> mark = clause.is("advcl") ? sentence.child(clause, "mark") : Optional.empty();
        if (mark.filter(m -> APART.contains(m.lemma())).isEmpty()) {
            return false;
        }
        boolean measured =
                mark.get().index() > 0 && sentence.token(mark.get().index() - 1).head() == clause.index();
        boolean harm =
                sentence.head(clause).filter(v -> HARMING.contains(v.lemma())).isPresent();
        return measured || !harm || !mark.get().lemma().equals("after");
    }

    /** The surer mention stays and takes what the other alone knows. */
    private static Found join(Found a, Found b) {
        boolean first = a.mention().confidence() >= b.mention().confidence();
        Found main = first ? a : b;
        Found other = first ? b : a;
        Optional<String> mode = main.mention().mode().or(() -> other.mention().mode());
        List<Span> actors = pick(
                main.mention().actors(), other.mention().actors(), other.sense().named());
        List<Span> own = pick(
                main.mention().recipients(),
                other.mention().recipients(),
                other.sense().named());
        List<Span> recipients = suffers(other)
                ? Stream.concat(own.stream(), other.mention().recipients().stream())
                        .distinct()
                        .sorted()
                        .toList()
                : own;
        double confidence = Math.min(
                0.98, Math.max(main.mention().confidence(), other.mention().confidence()) + 0.05);
        return main.with(mode, actors, recipients, confidence);
    }

    /** "Stormed a town, killing nine people": whom a deed killed suffered it beside what it struck. */
    private static boolean suffers(Found f) {
        return HARMING.contains(f.sense().head().lemma())
                && f.sense().head().is("advcl")
                && !f.mention().recipients().isEmpty();
    }

    /** Our own words, but not those that only name the other event. */
    private static List<Span> pick(List<Span> own, List<Span> others, Token other) {
        List<Span> real = own.stream().filter(s -> !s.covers(other.span())).toList();
        return real.isEmpty() ? others : real;
    }
}
