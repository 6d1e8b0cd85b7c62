package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sayso.actor.Actors;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Entity;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.pipeline.Stages;

/**
 * Coreference of persons and organizations: of the pronouns, names and role nouns ("the minister", "their group") that take up
 * somebody mentioned before, the share for which the nearest earlier mention of the entity found is one of the right gold entity.
 * Right, wrong and silent (nobody found, or somebody not mentioned before) are counted; names count where the same name or a part
 * of it stood before. Then all names, nouns and pronouns of the third person that mean persons or organizations together, gold
 * mentions given, by {@link ClusterScore}.
 */
final class CoreferenceScore {
    private static final Set<String> TYPES = Set.of("person", "organization");
    private static final Set<String> PERSONAL = Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself");
    private static final Set<String> PLURAL = Set.of("they", "them", "their", "theirs", "themselves");
    private static final Set<String> NEUTER = Set.of("it", "its", "itself");

    private final Stages stages;

    CoreferenceScore(Stages stages) {
        this.stages = stages;
    }

    private enum Verdict {
        RIGHT,
        WRONG,
        SILENT
    }

    private static final class Counts {
        int right;
        int wrong;
        int silent;

        void add(Verdict verdict) {
            switch (verdict) {
                case RIGHT -> right++;
                case WRONG -> wrong++;
                case SILENT -> silent++;
            }
        }
    }

    ObjectNode of(Path file, PrintWriter out) throws IOException {
        Map<String, Counts> counts = new TreeMap<>();
        ClusterScore clusters = new ClusterScore();
        List<String> wrong = new ArrayList<>();
        for (Conllu.Document document : Conllu.documents(file)) {
            read(document, counts, clusters, wrong);
        }
        EventTypeEvaluation.save(wrong);
        ObjectNode result = new ObjectMapper().createObjectNode();
        out.printf(
                Locale.ROOT,
                "%-10s %6s %6s %6s %6s %9s %9s%n",
                "kind",
                "gold",
                "right",
                "wrong",
                "silent",
                "accuracy",
                "precision");
        counts.forEach((kind, n) -> row(kind, n, result.putObject(kind), out));
        out.printf(
                Locale.ROOT,
                "together   MUC %.1f  B3 %.1f  CEAFe %.1f  mean (CoNLL) %.1f%n",
                100 * clusters.muc(),
                100 * clusters.cubed(),
                100 * clusters.ceaf(),
                100 * clusters.conll());
        result.putObject("together")
                .put("muc", Labels.rounded(clusters.muc()))
                .put("b3", Labels.rounded(clusters.cubed()))
                .put("ceafe", Labels.rounded(clusters.ceaf()))
                .put("conll", Labels.rounded(clusters.conll()));
        return result;
    }

    private static void row(String kind, Counts n, ObjectNode node, PrintWriter out) {
        int all = n.right + n.wrong + n.silent;
        double accuracy = all == 0 ? 0 : (double) n.right / all;
        double precision = n.right + n.wrong == 0 ? 0 : (double) n.right / (n.right + n.wrong);
        node.put("gold", all)
                .put("accuracy", Math.round(10_000 * accuracy) / 10_000.0)
                .put("precision", Math.round(10_000 * precision) / 10_000.0);
        out.printf(
                Locale.ROOT,
                "%-10s %6d %6d %6d %6d %8.1f%% %8.1f%%%n",
                kind,
                all,
                n.right,
                n.wrong,
                n.silent,
                100 * accuracy,
                100 * precision);
    }

