package org.sayso.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sayso.analysis.NameSpans.Run;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.world.Countries;

/**
 * Names of an article. The network says of each word how likely it belongs to a name of each kind; here the words become
 * names, and a name is of the kind that all its mentions, and those of the full name of which it is the last part, make most
 * likely together. Names of countries, capitals and peoples are known. Immutable and thread-safe.
 */
final class Names {
    /**
     * How much likelier than no name an unlabelled run of proper nouns must be, as log-odds. This and the next were tried out
     * coarsely on UNER EWT dev; from 0 to 2, and from 2 to 4, nothing moved by more than .3 F1.
     */
    private static final double MARGIN = 1;

    /** What being in a list of places is worth, and what an article before a person costs, as log-odds. */
    private static final double KNOWN = 4;

    /** Least log-probability. */
    private static final double LEAST = -7;

    private static final List<Name.Kind> KINDS = List.of(Name.Kind.values());

    private final NameWords words;
    private final NameSpans spans;
    private final Countries countries;

    private Names(NameWords words, Countries countries) {
        this.words = words;
        this.countries = countries;
        spans = new NameSpans(words);
    }

    static Names load() throws IOException {
        return new Names(NameWords.load(), Countries.load());
    }

    /**
     * What the network says of the names in a sentence.
     *
     * @param odds [word][no name, then each kind]: log-probabilities
     * @param segments best labels
     */
    record Labelled(Sentence sentence, double[][] odds, List<Labelling.Segment> segments) {
        static Labelled of(Sentence sentence, int from, Scores scores, Labels labels, int[] begins) {
            double[][] odds = new double[sentence.size()][KINDS.size() + 1];
            for (int i = 0; i < odds.length; i++) {
                for (int label = 0; label < begins.length; label++) {
                    int kind = labels.kind(label).map(Names::place).orElse(0);
                    odds[i][kind] += Math.exp(scores.ner(from + i, label));
                }
                for (int k = 0; k <= KINDS.size(); k++) {
                    odds[i][k] = Math.max(LEAST, Math.log(odds[i][k]));
                }
            }
            int[] path = Labelling.path(odds.length, begins, (k, l) -> scores.ner(from + k, l));
            return new Labelled(sentence, odds, Labelling.segments(path, begins));
        }
    }

    private record Mention(Sentence sentence, Run run, String key, double[] odds) {}

    /** In order; names do not overlap. */
    List<Name> of(String text, List<Labelled> sentences) {
        List<Mention> mentions = new ArrayList<>();
        for (Labelled labelled : sentences) {
            for (Run run : spans.of(labelled.sentence(), labelled.segments())) {
                mention(text, labelled, run, mentions);
            }
        }
        Map<String, double[]> pooled = new HashMap<>();
        mentions.forEach(m -> add(pooled, m.key(), m.odds()));
        Map<String, double[]> lastNames = lastNames(mentions, pooled);
        List<Name> names = new ArrayList<>();
        for (Mention m : mentions) {
            double[] score = pooled.getOrDefault(m.key(), m.odds()).clone();
            double[] kin = lastNames.getOrDefault(m.key(), new double[score.length]);
            Arrays.setAll(score, k -> score[k] + kin[k]);
            Name.Kind kind = settled(m.key(), kind(score));
            if (m.run().labelled() || score[0] + MARGIN < score[place(kind)]) {
                names.add(
                        new Name(span(m.sentence(), m.run()), kind, m.sentence().index()));
            }
        }
        return names;
    }

    /** What speaks for the persons of a last name, by last name. */
    private static Map<String, double[]> lastNames(List<Mention> mentions, Map<String, double[]> pooled) {
        Map<String, double[]> lastNames = new HashMap<>();
        for (Mention m : mentions) {
            int blank = m.key().lastIndexOf(' ');
            if (blank > 0 && kind(pooled.getOrDefault(m.key(), m.odds())) == Name.Kind.PERSON) {
                add(lastNames, m.key().substring(blank + 1), m.odds());
            }
        }
        return lastNames;
    }

