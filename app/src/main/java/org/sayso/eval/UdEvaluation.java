package org.sayso.eval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sayso.analysis.Analyzer;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.pipeline.Stages;
import org.sayso.text.TokenizedSentence;

/**
 * Tags and trees against UD treebanks, on gold tokens (accuracy over all words, full relation labels) and from raw text (F1
 * over words aligned by their characters, as in the CoNLL 2018 shared task).
 */
public final class UdEvaluation implements Evaluation {
    @Override
    public String task() {
        return "ud";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        List<Path> files = Files.isDirectory(gold)
                ? List.of(gold.resolve("ewt_dev.conllu"), gold.resolve("gum_open_dev.conllu"))
                : List.of(gold);
        for (Path file : files) {
            List<Conllu.Document> documents = Conllu.documents(file);
            ObjectNode node =
                    figures.putObject(Objects.requireNonNull(file.getFileName()).toString());
            if (stages.analyzer() instanceof LanguageEngine engine) {
                measure(documents, d -> engine.analyze(d.text(), tokens(d)), out, file + ", gold tokens")
                        .forEach((k, t) -> t.write(node, "gold " + k));
            }
            Analyzer analyzer = stages.analyzer();
            measure(documents, d -> analyzer.analyze(d.text()), out, file + ", raw text")
                    .forEach((k, t) -> t.write(node, "raw " + k));
        }
        return figures;
    }

    private interface Reader {
        AnalyzedText read(Conllu.Document document);
    }

    private static Map<String, Tally> measure(
            List<Conllu.Document> documents, Reader reader, PrintWriter out, String title) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (Conllu.Document document : documents) {
            compare(document, reader.read(document), tallies);
        }
        out.println(title);
        tallies.forEach((name, tally) -> out.printf(Locale.ROOT, "  %-10s %s%n", name, tally.line()));
        out.flush();
        return tallies;
    }

    private static List<TokenizedSentence> tokens(Conllu.Document document) {
        return document.sentences().stream()
                .map(rows -> new TokenizedSentence(
                        0, rows.stream().map(Conllu.Row::span).toList()))
                .toList();
    }

    private static void compare(Conllu.Document document, AnalyzedText read, Map<String, Tally> tallies) {
        Map<Span, Conllu.Row> gold = new HashMap<>();
        Map<Span, Span> heads = new HashMap<>();
        Set<Span> goldSentences = new HashSet<>();
        for (List<Conllu.Row> rows : document.sentences()) {
            goldSentences.add(rows.getFirst().span().union(rows.getLast().span()));
            for (Conllu.Row row : rows) {
                gold.put(row.span(), row);
                if (row.head() > 0) {
                    heads.put(row.span(), rows.get(row.head() - 1).span());
                }
            }
        }
        Set<Span> sentences = new HashSet<>();
        Map<String, Integer> right = new LinkedHashMap<>();
        int words = 0;
        for (Sentence sentence : read.sentences()) {
            sentences.add(sentence.span());
            for (Token token : sentence.tokens()) {
                words++;
                Conllu.Row row = gold.get(token.span());
                if (row != null) {
                    word(sentence, token, row, heads, right);
                }
            }
        }
        int guessed = words;
        for (String measure : List.of("tokens", "UPOS", "XPOS", "lemmas", "UAS", "LAS")) {
            tallies.computeIfAbsent(measure, k -> new Tally())
                    .add(right.getOrDefault(measure, 0), guessed, gold.size());
        }
        tallies.computeIfAbsent("sentences", k -> new Tally()).add(sentences, goldSentences);
    }

    private static void word(
            Sentence sentence, Token token, Conllu.Row row, Map<Span, Span> heads, Map<String, Integer> right) {
        right.merge("tokens", 1, Integer::sum);
        right.merge("UPOS", token.upos().name().equals(row.upos()) ? 1 : 0, Integer::sum);
        right.merge("XPOS", token.xpos().equals(row.xpos()) ? 1 : 0, Integer::sum);
        right.merge("lemmas", token.lemma().equals(row.lemma()) ? 1 : 0, Integer::sum);
        Span head = token.isRoot() ? null : sentence.token(token.head()).span();
        if (Objects.equals(head, heads.get(row.span()))) {
            right.merge("UAS", 1, Integer::sum);
            right.merge("LAS", token.relation().equals(row.relation()) ? 1 : 0, Integer::sum);
        }
    }
}
