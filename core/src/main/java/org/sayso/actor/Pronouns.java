package org.sayso.actor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.Entity;
import org.sayso.model.ProposedAttribution;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Resolves pronouns to somebody named before: agreement first, then nearness and subjecthood, in the manner of Lappin and
 * Leass (1994). Weights were set on our own passages. Thread-safe.
 */
final class Pronouns {
    private static final int WINDOW = 4;
    private static final double FLOOR = -4.5;

    private static final Map<String, Features> THIRD = Map.ofEntries(
            Map.entry("he", new Features(Gender.MALE, true, false)),
            Map.entry("him", new Features(Gender.MALE, true, false)),
            Map.entry("his", new Features(Gender.MALE, true, false)),
            Map.entry("himself", new Features(Gender.MALE, true, false)),
            Map.entry("she", new Features(Gender.FEMALE, true, false)),
            Map.entry("her", new Features(Gender.FEMALE, true, false)),
            Map.entry("herself", new Features(Gender.FEMALE, true, false)),
            Map.entry("they", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("them", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("their", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("themselves", new Features(Gender.UNKNOWN, false, true)),
            Map.entry("it", new Features(Gender.UNKNOWN, false, false)),
            Map.entry("its", new Features(Gender.UNKNOWN, false, false)),
            Map.entry("itself", new Features(Gender.UNKNOWN, false, false)));

    private record Features(Gender gender, boolean person, boolean plural) {}

    private record Candidate(Referent referent, double score) {}

    /** Whom a pronoun means; absent where nobody fits or it is no pronoun. */
    Optional<Referent> resolve(Scene scene, Sentence s, Token t) {
        String form = t.form().toLowerCase(Locale.ROOT);
        return switch (form) {
            case "who", "whom", "which", "that", "whose" -> relative(scene, s, t);
            case "i", "me", "my", "myself" -> speaker(scene, t).filter(Referent::isPerson);
            case "we", "us", "our", "ourselves" -> speaker(scene, t).flatMap(r -> side(scene, r));
            default -> {
                Features features = THIRD.get(form);
                yield features == null || t.is("expl") ? Optional.empty() : best(scene, s, t, features);
            }
        };
    }

    /** The head of the relative clause that the pronoun stands in. */
    private static Optional<Referent> relative(Scene scene, Sentence s, Token t) {
        if (!t.xpos().startsWith("W")) {
            return Optional.empty();
        }
        Token at = t;
        for (Token up : s.ancestors(t)) {
            if (at.is("acl")) {
                boolean who = t.form().toLowerCase(Locale.ROOT).startsWith("who");
                return scene.at(s, up).filter(r -> !(who && (r.state || r.kind == Entity.Kind.PLACE)));
            }
            at = up;
        }
        return Optional.empty();
    }

    /** Whose words they stand in, by what the analyzer proposes. */
    static Optional<Referent> speaker(Scene scene, Token t) {
        return scene.text.proposals().stream()
                .filter(p -> p.content().stream().anyMatch(c -> c.covers(t.span())))
                .min(Comparator.comparingInt(Pronouns::length))
                .flatMap(p -> p.source().stream().findFirst())
                .flatMap(source -> meant(scene, source));
    }

    private static int length(ProposedAttribution p) {
        return p.content().stream().mapToInt(Span::length).sum();
    }

    private static Optional<Referent> meant(Scene scene, Span source) {
        return scene.text
                .sentenceAt(source.start())
                .flatMap(s -> s.headOf(source).flatMap(h -> scene.at(s, h)));
    }

    /** "We" of an official is the state; of a body's spokesman nobody can tell. */
    private static Optional<Referent> side(Scene scene, Referent speaker) {
        if (speaker.isBody() || speaker.plural) {
            return Optional.of(speaker);
        }
        boolean official =
                speaker.sector.filter(x -> x.equals("GOV") || x.equals("MIL")).isPresent()
                        || speaker.known
                                .flatMap(k -> scene.article.published().flatMap(k::officeOn))
                                .filter(o ->
                                        o.sector().equals("GOV") || o.sector().equals("MIL"))
                                .isPresent();
        return official ? speaker.country.map(scene.cast::state) : Optional.empty();
    }

    private Optional<Referent> best(Scene scene, Sentence s, Token t, Features features) {
        Optional<Referent> speaker = scene.isQuoted(t) ? speaker(scene, t) : Optional.empty();
        return scene.cast.all().stream()
                .filter(r -> agrees(r, features))
                .filter(r -> speaker.filter(r::equals).isEmpty() || features.plural())
                .map(r -> new Candidate(r, score(scene, s, t, r, features)))
                .filter(c -> c.score() > FLOOR)
                .max(Comparator.comparingDouble(Candidate::score).thenComparingInt(c -> -c.referent().order))
                .map(Candidate::referent);
    }

    private static boolean agrees(Referent r, Features f) {
        if (f.person()) {
            return r.isPerson() && !r.body && f.gender().agrees(r.gender);
        }
        if (f.plural()) {
            return r.plural || !r.members.isEmpty() || r.body || (r.isBody() && !r.state);
        }
        return !r.plural && r.members.isEmpty() && (r.body || r.isBody() || isDocument(r));
    }

    private static boolean isDocument(Referent r) {
        return r.kind == Entity.Kind.DOCUMENT;
    }

    private static double score(Scene scene, Sentence s, Token t, Referent r, Features f) {
        double best = Double.NEGATIVE_INFINITY;
        for (Mention m : r.mentions) {
            boolean before = m.sentence() < s.index() || (m.sentence() == s.index() && m.head() < t.index());
            int distance = s.index() - m.sentence();
            if (before && distance <= WINDOW && !(distance == 0 && sameClauseRival(s, t, m))) {
                best = Math.max(best, score(scene, s, t, m, distance));
            }
        }
        best += 0.12 * Math.min(6, r.mentions.size());
        best += f.gender() != Gender.UNKNOWN && r.gender == f.gender() ? 0.6 : 0;
        best -= f.plural() && !r.plural && r.members.isEmpty() ? 1 : 0;
        best -= r.kind == Entity.Kind.PLACE || isDocument(r) ? 1 : 0;
        return best;
    }

    private static double score(Scene scene, Sentence s, Token t, Mention m, int distance) {
        double score = -1.0 * distance;
        score += m.subject() ? 1.2 : 0;
        Sentence there = scene.text.sentences().get(m.sentence());
        Token head = there.token(m.head());
        score += head.is("obj") || head.is("iobj") ? 0.4 : 0;
        score -= head.is("nmod") || head.is("compound") ? 0.4 : 0;
        score -= m.quoted() && !scene.isQuoted(t) ? 1.5 : 0;
        score += m.form() == Mention.Form.PRONOUN ? 0.3 : 0;
        score -= there.paragraph() != s.paragraph() ? 0.3 : 0;
        return score;
    }

    /** "Trump told him": the subject and the object of one verb are two. */
    private static boolean sameClauseRival(Sentence s, Token t, Mention m) {
        Token head = s.token(m.head());
        boolean reflexive = t.form().endsWith("self") || t.form().endsWith("selves");
        return !reflexive && !t.is("nmod") && !t.isRoot() && head.head() == t.head() && !head.isRoot();
    }

    static boolean isPronoun(Token t) {
        String form = t.form().toLowerCase(Locale.ROOT);
        return THIRD.containsKey(form)
                || List.of("who", "whom", "which", "that", "i", "me", "we", "us")
                                .contains(form)
                        && t.upos() == Upos.PRON;
    }
}
