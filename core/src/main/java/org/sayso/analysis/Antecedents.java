package org.sayso.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sayso.model.ProposedAntecedents;
import org.sayso.model.ProposedAntecedents.Candidate;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Which word before it a noun or pronoun takes up: every such word of an article, over all its windows, chooses among those
 * before it, or none (Lee et al. 2017, with one vector a word). training/FORMAT.md describes the score. Holds one article's
 * words; used by one thread.
 */
final class Antecedents {
    /** Kinds of words, numbered as the rows of the weights' tables; the first are the pronouns of these forms. */
    private static final List<Set<String>> FORMS = List.of(
            Set.of("he", "him", "his", "himself"),
            Set.of("she", "her", "hers", "herself"),
            Set.of("it", "its", "itself"),
            Set.of("they", "them", "their", "theirs", "themselves"),
            Set.of(
                    "i",
                    "me",
                    "my",
                    "mine",
                    "myself",
                    "we",
                    "us",
                    "our",
                    "ours",
                    "ourselves",
                    "you",
                    "your",
                    "yours",
                    "yourself",
                    "yourselves"));

    private static final int THEY = 3;
    private static final int PRONOUN = 5;
    private static final int NAME = 6;
    private static final int DEFINITE = 7;
    private static final int NOUN = 8;
    static final int KINDS = 9;

    private static final Set<String> DETERMINERS = Set.of("the", "this", "that", "these", "those");
    private static final List<String> ROLES = List.of("nsubj", "obj", "obl", "nmod", "conj", "appos", "root");
    private static final int[] DISTANCES = {0, 1, 2, 3, 5, 8, 16};
    private static final int NEAR = 8;
    private static final int FAR = 60;
    private static final double HARDLY = 0.01;

    /** A noun or pronoun. The vector: what it seeks, what it offers, its score for taking up nobody, and that for being somebody. */
    private record Word(Token token, int sentence, int kind, int role, int plural, String lemma, float[] vector) {}

    private final List<Word> words = new ArrayList<>();

    /** @param from slot of the sentence's first word */
    void add(Sentence sentence, int from, Scores scores) {
        if (scores.refer().length == 0) {
            return;
        }
        for (Token t : sentence.tokens()) {
            boolean part = t.is("compound") || t.is("flat") || t.is("fixed") || t.is("case") || t.is("amod");
            if ((t.isNoun() || t.upos() == Upos.PRON) && !part) {
                List<Token> children = sentence.children(t);
                boolean plural = t.xpos().equals("NNS")
                        || t.xpos().equals("NNPS")
                        || children.stream().anyMatch(c -> c.is("conj"));
                words.add(new Word(
                        t,
                        sentence.index(),
                        kind(t, children),
                        role(t),
                        plural ? 1 : 0,
                        t.lemma().toLowerCase(Locale.ROOT),
                        scores.refer(from + t.index())));
            }
        }
    }

    private static int kind(Token t, List<Token> children) {
        String form = t.form().toLowerCase(Locale.ROOT);
        if (t.upos() == Upos.PRON) {
            for (int kind = 0; kind < FORMS.size(); kind++) {
                if (FORMS.get(kind).contains(form)) {
                    return kind;
                }
            }
            return PRONOUN;
        }
        boolean determined = children.stream()
                .anyMatch(c -> c.relation().equals("nmod:poss")
                        || c.relation().equals("det")
                                && DETERMINERS.contains(c.form().toLowerCase(Locale.ROOT)));
        return t.upos() == Upos.PROPN ? NAME : determined ? DEFINITE : NOUN;
    }

    private static int role(Token t) {
        if (t.relation().equals("nmod:poss")) {
            return ROLES.size() + 1;
        }
        for (int i = 0; i < ROLES.size(); i++) {
            if (t.is(ROLES.get(i)) || ROLES.get(i).equals("obj") && t.is("iobj")) {
                return i;
            }
        }
        return ROLES.size();
    }

    /** Of all words that ask, in order. */
    List<ProposedAntecedents> scored(Labels.Refer tables) {
        List<ProposedAntecedents> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).kind() <= THEY || words.get(i).kind() == DEFINITE) {
                all.add(scored(tables, i));
            }
        }
        return all;
    }

    private ProposedAntecedents scored(Labels.Refer tables, int i) {
        Word asker = words.get(i);
        int room = asker.kind() <= THEY ? NEAR : FAR;
        int from = i;
        while (from > 0 && asker.sentence() - words.get(from - 1).sentence() <= room) {
            from--;
        }
        double[] scores = new double[i - from];
        double nobody = asker.vector()[asker.vector().length - 2];
        double highest = nobody;
        for (int j = from; j < i; j++) {
            scores[j - from] = score(tables, asker, words.get(j), i - j - 1);
            highest = Math.max(highest, scores[j - from]);
        }
        double sum = Math.exp(nobody - highest);
        for (double score : scores) {
            sum += Math.exp(score - highest);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int j = from; j < i; j++) {
            double p = Math.exp(scores[j - from] - highest) / sum;
            if (p >= HARDLY) {
                float somebody = words.get(j).vector()[asker.vector().length - 1];
                candidates.add(new Candidate(words.get(j).token().span(), p, 1 / (1 + Math.exp(-somebody))));
            }
        }
        candidates.sort(Comparator.comparingDouble(c -> -c.probability()));
        return new ProposedAntecedents(asker.token().span(), Math.exp(nobody - highest) / sum, candidates);
    }

    private static double score(Labels.Refer tables, Word asker, Word other, int between) {
        int size = asker.vector().length / 2 - 1;
        float[] seeks = asker.vector();
        float[] offers = other.vector();
        double product = 0;
        for (int k = 0; k < size; k++) {
            product += seeks[k] * offers[size + k];
        }
        int row = asker.kind();
        int distance = 0;
        while (distance + 1 < DISTANCES.length && DISTANCES[distance + 1] <= asker.sentence() - other.sentence()) {
            distance++;
        }
        return product / Math.sqrt(size)
                + tables.kind()[row][other.kind()]
                + tables.distance()[row][distance]
                + tables.lemma()[row][asker.lemma().equals(other.lemma()) ? 1 : 0]
                + tables.role()[row][other.role()]
                + tables.number()[row][2 * asker.plural() + other.plural()]
                + tables.between()[row][Math.min(between, 3)];
    }
}