    private void read(Conllu.Document document, Map<String, Counts> counts, ClusterScore clusters, List<String> wrong) {
        List<EntityNotes.Noted> noted = EntityNotes.of(document);
        AnalyzedText text = stages.analyzer().analyze(document.text());
        List<EntityNotes.Noted> asked = new ArrayList<>();
        Map<EntityNotes.Noted, String> kinds = new HashMap<>();
        for (EntityNotes.Noted n : noted) {
            Optional<String> kind = kind(n, noted);
            if (kind.isPresent()) {
                asked.add(n);
                kinds.put(n, kind.get());
            } else if (isSomebody(n)) {
                asked.add(n);
            }
        }
        Actors actors = ActorEvaluation.resolved(
                Article.ofText(document.id(), document.text()),
                stages,
                asked.stream().map(EntityNotes.Noted::span).toList());
        Map<EntityNotes.Noted, String> key = new HashMap<>();
        Map<EntityNotes.Noted, String> answer = new HashMap<>();
        for (EntityNotes.Noted n : asked) {
            Optional<Entity> found = actors.at(n.span());
            key.put(n, n.entity());
            found.ifPresent(e -> answer.put(n, e.id()));
            if (!kinds.containsKey(n)) {
                continue;
            }
            Verdict verdict = verdict(n, found, noted, text);
            counts.computeIfAbsent(kinds.get(n), k -> new Counts()).add(verdict);
            if (verdict != Verdict.RIGHT) {
                wrong.add(document.id() + "\t" + kinds.get(n) + "\t" + verdict + "\t"
                        + n.span().of(document.text()) + "\t"
                        + found.map(Entity::name).orElse("-") + "\t" + first(n, noted, document.text()) + "\t"
                        + text.sentenceAt(n.span().start())
                                .map(s -> s.span().of(document.text()))
                                .orElse("")
                                .replaceAll("\\s+", " "));
            }
        }
        clusters.add(key, answer);
    }

    /** Told by a name, a noun or a pronoun that is nobody's who speaks or is spoken to. */
    private static boolean isSomebody(EntityNotes.Noted n) {
        String form = n.head().form().toLowerCase(Locale.ROOT);
        boolean pronoun = PERSONAL.contains(form) || PLURAL.contains(form) || NEUTER.contains(form);
        return TYPES.contains(n.type())
                && (n.head().upos().equals("PROPN") || n.head().upos().equals("NOUN") || pronoun);
    }

    private static String first(EntityNotes.Noted n, List<EntityNotes.Noted> noted, String text) {
        return noted.stream()
                .filter(o -> o.entity().equals(n.entity()))
                .findFirst()
                .map(o -> o.span().of(text).replaceAll("\\s+", " "))
                .orElse("");
    }

    /** What kind of mention it is, where it is one that is counted. */
    private static Optional<String> kind(EntityNotes.Noted n, List<EntityNotes.Noted> noted) {
        List<EntityNotes.Noted> before = noted.stream()
                .filter(o -> o.entity().equals(n.entity())
                        && o.span().start() < n.span().start())
                .toList();
        if (!TYPES.contains(n.type()) || before.isEmpty()) {
            return Optional.empty();
        }
        String form = n.head().form().toLowerCase(Locale.ROOT);
        if (n.words() == 1) {
            if (PERSONAL.contains(form)) {
                return Optional.of("he, she");
            } else if (PLURAL.contains(form)) {
                return Optional.of("they");
            } else if (NEUTER.contains(form)) {
                return Optional.of("it");
            }
        }
        boolean again = n.head().upos().equals("PROPN")
                && before.stream().anyMatch(o -> o.head().form().equals(n.head().form()));
        boolean role = n.head().upos().equals("NOUN") && n.definite();
        return again ? Optional.of("name") : role ? Optional.of("role") : Optional.empty();
    }

    private static Verdict verdict(
            EntityNotes.Noted n, Optional<Entity> found, List<EntityNotes.Noted> noted, AnalyzedText text) {
        Optional<Span> antecedent = found.stream()
                .flatMap(e -> e.mentions().stream())
                .filter(m -> m.start() < n.span().start())
                .max(Comparator.comparingInt(Span::start));
        if (antecedent.isEmpty()) {
            return Verdict.SILENT;
        }
        Optional<Token> head = text.sentenceAt(antecedent.get().start()).flatMap(s -> s.headOf(antecedent.get()));
        boolean right = head.isPresent()
                && noted.stream()
                        .filter(o -> o.head().span().overlaps(head.get().span())
                                || o.span().equals(antecedent.get()))
                        .anyMatch(o -> o.entity().equals(n.entity()));
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }
}
