package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.Figure;
import org.sayso.model.Figure.Measure;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.model.Victim;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/**
 * Victims by number and effect in MUC-4's templates, over the documents that have such a slot. A filler of HUM TGT NUMBER is
 * joined with HUM TGT EFFECT by the string both stand for: death, injury, or being held where a kidnapping names no effect;
 * fillers of another effect or none are left out. A filler is found when the reading has a figure with that numeral, as either
 * bound, and one of its effects; a single {@link Victim} of whom it is said to have happened is a "1". Precision counts each number and effect of a document once; it is right when any template of
 * the document has it. Being held is an effect of kidnappings only, so it counts only in documents with such a template: arrests
 * are no slot of MUC-4. Two rows: numbers of two and more, and all, where "1" mostly stands for a person named.
 */
final class MucVictims {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NUMERAL = Pattern.compile("\\d+");
    private static final Set<Measure> EFFECTS = EnumSet.of(Measure.KILLED, Measure.INJURED, Measure.DETAINED);

    /** One filler: its numerals ("3 - 5" has two) and the effects it may have. */
    private record Victims(List<BigDecimal> numbers, Set<Measure> effects) {
        boolean isOne() {
            return numbers.equals(List.of(BigDecimal.ONE));
        }

        boolean isMetBy(Told v) {
            return effects.contains(v.effect()) && numbers.stream().anyMatch(v.numbers()::contains);
        }
    }

    /** What a figure says, or what became of one person. */
    private record Told(Measure effect, List<BigDecimal> numbers) implements Comparable<Told> {
        static Told of(Victim victim) {
            return new Told(victim.measure(), List.of(BigDecimal.ONE));
        }

        static Told of(Figure f) {
            List<BigDecimal> bounds = new ArrayList<>();
            f.low().map(BigDecimal::stripTrailingZeros).ifPresent(bounds::add);
            f.high()
                    .map(BigDecimal::stripTrailingZeros)
                    .filter(n -> !bounds.contains(n))
                    .ifPresent(bounds::add);
            return new Told(f.measure(), bounds);
        }

        boolean isOne() {
            return numbers.equals(List.of(BigDecimal.ONE));
        }

        @Override
        public int compareTo(Told o) {
            return toString().compareTo(o.toString());
        }
    }

    /** Counts of one row. */
    private static final class Counts {
        int templates;
        int gold;
        int found;
        int predicted;
        int right;
    }

    private MucVictims() {}

    static ObjectNode run(Path file, Stages stages, PrintWriter out, List<String> predictions) throws IOException {
        Counts many = new Counts();
        Counts all = new Counts();
        int documents = 0;
        Pipeline pipeline = new Pipeline(stages);
        for (JsonNode document : Gold.lines(file)) {
            List<List<Victims>> templates = new ArrayList<>();
            document.path("templates").forEach(t -> templates.add(victims(t.path("slots"))));
            if (templates.stream().allMatch(List::isEmpty)) {
                continue;
            }
            documents++;
            Set<Told> found = new TreeSet<>();
            boolean kidnapping = templates.stream()
                    .flatMap(List::stream)
                    .anyMatch(v -> v.effects().contains(Measure.DETAINED));
            Reading reading = read(pipeline, document);
            Stream.concat(
                            reading.figures().stream().map(Told::of),
                            reading.victims().stream()
                                    .filter(MucVictims::isFact)
                                    .map(Told::of))
                    .filter(v -> EFFECTS.contains(v.effect()))
                    .filter(v -> kidnapping || v.effect() != Measure.DETAINED)
                    .forEach(found::add);
            count(all, templates, found);
            count(
                    many,
                    templates.stream()
                            .map(t -> t.stream().filter(v -> !v.isOne()).toList())
                            .toList(),
                    found.stream().filter(v -> !v.isOne()).toList());
            predictions.add(document.path("doc").asText() + "\t" + templates + "\t" + found);
        }
        out.printf(Locale.ROOT, "%-22s %9s %5s %5s  %s%n", "MUC-4 victims", "templates", "gold", "pred", "P/R/F1");
        ObjectNode node = MAPPER.createObjectNode().put("documents", documents);
        node.set("many", row("two and more", many, out));
        node.set("all", row("all", all, out));
        return node;
    }