    /** Adds what a run names; a title before a person is left out, and a people or country before the title stands alone. */
    private void mention(String text, Labelled labelled, Run run, List<Mention> out) {
        Sentence sentence = labelled.sentence();
        int title = run.end();
        while (title > run.start() && !words.is(sentence.token(title - 1), NameWords.Kind.TITLE)) {
            title--;
        }
        boolean person = title < run.end() && kind(mean(labelled.odds(), title, run.end())) == Name.Kind.PERSON;
        if (title == run.start() || (title < run.end() && !person)) {
            add(text, labelled, run, out);
            return;
        }
        Run before = new Run(run.start(), run.start() + 1, run.labelled());
        if (isKnown(sentence.token(run.start()).form().toLowerCase(Locale.ROOT))) {
            add(text, labelled, before, out);
        }
        if (title < run.end()) {
            add(text, labelled, new Run(title, run.end(), run.labelled()), out);
        }
    }

    private void add(String text, Labelled labelled, Run run, List<Mention> out) {
        Sentence sentence = labelled.sentence();
        if (run.end() == run.start() + 1 && isPronoun(sentence.token(run.start()))) {
            return;
        }
        String key = span(sentence, run).of(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        double[] odds = mean(labelled.odds(), run.start(), run.end());
        if (isPlace(key)) {
            odds[place(Name.Kind.PLACE)] += KNOWN;
        }
        boolean article = run.start() > 0
                && sentence.token(run.start() - 1).form().equalsIgnoreCase("the")
                && !sentence.token(run.end() - 1).xpos().equals("NNPS");
        if (article) {
            odds[place(Name.Kind.PERSON)] -= KNOWN; // "the Kremlin" is nobody, "the Weisses" are
        }
        out.add(new Mention(sentence, run, key, odds));
    }

    /** Nobody is named "he"; "US" is a country. */
    private static boolean isPronoun(Token t) {
        return t.upos() == Upos.PRON && !t.form().equals("US");
    }

    private boolean isPlace(String key) {
        return countries.named(key).isPresent() || countries.governedFrom(key).isPresent();
    }

    private boolean isKnown(String key) {
        return isPlace(key)
                || countries.peopled(key).isPresent()
                || words.is(key, NameWords.Kind.PEOPLE)
                || words.is(key, NameWords.Kind.HOUSE);
    }

    /** Where a list settles the kind. A country's name may be a person's too (Jordan, Chad), but nothing else. */
    private Name.Kind settled(String key, Name.Kind kind) {
        if (words.is(key, NameWords.Kind.HOUSE)) {
            return Name.Kind.ORGANIZATION;
        }
        if (words.is(key, NameWords.Kind.PEOPLE) || countries.peopled(key).isPresent()) {
            return Name.Kind.GROUP;
        }
        return kind != Name.Kind.PERSON && countries.named(key).isPresent() ? Name.Kind.PLACE : kind;
    }

    private static double[] mean(double[][] odds, int from, int to) {
        double[] mean = new double[KINDS.size() + 1];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += odds[i][k] / (to - from);
            }
        }
        return mean;
    }

    private static void add(Map<String, double[]> sums, String key, double[] more) {
        double[] sum = sums.computeIfAbsent(key, k -> new double[more.length]);
        Arrays.setAll(sum, k -> sum[k] + more[k]);
    }

    /** Where odds hold a kind. */
    private static int place(Name.Kind kind) {
        return 1 + KINDS.indexOf(kind);
    }

    private static Name.Kind kind(double[] odds) {
        int best = 1;
        for (int k = 2; k < odds.length; k++) {
            best = odds[k] > odds[best] ? k : best;
        }
        return KINDS.get(best - 1);
    }

    private static Span span(Sentence sentence, Run run) {
        return sentence.token(run.start())
                .span()
                .union(sentence.token(run.end() - 1).span());
    }
}
