package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who cites whom, how many independent vouchers, who denies, who copies: the definitions of {@code lineage.py}. Names are
 * compared without case, punctuation and "the", after the scorer's own abbreviations; a denial predicted where the gold has
 * silence is wrong; an unanswered count is never an overcount.
 */
final class LineageScore {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("ap", "associated press"),
            Map.entry("afp", "agence france presse"),
            Map.entry("wp", "washington post"),
            Map.entry("wapo", "washington post"),
            Map.entry("nyt", "new york times"),
            Map.entry("wsj", "wall street journal"),
            Map.entry("voa", "voice of america"),
            Map.entry("rt", "russia today"),
            Map.entry("ria", "ria novosti"),
            Map.entry("dw", "deutsche welle"),
            Map.entry("nbc news", "nbc"),
            Map.entry("cbs news", "cbs"),
            Map.entry("abc news", "abc"),
            Map.entry("bbc news", "bbc"),
            Map.entry("time magazine", "time"),
            Map.entry("hurriyet", "hurriyet daily news"),
            Map.entry("izvestiya", "izvestia"),
            Map.entry("rferl", "rfe rl"),
            Map.entry("aljazeera", "al jazeera"),
            Map.entry("tass news agency", "tass"));

    private static final Set<String> AGAINST = Set.of("denial", "contradiction");

    private final Counts edges = new Counts();
    private final Counts denials = new Counts();
    private final Counts copies = new Counts();
    private final List<String> wrong = new ArrayList<>();
    private int known;
    private int exact;
    private int withinOne;
    private int unknowable;
    private int honest;
    private int capped;
    private int over;
    private int oneRoot;
    private int oneRootOver;
    private int answered;
    private int notDenials;
    private int ignored;

    /** Hits among what the gold asks for and what is told. */
    static final class Counts {
        int gold;
        int predicted;
        int hits;

        ObjectNode node() {
            double p = predicted == 0 ? 0 : (double) hits / predicted;
            double r = gold == 0 ? 0 : (double) hits / gold;
            double f1 = p + r == 0 ? 0 : 2 * p * r / (p + r);
            return new ObjectMapper()
                    .createObjectNode()
                    .put("p", round(p))
                    .put("r", round(r))
                    .put("f1", round(f1))
                    .put("gold", gold)
                    .put("pred", predicted);
        }

        String row(String name) {
            ObjectNode n = node();
            return String.format(
                    Locale.ROOT,
                    "%-10s P %.3f R %.3f F1 %.3f   gold %d predicted %d",
                    name,
                    n.get("p").asDouble(),
                    n.get("r").asDouble(),
                    n.get("f1").asDouble(),
                    gold,
                    predicted);
        }
    }

    void add(String story, JsonNode gold, StoryPrediction prediction) {
        Map<String, String> aliases = new HashMap<>();
        gold.path("outlet_aliases")
                .properties()
                .forEach(e -> aliases.put(e.getKey(), e.getValue().asText()));
        gold.path("documents").forEach(d -> edges(story, d, prediction, aliases));
        gold.path("claims").forEach(c -> {
            count(c, prediction);
            disputes(c, prediction);
        });
        copies(gold, prediction);
    }

    private void edges(String story, JsonNode document, StoryPrediction prediction, Map<String, String> aliases) {
        Set<String> gold = names(document, "cites", aliases);
        Set<String> skipped = new HashSet<>();
        for (String field : List.of("ignore", "cites_generic", "cites_other", "cites_not_in_stored_text")) {
            skipped.addAll(names(document, field, aliases));
        }
        skipped.removeAll(gold);
        String doc = document.path("doc").asText();
        Set<String> predicted = new TreeSet<>();
        prediction.cites.getOrDefault(doc, Set.of()).forEach(o -> predicted.add(name(o, aliases)));
        predicted.removeAll(skipped);
        Set<String> hits = new TreeSet<>(gold);
        hits.retainAll(predicted);
        edges.gold += gold.size();
        edges.predicted += predicted.size();
        edges.hits += hits.size();
        if (!gold.equals(predicted)) {
            gold.removeAll(hits);
            predicted.removeAll(hits);
            wrong.add(story + " " + doc + ": missed " + gold + ", wrong " + predicted);
        }
    }

    private void count(JsonNode claim, StoryPrediction prediction) {
        String id = claim.path("id").asText();
        boolean spoken = prediction.independent.containsKey(id);
        Optional<Integer> given = prediction.independent.getOrDefault(id, Optional.empty());
        Optional<Integer> gold = number(claim, "independent");
        Optional<Integer> low = number(claim, "independent_min");
        Optional<Integer> high = number(claim, "independent_max");
        answered += given.isPresent() ? 1 : 0;
        if (gold.isPresent()) {
            known++;
            exact += given.equals(gold) ? 1 : 0;
            withinOne += given.isPresent() && Math.abs(given.get() - gold.get()) <= 1 ? 1 : 0;
        } else {
            unknowable++;
            boolean within =
                    given.isPresent() && low.isPresent() && low.get() <= given.get() && given.get() <= high.orElse(0);
            honest += spoken && (given.isEmpty() || within) ? 1 : 0;
        }
        if (high.isPresent()) {
            capped++;
            over += given.isPresent() && given.get() > high.get() ? 1 : 0;
            if (high.get() == 1) {
                oneRoot++;
                oneRootOver += given.isPresent() && given.get() > 1 ? 1 : 0;
            }
        }
    }

    private void disputes(JsonNode claim, StoryPrediction prediction) {
        List<StoryPrediction.Dispute> predicted =
                prediction.disputes.getOrDefault(claim.path("id").asText(), List.of());
        if (!claim.path("disputes_scored").asBoolean()) {
            ignored += predicted.size();
            return;
        }
        List<JsonNode> gold = new ArrayList<>();
        claim.path("disputes").forEach(gold::add);
        denials.gold += (int) gold.stream().filter(LineageScore::isAgainst).count();
        Set<Integer> hit = new HashSet<>();
        for (StoryPrediction.Dispute dispute : predicted) {
            if (!AGAINST.contains(dispute.kind())) {
                continue;
            }
            int best = best(gold, dispute.by());
            if (best < 0) {
                denials.predicted++;
            } else if (isAgainst(gold.get(best))) {
                if (hit.add(best)) {
                    denials.predicted++;
                    denials.hits++;
                }
            } else if (!gold.get(best).path("kind").asText().equals("implied")) {
                denials.predicted++;
                notDenials++;
            }
        }
    }

    private static int best(List<JsonNode> gold, String by) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < gold.size(); i++) {
            int same = sameParty(gold.get(i), by);
            boolean more =
                    same > most || same == most && same > 0 && isAgainst(gold.get(i)) && !isAgainst(gold.get(best));
            if (more) {
                best = i;
                most = same;
            }
        }
        return best;
    }

    private static boolean isAgainst(JsonNode dispute) {
        return AGAINST.contains(dispute.path("kind").asText());
    }

    /** Length of the longest gold name that the predicted one holds as a run of words. */
    private static int sameParty(JsonNode gold, String by) {
        String predicted = " " + folded(by) + " ";
        List<String> names = new ArrayList<>(List.of(gold.path("by").asText()));
        gold.path("aliases").forEach(a -> names.add(a.asText()));
        return names.stream()
                .map(n -> " " + folded(n) + " ")
                .filter(predicted::contains)
                .findFirst()
                .map(String::length)
                .orElse(0);
    }

    private void copies(JsonNode gold, StoryPrediction prediction) {
        Set<Set<String>> pairs = new HashSet<>();
        gold.path("copy_pairs")
                .forEach(p -> pairs.add(Set.of(p.get(0).asText(), p.get(1).asText())));
        if (!pairs.isEmpty()) {
            copies.gold += pairs.size();
            copies.predicted += prediction.copies.size();
            pairs.retainAll(prediction.copies);
            copies.hits += pairs.size();
        }
    }

    ObjectNode figures() {
        ObjectNode result = new ObjectMapper().createObjectNode();
        result.set("edges", edges.node());
        result.putObject("independent")
                .put("claims_known", known)
                .put("exact", known == 0 ? 0 : round((double) exact / known))
                .put("within_1", known == 0 ? 0 : round((double) withinOne / known))
                .put("overcounts", over)
                .put("claims_with_maximum", capped)
                .put("one_root_overcounts", oneRootOver)
                .put("one_root_claims", oneRoot)
                .put("unknowable", unknowable)
                .put("honest_on_unknowable", honest)
                .put("answered", answered);
        result.set(
                "disputes", denials.node().put("not_a_denial", notDenials).put("ignored_on_unscored_claims", ignored));
        result.set("copies", copies.node());
        return result;
    }

    void print(PrintWriter out) {
        out.println(edges.row("edges"));
        out.println(denials.row("disputes") + "   shown as denial but is none: " + notDenials);
        out.println(copies.row("copies"));
        out.printf(
                Locale.ROOT,
                "independent  exact %d of %d, within one %d, overcounts %d of %d, on one-root claims %d of %d, answered %d%n",
                exact,
                known,
                withinOne,
                over,
                capped,
                oneRootOver,
                oneRoot,
                answered);
        wrong.forEach(w -> out.println("   " + w));
    }

    private static Optional<Integer> number(JsonNode claim, String field) {
        return claim.path(field).isNumber() ? Optional.of(claim.path(field).asInt()) : Optional.empty();
    }

    private static Set<String> names(JsonNode document, String field, Map<String, String> aliases) {
        Set<String> names = new TreeSet<>();
        document.path(field).forEach(n -> names.add(name(n.asText(), aliases)));
        return names;
    }

    private static String name(String written, Map<String, String> aliases) {
        String plain = folded(written).replaceFirst("^the ", "");
        String own = aliases.getOrDefault(plain, plain);
        return SHORT.getOrDefault(own, own);
    }

    /** As the scorer compares names of outlets: "AP" and "The Associated Press" are one. */
    static String shortName(String written) {
        return name(written, Map.of());
    }

    /** Whether a name holds one of those by which the gold knows a party. */
    static boolean isParty(JsonNode gold, String by) {
        return sameParty(gold, by) > 0;
    }

    private static String folded(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("(?U)\\W+", " ").strip();
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
