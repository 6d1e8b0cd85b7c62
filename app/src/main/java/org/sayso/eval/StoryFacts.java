package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Lineage;
import org.sayso.model.Story;

/**
 * What gold of our own asks of a story besides roots and denials: figures by party with their relation, wire credits, shared
 * briefings, changes and who keeps silent. Fields of {@code gold.json} that are absent ask for nothing. The schema is that of
 * bench/stories/README.md.
 */
final class StoryFacts {
    private final LineageScore.Counts figures = new LineageScore.Counts();
    private final LineageScore.Counts lineage = new LineageScore.Counts();
    private final LineageScore.Counts changes = new LineageScore.Counts();
    private final LineageScore.Counts silent = new LineageScore.Counts();
    private final List<String> wrong = new ArrayList<>();
    private int strays;

    void add(JsonNode gold, List<Story> stories, StoryPrediction prediction) {
        Set<String> docs = new HashSet<>();
        gold.path("documents").forEach(d -> docs.add(d.path("doc").asText()));
        List<Story> own = stories.stream()
                .filter(s -> s.docs().stream().anyMatch(docs::contains))
                .toList();
        if (gold.path("changes").isArray()) {
            figures(gold, own);
            lineage(gold, own);
            changes(gold, own);
            silent(gold, prediction);
        }
    }

    private void figures(JsonNode gold, List<Story> stories) {
        List<Claim> claims = stories.stream().flatMap(s -> s.claims().stream()).toList();
        List<Claim.FigureLine> lines =
                claims.stream().flatMap(c -> c.figures().stream()).toList();
        Set<Claim.FigureLine> used = new HashSet<>();
        for (JsonNode asked : gold.path("figures")) {
            figures.gold++;
            Optional<Claim.FigureLine> found = lines.stream()
                    .filter(l -> !used.contains(l) && isMeant(asked, l) && isRelated(asked, l))
                    .findFirst();
            found.ifPresent(used::add);
            figures.hits += found.isPresent() ? 1 : 0;
            if (found.isEmpty()) {
                wrong.add("figure missing: " + asked + ", of that number "
                        + lines.stream()
                                .filter(l -> same(asked, "low", l.low()))
                                .map(l -> l.party() + " " + l.measure() + " " + l.relation())
                                .distinct()
                                .toList());
            }
        }
        figures.predicted += lines.size();
        for (JsonNode never : gold.path("figures_never")) {
            for (Claim claim : claims) {
                boolean stray = claim.figures().stream()
                                .anyMatch(l ->
                                        l.low().isPresent() && l.low().get().intValue() == never.asInt())
                        && claim.figures().stream().anyMatch(used::contains);
                strays += stray ? 1 : 0;
                if (stray) {
                    wrong.add("figure " + never + " does not belong to \"" + claim.summary() + "\"");
                }
            }
        }
    }

    private static boolean isMeant(JsonNode asked, Claim.FigureLine l) {
        return asked.path("measure").asText().equals(l.measure().name().toLowerCase(Locale.ROOT))
                && same(asked, "low", l.low())
                && (!asked.has("high") || same(asked, "high", l.high()))
                && LineageScore.isParty(asked, l.party());
    }

    private static boolean isRelated(JsonNode asked, Claim.FigureLine l) {
        return Arrays.asList(asked.path("relation").asText().split("\\|"))
                .contains(l.relation().name().toLowerCase(Locale.ROOT));
    }

    private static boolean same(JsonNode asked, String bound, Optional<BigDecimal> value) {
        return value.isPresent()
                && value.get().compareTo(new BigDecimal(asked.path(bound).asText())) == 0;
    }

    private void lineage(JsonNode gold, List<Story> stories) {
        Set<String> asked = new TreeSet<>();
        gold.path("wire")
                .forEach(w -> asked.add(edge(
                        w.get(0).asText(),
                        "wire",
                        LineageScore.shortName(w.get(1).asText()))));
        gold.path("briefings")
                .forEach(b ->
                        asked.add(edge(b.get(0).asText(), "briefing", b.get(1).asText())));
        Set<String> told = new TreeSet<>();
        for (Story story : stories) {
            for (Lineage l : story.lineage()) {
                switch (l.kind()) {
                    case WIRE -> told.add(edge(l.doc(), "wire", LineageScore.shortName(l.to())));
                    case BRIEFING -> told.add(edge(l.doc(), "briefing", l.to().replaceFirst(",.*", "")));
                    case CITES, COPIES -> {}
                }
            }
        }
        count(lineage, asked, told, "edge");
    }

    private static String edge(String doc, String kind, String to) {
        return doc + " " + kind + " " + to;
    }

    private void changes(JsonNode gold, List<Story> stories) {
        Set<String> asked = new TreeSet<>();
        gold.path("changes")
                .forEach(c ->
                        asked.add(c.path("what").asText() + " " + c.path("doc").asText()));
        Set<String> told = new TreeSet<>();
        for (Story story : stories) {
            for (Change c : story.changes()) {
                told.add(c.what().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + c.doc());
            }
        }
        count(changes, asked, told, "change");
    }

    private void silent(JsonNode gold, StoryPrediction prediction) {
        for (JsonNode claim : gold.path("claims")) {
            List<StoryPrediction.Dispute> told =
                    prediction.disputes.getOrDefault(claim.path("id").asText(), List.of()).stream()
                            .filter(d -> d.kind().equals("no_comment"))
                            .toList();
            silent.predicted += told.size();
            for (JsonNode d : claim.path("disputes")) {
                if (d.path("kind").asText().equals("no_comment")) {
                    silent.gold++;
                    boolean found = told.stream().anyMatch(t -> LineageScore.isParty(d, t.by()));
                    silent.hits += found ? 1 : 0;
                    if (!found) {
                        wrong.add("silence missing: " + d.path("by").asText() + " on "
                                + claim.path("text").asText() + ", told " + told);
                    }
                }
            }
        }
    }

    private void count(LineageScore.Counts tally, Set<String> asked, Set<String> told, String what) {
        tally.gold += asked.size();
        tally.predicted += told.size();
        for (String one : asked) {
            if (told.contains(one)) {
                tally.hits++;
            } else {
                wrong.add(what + " missing: " + one);
            }
        }
        told.stream().filter(t -> !asked.contains(t)).forEach(t -> wrong.add(what + " not asked for: " + t));
    }

    ObjectNode figures() {
        ObjectNode result = new ObjectMapper().createObjectNode();
        result.set("figures", figures.node().put("strays", strays));
        result.set("wire_and_briefings", lineage.node());
        result.set("changes", changes.node());
        result.set("silent", silent.node());
        return result;
    }

    boolean isEmpty() {
        return figures.gold + changes.gold == 0;
    }

    void print(PrintWriter out) {
        out.println(figures.row("figures") + "   in a claim where they do not belong: " + strays);
        out.println(lineage.row("wire, briefings"));
        out.println(changes.row("changes"));
        out.println(silent.row("silent"));
        wrong.forEach(w -> out.println("   " + w));
    }
}
