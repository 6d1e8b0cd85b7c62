package org.sayso.actor;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Resolves pronouns to somebody named before: agreement and binding first, then nearness, subjecthood and who is speaking, in the
 * manner of Lappin and Leass (1994), and what the language engine's head thinks likely. Weights were set on our own passages.
 * Thread-safe.
 */
final class Pronouns {
    private static final int WINDOW = 4;
    private static final int QUOTED_WINDOW = 2;
    private static final double FLOOR = -4.5;
    private static final double THING_FLOOR = 1;

    /** What a factor of e in the language engine's probability weighs; below FAINT all are alike. Chosen on GUM dev and our own texts. */
    private static final double ENGINE = 0.3;

    private static final double FAINT = 0.1;
    /** So sure must the engine be of a noun that the rules know nobody by, and that it means somebody. */
    private static final double SURE = 0.6;

    private static final double SOMEBODY = 0.5;

    private static final Map<String, Features> THIRD = Map.ofEntries(
            Map.entry("he", new Features(Gender.MALE, true, false)),
            Map.entry("him", new Features(Gender.MALE, true, false)),
            Map.entry("his", new Features(Gender.MALE, true, false)),
            Map.entry("himself", new Features(Gender.MALE, true, false)),
            Map.entry("she", new Features(Gender.FEMALE, true, false)),
            Map.entry("her", new Features(Gender.FEMALE, true, false)),
            Map.entry("hers", new Features(Gender.FEMALE, true, false)),
            Map.entry("herself", new Features(Gender.FEMALE, true, false)),
            Map.entry("they", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("them", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("their", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("theirs", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("themselves", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("it", new Features(Gender.UNKNOWN, false, false)),
            Map.entry("its", new Features(Gender.UNKNOWN, false, false)),
            Map.entry("itself", new Features(Gender.UNKNOWN, false, false)));

    private static final Set<String> FIRST = Set.of("i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves");
    private static final Set<String> RELATIVE = Set.of("who", "whom", "whose", "which", "that");

    private final Words words;
    private final Binding binding;
    private final Pairs pairs;

    Pronouns(Words words) {
        this.words = words;
        pairs = new Pairs(words);
        binding = new Binding(words);
    }

    private record Features(Gender gender, boolean person, boolean plural) {}

    private record Candidate(Referent referent, double score) {}

    static boolean isPronoun(Token t) {
        String form = lower(t);
        return THIRD.containsKey(form) || (RELATIVE.contains(form) && t.xpos().startsWith("W"));
    }

    /** "I", "we": whose they are is known only when all speakers are. */
    static boolean isFirstPerson(Token t) {
        return t.upos() == Upos.PRON && FIRST.contains(lower(t)) && !t.form().equals("US");
    }

    /** Whom a pronoun means; absent where nobody fits or it is no pronoun. */
    Optional<Referent> resolve(Scene scene, Sentence s, Token t) {
        String form = lower(t);
        if (RELATIVE.contains(form)) {
            return relative(scene, s, t);
        }
        if (FIRST.contains(form)) {
            Optional<Referent> speaker = speaker(scene, t);
            return form.startsWith("i") || form.startsWith("m")
                    ? speaker.filter(Referent::isPerson)
                    : speaker.flatMap(r -> side(scene, r));
        }
        Features features = THIRD.get(form);
        return features == null || t.is("expl") ? Optional.empty() : best(scene, s, t, features);
    }

    /** The head of the relative clause that the pronoun stands in. */
    private static Optional<Referent> relative(Scene scene, Sentence s, Token t) {
        Token at = t;
        for (Token up : s.ancestors(t)) {
            if (at.is("acl")) {
                boolean who = lower(t).startsWith("who");
                return scene.at(s, up).filter(r -> !(who && (r.state || r.kind == Entity.Kind.PLACE)));
            }
            at = up;
        }
        return Optional.empty();
    }

    /** Whose words they stand in: by the attributions, else by what the analyzer proposes. */
    static Optional<Referent> speaker(Scene scene, Token t) {
        Optional<Span> told = scene.attributions.stream()
                .filter(a -> a.says(t.span()) && !a.source().spans().isEmpty())
                .min(Comparator.comparingInt((Attribution a) -> length(a.content()))
                        .thenComparing(a -> a.inside().isEmpty()))
                .map(a -> a.source().spans().getFirst());
        return told.or(() -> scene.text.proposals().stream()
                        .filter(p -> p.content().stream().anyMatch(c -> c.covers(t.span())))
                        .min(Comparator.comparingInt(p -> length(p.content())))
                        .flatMap(p -> p.source().stream().findFirst()))
                .flatMap(source -> meant(scene, source));
    }

    private static int length(List<Span> content) {
        return content.stream().mapToInt(Span::length).sum();
    }

    private static Optional<Referent> meant(Scene scene, Span source) {
        return scene.text
                .sentenceAt(source.start())
                .flatMap(s -> s.headOf(source).flatMap(h -> scene.atOrNamed(s, h)));
    }

    /** "We" of an official is the state; of a body's spokesman nobody can tell. */
    private static Optional<Referent> side(Scene scene, Referent speaker) {
        if (speaker.isBody() || speaker.plural) {
            return Optional.of(speaker);
        }
        boolean official = Stream.concat(
                        speaker.sector.stream(),
                        speaker
                                .known
                                .flatMap(k -> scene.article.published().flatMap(k::officeOn))
                                .map(Known.Office::sector)
                                .stream())
                .anyMatch(x -> x.equals("GOV") || x.equals("MIL"));
        return official ? speaker.country.map(scene.cast::state) : Optional.empty();
    }

    private Optional<Referent> best(Scene scene, Sentence s, Token t, Features features) {
        Optional<Referent> speaker = scene.isQuoted(t) ? speaker(scene, t) : Optional.empty();
        Set<Referent> others = isReflexive(t) ? Set.of() : withClaimants(scene, s, t, binding.others(scene, s, t));
        Optional<Referent> own = isReflexive(t) ? ownSubject(scene, s, t, features) : Optional.empty();
        // for "he" and "she" the rules do better alone
        Optional<Proposed.View> view = features.person() ? Optional.empty() : scene.proposed.of(scene, t);
        Optional<Referent> newcomer = view.flatMap(Proposed.View::elsewhere)
                .filter(c -> c.probability() > SURE && c.somebody() > SOMEBODY)
                .flatMap(c -> newcomer(scene, c.word(), features));
        if (newcomer.isPresent()) {
            return newcomer;
        }
        List<Candidate> candidates = scene.cast.all().stream()
                .filter(r -> agrees(r, features))
                .filter(r -> !others.contains(r))
                .filter(r -> speaker.filter(r::equals).isEmpty() || features.plural())
                .map(r -> new Candidate(r, score(scene, s, t, r, features)))
                .filter(c -> c.score() > (isThing(t) ? THING_FLOOR : FLOOR))
                .map(c -> new Candidate(c.referent(), c.score() + ENGINE * Math.log(odds(view, c.referent()) + FAINT)))
                .toList();
        if (own.isEmpty() && features.plural() && scene.isQuoted(t)) {
            return inQuotation(s, t, candidates, speaker);
        }
        Optional<Referent> found = own.or(() -> candidates.stream()
                .max(Comparator.comparingDouble(Candidate::score).thenComparingInt(c -> -c.referent().order))
                .map(Candidate::referent));
        boolean several = found.filter(r -> r.plural || !r.members.isEmpty())
                .flatMap(r -> r.lastBefore(s.index(), t.index()))
                .filter(m -> m.sentence() >= s.index() - 1)
                .isPresent();
        if (!several && features.plural() && isMutual(s, t)) {
            Optional<Referent> two = pairs.persons(scene, s, t)
                    .or(() -> Pairs.together(scene, s, t, r -> true))
                    .or(() -> pairs.sides(scene, s, t));
            found = two.isPresent() ? two : found;
        }
        if (found.isEmpty() && features.plural()) {
            return Pairs.lastTwo(scene, s, t, r -> r.kind == Entity.Kind.PERSON);
        }
        // a pronoun tells the gender of whoever it is
        found.filter(r -> r.gender == Gender.UNKNOWN && features.person()).ifPresent(r -> r.gender = features.gender());
        return found;
    }

    /** "Which Chad accuses of Y, a charge it denies": whoever made the charge is not who denies it. */
    private static Set<Referent> withClaimants(Scene scene, Sentence s, Token t, Set<Referent> others) {
        String text = scene.text.text();
        Set<Referent> all = new HashSet<>(others);
        scene.attributions.stream()
                .filter(a -> a.takesUpClaim(text) && a.source().spans().contains(t.span()))
                .flatMap(a -> scene.attributions.stream().filter(x -> isClaimBefore(x, s, a)))
                .forEach(x -> meant(scene, x.source().spans().getFirst()).ifPresent(all::add));
        return all;
    }

    private static boolean isClaimBefore(Attribution claim, Sentence s, Attribution answer) {
        return !claim.source().spans().isEmpty()
                && s.span().covers(claim.cue().getFirst())
                && claim.cue().getLast().end() <= answer.content().getFirst().start();
    }

    /** "They will meet": what only several do. */
    private boolean isMutual(Sentence s, Token t) {
        return t.is("nsubj")
                && s.head(t)
                        .filter(v -> words.is("mutual", v))
                        .filter(v -> s.children(v, "obj", "obl").stream()
                                .noneMatch(o -> !o.is("obl")
                                        || s.children(o, "case").stream()
                                                .anyMatch(c -> c.lemma().equals("with"))))
                        .isPresent();
    }

    private static double odds(Optional<Proposed.View> view, Referent r) {
        return view.map(v -> v.of(r)).orElse(0.0);
    }

    /** "Manufacturers refused. They …": a noun that the lexicon does not know is somebody, because a pronoun takes it up. */
    private static Optional<Referent> newcomer(Scene scene, Span word, Features features) {
        Sentence s = scene.text.sentenceAt(word.start()).orElseThrow();
        Token head = s.headOf(word).orElseThrow();
        boolean one = head.xpos().equals("NN");
        if (head.upos() != Upos.NOUN || one == features.plural()) {
            return Optional.empty();
        }
        List<Token> phrase = Grammar.phrase(s, head);
        Span span = phrase.getFirst().span().union(phrase.getLast().span());
        Referent r =
                scene.cast.add(Entity.Kind.UNNAMED, span.of(scene.text.text()).replaceAll("\\s+", " "));
        r.plural = features.plural();
        r.body = !features.plural() && !features.person();
        r.gender = features.gender();
        r.nouns.add(head.lemma());
        scene.mention(s, head, span, Mention.Form.DESCRIPTION, r, "taken up by a pronoun");
        return Optional.of(r);
    }

    /**
     * "They beat us", she said: whom a witness means is told by what else she says, or where only one can be meant; the last
     * plural that the report happens to name would be a guess at a culprit.
     */
    private static Optional<Referent> inQuotation(
            Sentence s, Token t, List<Candidate> candidates, Optional<Referent> speaker) {
        List<Candidate> others = candidates.stream()
                .filter(c -> speaker.filter(c.referent()::equals).isEmpty())
                .filter(c -> c.referent().sector.filter("JRN"::equals).isEmpty())
                .toList();
        Optional<Referent> same = others.stream()
                .filter(c -> c.referent().mentions.stream().anyMatch(m -> m.quoted() && isJustBefore(m, s, t)))
                .max(Comparator.comparingDouble(Candidate::score).thenComparingInt(c -> -c.referent().order))
                .map(Candidate::referent);
        return same.or(() -> others.size() == 1 ? Optional.of(others.getFirst().referent()) : Optional.empty());
    }

    private static boolean isJustBefore(Mention m, Sentence s, Token t) {
        boolean before = m.sentence() < s.index() || m.head() < t.index();
        return before && m.sentence() <= s.index() && s.index() - m.sentence() <= QUOTED_WINDOW;
    }

    /** "It" that is done something to is more often a thing than a body. */
    private static boolean isThing(Token t) {
        return lower(t).equals("it") && (t.is("obj") || t.is("obl"));
    }

    private static boolean isReflexive(Token t) {
        return t.form().endsWith("self") || t.form().endsWith("selves");
    }

    /** "Khan hid himself." */
    private Optional<Referent> ownSubject(Scene scene, Sentence s, Token t, Features features) {
        return s.head(t)
                .flatMap(v -> binding.subject(s, v))
                .flatMap(x -> scene.at(s, x))
                .filter(r -> agrees(r, features));
    }

    private static boolean agrees(Referent r, Features f) {
        if (f.person()) {
            return r.isPerson() && !r.body && f.gender().agrees(r.gender);
        }
        if (f.plural()) {
            // an outlet is hardly ever "they"
            boolean outlet = r.sector.filter("JRN"::equals).isPresent();
            return r.plural || !r.members.isEmpty() || r.body || (r.isBody() && !r.state && !outlet);
        }
        return !r.plural && r.members.isEmpty() && (r.body || r.isBody() || isDocument(r));
    }

    private static boolean isDocument(Referent r) {
        return r.kind == Entity.Kind.DOCUMENT;
    }

    private double score(Scene scene, Sentence s, Token t, Referent r, Features f) {
        double best = Double.NEGATIVE_INFINITY;
        for (Mention m : r.mentions) {
            boolean before = m.sentence() < s.index() || (m.sentence() == s.index() && m.head() < t.index());
            int distance = s.index() - m.sentence();
            if (before && distance <= WINDOW) {
                best = Math.max(best, score(scene, s, t, m, distance));
            }
        }
        best += 0.12 * Math.min(6, r.mentions.size());
        best += f.gender() != Gender.UNKNOWN && r.gender == f.gender() ? 0.8 : 0;
        best -= f.plural() && !r.plural && r.members.isEmpty() ? 1 : 0;
        best -= r.kind == Entity.Kind.PLACE || isDocument(r) ? 1 : 0;
        return best + bySaying(scene, s, t, r);
    }

    private double score(Scene scene, Sentence s, Token t, Mention m, int distance) {
        double score = -1.0 * distance;
        Sentence there = scene.text.sentences().get(m.sentence());
        Token head = there.token(m.head());
        score += m.subject() ? (isEmbedded(there, head) && distance > 0 ? 0.6 : 1.2) : 0;
        score += head.is("obj") || head.is("iobj") ? 0.4 : 0;
        score -= head.is("nmod") || head.is("compound") ? 0.4 : 0;
        score -= m.quoted() && !scene.isQuoted(t) ? 1.5 : 0;
        score += m.form() == Mention.Form.PRONOUN && !RELATIVE.contains(lower(head)) ? 0.3 : 0;
        score -= there.paragraph() != s.paragraph() ? 0.3 : 0;
        return score;
    }

    /** In a clause that describes or tells of another. */
    private static boolean isEmbedded(Sentence s, Token t) {
        return Stream.concat(Stream.of(t), s.ancestors(t).stream())
                .anyMatch(a -> a.is("acl") || a.is("advcl") || a.is("ccomp"));
    }

    /**
     * Who says the clause is more likely meant in it ("Trump's statement that he …"); whom a sayer speaks for, still more ("his
     * lawyer said that he …"); and who said something is who says more ("He added").
     */
    private double bySaying(Scene scene, Sentence s, Token t, Referent r) {
        double score = 0;
        double weight = 1;
        for (Token sayer : binding.sayers(s, t)) {
            Optional<Referent> who = scene.at(s, sayer);
            if (who.filter(r::equals).isPresent()) {
                score += (sayer.is("nsubj") ? isToldOfItself(s, t, sayer) ? 3 : 1 : 3) * weight;
            } else if (who.isPresent() && speaksFor(scene, s, sayer, who.get(), r)) {
                score += 2.4 * weight;
            }
            weight *= 0.4;
        }
        if (binding.says(s, t)) {
            for (Mention m : r.mentions) {
                Sentence there = scene.text.sentences().get(m.sentence());
                int distance = s.index() - m.sentence();
                if (distance > 0 && distance <= 2 && binding.says(there, there.token(m.head()))) {
                    return score + 0.8;
                }
            }
        }
        return score;
    }

    /** "The group said it had …": right below the saying, its subject is whoever says so. */
    private static boolean isToldOfItself(Sentence s, Token pronoun, Token sayer) {
        return lower(pronoun).equals("it")
                && pronoun.is("nsubj")
                && s.head(pronoun)
                        .filter(v -> v.is("ccomp") && v.head() == sayer.head())
                        .isPresent();
    }

    private boolean speaksFor(Scene scene, Sentence s, Token sayer, Referent who, Referent owner) {
        boolean speaks = who.nouns.stream().anyMatch(n -> words.is("speaksfor", n));
        return speaks
                && s.subtree(sayer).stream()
                        .filter(p -> p.relation().equals("nmod:poss"))
                        .anyMatch(p -> scene.at(s, p).filter(owner::equals).isPresent());
    }

    private static String lower(Token t) {
        return t.form().toLowerCase(Locale.ROOT);
    }
}
