package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sayso.actor.Actors;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Entity;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;

/**
 * Who is meant, against short texts written for Sayso (bench/gold/actors.tsv, which describes its columns) and, for
 * coreference alone, against a UD treebank that notes entities as GUM does ({@link EntityNotes}): a {@code .conllu} file, or
 * {@code gum_open_dev.conllu} in the folder.
 *
 * <p>Of the texts: a mention is right when the entity's name is, and when it is the same entity as the other mentions of that
 * name; kind, country, sector and role are counted where the mention is given them.
 */
public final class ActorEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FIELDS = List.of("entity", "kind", "country", "sector", "role", "texts");

    /**
     * One mention as the table writes it.
     *
     * @param key the same for mentions of one entity; its name up to an "@", alternatives parted by "|"
     * @param fields kind, country, sector and role as far as they are given; empty: not looked at; "-": none
     */
    private record Expected(String words, Span span, String key, List<String> fields) {
        static List<Expected> read(String cell, String text) {
            List<Expected> all = new ArrayList<>();
            for (String one : cell.split("; ")) {
                String[] sides = one.split(" => ");
                if (sides.length != 2) {
                    throw new IllegalArgumentException("words => name is missing in: " + one);
                }
                String[] words = sides[0].split("#");
                int at = -1;
                for (int n = words.length == 2 ? Integer.parseInt(words[1]) : 1; n > 0; n--) {
                    at = next(text, words[0], at + 1);
                }
                List<String> fields = Stream.of(sides[1].split(" \\|(?= )", -1))
                        .map(String::strip)
                        .toList();
                all.add(new Expected(
                        sides[0],
                        new Span(at, at + words[0].length()),
                        fields.getFirst(),
                        fields.subList(1, fields.size())));
            }
            return all;
        }

        /** Where the words stand next, not inside of another word. */
        private static int next(String text, String words, int from) {
            int at = from;
            while (true) {
                at = text.indexOf(words, at);
                if (at < 0) {
                    throw new IllegalArgumentException("\"" + words + "\" is not in: " + text);
                }
                int end = at + words.length();
                boolean whole = (at == 0 || !Character.isLetter(text.charAt(at - 1)))
                        && (end == text.length() || !Character.isLetter(text.charAt(end)));
                if (whole) {
                    return at;
                }
                at++;
            }
        }

        boolean nobody() {
            return key.equals("-");
        }

        boolean names(String name) {
            return Stream.of(key.split("@")[0].split("\\|")).anyMatch(n -> bare(n).equals(bare(name)));
        }

        /** A state is its government; articles and case do not count. */
        private static String bare(String name) {
            return name.toLowerCase(Locale.ROOT)
                    .replaceFirst("^government of ", "")
                    .replaceFirst("^(the|a|an) ", "");
        }
    }

    /** Right and all, by field. */
    private static final class Counts {
        private final Map<String, int[]> byField = new TreeMap<>();

        void count(String field, boolean right) {
            int[] n = byField.computeIfAbsent(field, k -> new int[2]);
            n[0] += right ? 1 : 0;
            n[1]++;
        }

        int[] of(String field) {
            return byField.getOrDefault(field, new int[2]);
        }
    }

    @Override
    public String task() {
        return "actor";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        ObjectNode result = MAPPER.createObjectNode().put("task", task());
        Path texts = Gold.file(gold, "actors.tsv");
        Path treebank = Gold.file(gold, "gum_open_dev.conllu");
        boolean isTreebank = treebank.toString().endsWith(".conllu") && Files.exists(treebank);
        if (isTreebank) {
            result.set("coreference", new CoreferenceScore(stages).of(treebank, out));
        }
        if (!isTreebank || (!texts.equals(treebank) && Files.exists(texts))) {
            texts(texts, stages, result, out);
        }
        return result;
    }

    private static void texts(Path file, Stages stages, ObjectNode result, PrintWriter out) throws IOException {
        Map<String, Counts> sets = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t");
                read(cells, stages, sets.computeIfAbsent(cells[0], k -> new Counts()), wrong);
            }
        }
        EventTypeEvaluation.save(wrong);
        out.printf(Locale.ROOT, "%-8s", "set");
        FIELDS.forEach(f -> out.printf(Locale.ROOT, " %18s", f));
        out.println();
        sets.forEach((name, counts) -> {
            ObjectNode row = result.putObject(name);
            out.printf(Locale.ROOT, "%-8s", name);
            for (String field : FIELDS) {
                int[] n = counts.of(field);
                double share = n[1] == 0 ? 0 : (double) n[0] / n[1];
                row.put(field, Math.round(10_000 * share) / 10_000.0);
                out.printf(Locale.ROOT, " %18s", String.format(Locale.ROOT, "%d/%d %.1f%%", n[0], n[1], 100 * share));
            }
            out.println();
        });
    }

    private static void read(String[] cells, Stages stages, Counts counts, List<String> wrong) {
        String text = cells[3];
        List<Expected> expected = Expected.read(cells[4], text);
        Actors actors = resolved(
                article(text, cells[1], cells[2]),
                stages,
                expected.stream().map(Expected::span).toList());
        Map<String, String> idOf = new HashMap<>();
        Map<String, String> keyOf = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Expected e : expected) {
            Optional<Entity> found = actors.at(e.span());
            boolean right = e.nobody()
                    ? found.isEmpty()
                    : found.filter(x -> e.names(x.name())).isPresent();
            if (right && found.isPresent()) {
                String id = found.get().id();
                right = idOf.computeIfAbsent(e.key(), k -> id).equals(id)
                        && keyOf.computeIfAbsent(id, k -> e.key()).equals(e.key());
            }
            counts.count("entity", right);
            if (!right) {
                faults.add(e.words() + " is "
                        + found.map(x -> x.name() + " (" + x.id() + ")").orElse("nobody") + ", not " + e.key());
            } else {
                found.ifPresent(x -> fields(e, x, counts, faults));
            }
        }
        counts.count("texts", faults.isEmpty());
        if (!faults.isEmpty()) {
            wrong.add(cells[0] + "\t" + text + "\t" + String.join("; ", faults));
        }
    }

    static Actors resolved(Article article, Stages stages, List<Span> spans) {
        AnalyzedText text = stages.analyzer().analyze(article.text());
        return stages.actorResolver()
                .resolve(
                        article,
                        text,
                        stages.attributor().attribute(text),
                        stages.placeFinder().find(text, article),
                        spans);
    }

    private static void fields(Expected e, Entity found, Counts counts, List<String> faults) {
        List<String> values = List.of(
                found.kind().name().toLowerCase(Locale.ROOT),
                found.country().orElse("-"),
                found.sector().orElse("-"),
                found.role().orElse("-"));
        for (int i = 0; i < e.fields().size(); i++) {
            String wanted = e.fields().get(i);
            if (!wanted.isEmpty()) {
                boolean right = List.of(wanted.split("\\|", -1)).contains(values.get(i));
                counts.count(FIELDS.get(i + 1), right);
                if (!right) {
                    faults.add(e.words() + " has " + FIELDS.get(i + 1) + " " + values.get(i) + ", not " + wanted);
                }
            }
        }
    }

    private static Article article(String text, String day, String place) {
        Article bare = Article.ofText("text", text);
        Optional<Dateline> dateline = place.equals("-")
                ? Optional.empty()
                : Optional.of(new Dateline(Optional.of(place), Optional.empty(), Optional.empty(), new Span(0, 1)));
        return new Article(
                bare.id(),
                bare.docId(),
                bare.url(),
                bare.publisher(),
                bare.title(),
                List.of(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                dateline,
                List.of(),
                List.of(),
                bare.language(),
                text);
    }
}
