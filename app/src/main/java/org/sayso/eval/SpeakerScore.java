package org.sayso.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sayso.actor.Actors;
import org.sayso.eval.AttributionScore.Relation;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Entity;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;

/**
 * Who speaks the words in quotation marks. A stretch is a run of words within quotation marks that stand in the content of one
 * gold attribution, whether a sentence or a single word. It is given to whoever is predicted to say most of its words (of
 * several, the one whose content is shortest). Right is a speaker whose words overlap those of the gold source, or that
 * the actor stage takes for the same entity ("he"); where the gold names nobody, a prediction that names nobody. A stretch
 * that is given to nobody is wrong.
 */
final class SpeakerScore {
    private int stretches;
    private int given;
    private int sameWords;
    private int sameEntity;

    /** Adds a text; the result says, for people, what was missed. */
    List<String> add(
            String doc,
            AnalyzedText text,
            ScoredText scored,
            List<Relation> gold,
            List<Relation> found,
            Stages stages) {
        List<Span> sources = Stream.concat(gold.stream(), found.stream())
                .flatMap(r -> r.source().stream())
                .distinct()
                .sorted()
                .toList();
        Actors actors = stages.actorResolver().resolve(Article.ofText(doc, text.text()), text, sources);
        List<String> missed = new ArrayList<>();
        for (Relation relation : gold) {
            for (Set<Integer> stretch : scored.stretches(scored.tokens(relation.content()))) {
                stretches++;
                Optional<Relation> speaker = speaker(scored, stretch, found);
                given += speaker.isPresent() ? 1 : 0;
                boolean words = speaker.filter(s -> overlap(relation, s)).isPresent();
                boolean entity =
                        words || speaker.filter(s -> same(actors, relation, s)).isPresent();
                sameWords += words ? 1 : 0;
                sameEntity += entity ? 1 : 0;
                if (!entity) {
                    missed.add(shown(text, scored, relation, stretch, speaker));
                }
            }
        }
        return missed;
    }

    private static Optional<Relation> speaker(ScoredText scored, Set<Integer> stretch, List<Relation> found) {
        return found.stream()
                .filter(r -> 2 * shared(scored.tokens(r.content()), stretch) > stretch.size())
                .min(Comparator.<Relation>comparingInt(r -> -shared(scored.tokens(r.content()), stretch))
                        .thenComparingInt(r -> scored.tokens(r.content()).size()));
    }

    private static int shared(Set<Integer> a, Set<Integer> b) {
        Set<Integer> both = new HashSet<>(a);
        both.retainAll(b);
        return both.size();
    }

    private static boolean overlap(Relation gold, Relation found) {
        return gold.source().isEmpty()
                ? found.source().isEmpty()
                : gold.source().stream().anyMatch(g -> found.source().stream().anyMatch(g::overlaps));
    }

    private static boolean same(Actors actors, Relation gold, Relation found) {
        Set<String> meant = entities(actors, gold);
        return entities(actors, found).stream().anyMatch(meant::contains);
    }

    private static Set<String> entities(Actors actors, Relation relation) {
        Set<String> ids = new TreeSet<>();
        relation.source().forEach(s -> actors.at(s).map(Entity::id).ifPresent(ids::add));
        return ids;
    }

    private static String shown(
            AnalyzedText text, ScoredText scored, Relation gold, Set<Integer> stretch, Optional<Relation> speaker) {
        return scored.words(text.text(), stretch) + " | " + words(text, gold.source()) + " | not "
                + speaker.map(s -> words(text, s.source())).orElse("given");
    }

    private static String words(AnalyzedText text, List<Span> spans) {
        return spans.isEmpty()
                ? "-"
                : String.join(" + ", spans.stream().map(s -> s.of(text.text())).toList());
    }

    void print(PrintWriter out, ObjectNode into) {
        double right = sameEntity / (double) Math.max(1, stretches);
        out.printf(
                Locale.ROOT,
                "%nspeakers of %d stretches in quotation marks: %.1f right (%.1f by words alone), %.1f given to somebody%n",
                stretches,
                100 * right,
                100.0 * sameWords / Math.max(1, stretches),
                100.0 * given / Math.max(1, stretches));
        into.put("stretches", stretches)
                .put("right", Math.round(right * 10_000) / 10_000.0)
                .put("given", Math.round(10_000.0 * given / Math.max(1, stretches)) / 10_000.0);
    }
}