    private static boolean isFact(Victim victim) {
        return switch (victim.factuality().status()) {
            case HAPPENED, ONGOING -> true;
            case PLANNED, REQUESTED, CONDITIONAL, HYPOTHETICAL, DENIED -> false;
        };
    }

    private static Reading read(Pipeline pipeline, JsonNode document) throws IOException {
        Page page = new Page(
                document.path("doc").asText(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Page.Plain(document.path("text").asText()));
        return Gold.read(pipeline, page);
    }

    private static List<Victims> victims(JsonNode slots) {
        boolean kidnapping = slots.path("incident_type").toString().contains("KIDNAPPING");
        List<Victims> all = new ArrayList<>();
        for (JsonNode filler : slots.path("hum_tgt_number").path("fillers")) {
            List<BigDecimal> numbers = new ArrayList<>();
            Matcher numeral = NUMERAL.matcher(filler.path("values").toString());
            while (numeral.find()) {
                numbers.add(new BigDecimal(numeral.group()).stripTrailingZeros());
            }
            Set<Measure> effects = effects(
                    filler.path("of"), slots.path("hum_tgt_effect_of_incident").path("fillers"), kidnapping);
            if (!numbers.isEmpty() && !effects.isEmpty()) {
                all.add(new Victims(numbers, effects));
            }
        }
        return all;
    }

    private static Set<Measure> effects(JsonNode strings, JsonNode fillers, boolean kidnapping) {
        Set<Measure> effects = EnumSet.noneOf(Measure.class);
        boolean told = false;
        for (JsonNode filler : fillers) {
            if (!share(strings, filler.path("of"))) {
                continue;
            }
            told = true;
            for (JsonNode value : filler.path("values")) {
                switch (value.asText().replaceAll("[()]", "")) {
                    case "DEATH" -> effects.add(Measure.KILLED);
                    case "INJURY" -> effects.add(Measure.INJURED);
                    default -> {}
                }
            }
        }
        if (!told && kidnapping) {
            effects.add(Measure.DETAINED);
        }
        return effects;
    }

    private static boolean share(JsonNode some, JsonNode others) {
        for (JsonNode a : some) {
            for (JsonNode b : others) {
                if (a.equals(b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void count(Counts counts, List<List<Victims>> templates, Iterable<Told> found) {
        for (List<Victims> template : templates) {
            counts.templates += template.isEmpty() ? 0 : 1;
            counts.gold += template.size();
            for (Victims v : template) {
                boolean met = false;
                for (Told f : found) {
                    met |= v.isMetBy(f);
                }
                counts.found += met ? 1 : 0;
            }
        }
        boolean any = templates.stream().anyMatch(t -> !t.isEmpty());
        for (Told f : found) {
            counts.predicted += any ? 1 : 0;
            counts.right += templates.stream().flatMap(List::stream).anyMatch(v -> v.isMetBy(f)) ? 1 : 0;
        }
    }

    private static ObjectNode row(String name, Counts c, PrintWriter out) {
        double p = c.predicted == 0 ? 0 : (double) c.right / c.predicted;
        double r = c.gold == 0 ? 0 : (double) c.found / c.gold;
        double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
        out.printf(
                Locale.ROOT,
                "%-22s %9d %5d %5d  %.1f / %.1f / %.1f%n",
                name,
                c.templates,
                c.gold,
                c.predicted,
                100 * p,
                100 * r,
                100 * f);
        return MAPPER.createObjectNode()
                .put("templates", c.templates)
                .put("gold", c.gold)
                .put("predicted", c.predicted)
                .put("p", FiguresEvaluation.round(p))
                .put("r", FiguresEvaluation.round(r))
                .put("f1", FiguresEvaluation.round(f));
    }
}
