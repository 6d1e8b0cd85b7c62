package org.sayso.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Span;

/**
 * Chooses among the places that names may mean. Names that read alike are one group and get one place (one sense per
 * discourse), unless the text puts them inside different places. Each candidate starts with its population; then, in a few
 * rounds, every group lends to the candidates of the others what its own best ones make likely: the same country, the same
 * state, nearness; and "Paris, Texas" counts as said. Thread-safe.
 */
final class Disambiguation {
    private static final int ROUNDS = 4;

    /** Candidates beyond this many are too small to be meant without further word. */
    private static final int MOST = 60;

    /** How much less a place lends that is only spoken of. */
    private static final double CONTEXT = 0.5;

    /** With so many inhabitants a town is spoken of far away. */
    private static final long KNOWN = 200_000;

    /** So many other places show where an article is at home. */
    private static final int OTHERS = 3;

    private final Weights weights;

    Disambiguation(Weights weights) {
        this.weights = weights;
    }

    private static final class Group {
        final List<Entry> candidates;
        final List<Integer> mentions = new ArrayList<>();
        final Optional<Entry> people;
        final List<Group> outer = new ArrayList<>();
        final List<Group> inner = new ArrayList<>();
        final List<Group> beside = new ArrayList<>();
        double[] share;
        double strength;

        Group(List<Entry> candidates, Optional<Entry> people, double strength) {
            this.people = people;
            this.candidates = candidates;
            this.share = new double[candidates.size()];
            this.strength = strength;
        }
    }

    /**
     * @param mentions the names to be resolved, in order of the text
     * @param context places that are only known to be spoken of (demonyms, the publisher's country), with no span to answer
     * @return for each mention its place
     */
    List<Optional<Entry>> resolve(String text, List<Mention> mentions, List<Entry> context) {
        List<Span> spans = mentions.stream().map(Mention::span).toList();
        List<Containment.Pair> pairs = Containment.pairs(text, spans);
        List<String> around = around(mentions, pairs);
        Map<String, Group> groups = new LinkedHashMap<>();
        Group[] of = new Group[mentions.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = group(groups, mentions.get(i), around.get(i));
            of[i].mentions.add(i);
        }
        for (Containment.Pair p : pairs) {
            of[p.inner()].outer.add(of[p.outer()]);
            of[p.outer()].inner.add(of[p.inner()]);
        }
        for (Containment.Pair p : Containment.lists(text, spans)) {
            of[p.inner()].beside.add(of[p.outer()]);
            of[p.outer()].beside.add(of[p.inner()]);
        }
        List<Group> all = new ArrayList<>(groups.values());
        for (Entry e : context) {
            all.add(new Group(List.of(e), Optional.empty(), CONTEXT));
        }
        all.forEach(g -> share(g, List.of()));
        for (int round = 0; round < ROUNDS; round++) {
            all.forEach(g -> share(g, all));
        }
        List<Optional<Entry>> answers = new ArrayList<>();
        for (Group g : of) {
            answers.add(best(g).filter(e -> !isStray(g, e, all)));
        }
        return answers;
    }

    /** For each mention the name of what the text puts it into; a bare name takes that of its only fuller mention. */
    private static List<String> around(List<Mention> mentions, List<Containment.Pair> pairs) {
        List<String> around = new ArrayList<>();
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            String name = around(mentions, pairs, i);
            around.add(name);
            if (!name.isEmpty()) {
                byName.computeIfAbsent(mentions.get(i).key(), k -> new TreeSet<>())
                        .add(name);
            }
        }
        for (int i = 0; i < mentions.size(); i++) {
            Set<String> fuller = byName.getOrDefault(mentions.get(i).key(), Set.of());
            if (around.get(i).isEmpty() && fuller.size() == 1) {
                around.set(i, fuller.iterator().next());
            }
        }
        return around;
    }

    private static String around(List<Mention> mentions, List<Containment.Pair> pairs, int i) {
        return pairs.stream()
                .filter(p -> p.inner() == i && mayHold(mentions.get(i), mentions.get(p.outer())))
                .map(p -> mentions.get(p.outer()).key())
                .findFirst()
                .orElse("");
    }

    private static Group group(Map<String, Group> groups, Mention m, String around) {
        String people = m.people().map(Entry::name).orElse("");
        return groups.computeIfAbsent(
                m.key() + "|" + around + "|" + people,
                k -> new Group(
                        m.candidates().subList(0, Math.min(MOST, m.candidates().size())), m.people(), 1));
    }

    private static boolean mayHold(Mention inner, Mention outer) {
        return inner.candidates().stream()
                .anyMatch(c -> outer.candidates().stream().anyMatch(o -> Containment.holds(c, o)));
    }

    private static Optional<Entry> best(Group g) {
        int best = -1;
        for (int i = 0; i < g.share.length; i++) {
            if (best < 0 || g.share[i] > g.share[best]) {
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(g.candidates.get(best));
    }

    /**
     * A small town in a country that nothing else in the article is in or near, and that the text does not name, is a namesake: the
     * place that is meant is in no gazetteer.
     */
    private boolean isStray(Group g, Entry e, List<Group> all) {
        return e.feature().isTown()
                && e.feature() != Feature.CAPITAL
                && e.weight() < KNOWN
                && all.size() > OTHERS
                && said(g, e) == 0
                && lent(g, e, all) == 0;
    }

    private void share(Group g, List<Group> all) {
        double[] score = new double[g.candidates.size()];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < score.length; i++) {
            score[i] = prior(g, g.candidates.get(i)) + said(g, g.candidates.get(i)) + lent(g, g.candidates.get(i), all);
            top = Math.max(top, score[i]);
        }
        double sum = 0;
        for (int i = 0; i < score.length; i++) {
            score[i] = Math.exp(weights.sharpness() * (score[i] - top));
            sum += score[i];
        }
        for (int i = 0; i < score.length; i++) {
            score[i] /= sum;
        }
        g.share = score;
    }

    private double prior(Group g, Entry e) {
        double prior = weights.population() * Math.log10(e.weight() + 10.0);
        return switch (e.feature()) {
            case ADMIN1 ->
                prior
                        - (g.candidates.stream()
                                        .anyMatch(c -> c.feature().isTown()
                                                && c.country().equals(e.country()))
                                ? weights.areaOverTown()
                                : 0);
            case ADMIN2 -> prior - weights.district();
            case QUARTER -> prior - weights.quarter();
            case CAPITAL -> prior + weights.capital();
            default -> prior;
        };
    }

    private double said(Group g, Entry e) {
        double said = 0;
        for (Group outer : g.outer) {
            said = Math.max(said, holding(outer, e, true));
        }
        if (g.people.isPresent() && Containment.holds(e, g.people.get())) {
            said = 1;
        }
        double inside = 0;
        for (Group inner : g.inner) {
            inside = Math.max(inside, holding(inner, e, false));
        }
        return weights.contained() * (said + inside) + weights.sibling() * kinship(g, e);
    }

    /** How likely a neighbour in a list is another country, or a state of the same country. */
    private static double kinship(Group g, Entry e) {
        double most = 0;
        for (Group other : g.beside) {
            double share = 0;
            for (int i = 0; i < other.share.length; i++) {
                share += isKin(e, other.candidates.get(i)) ? other.share[i] : 0;
            }
            most = Math.max(most, share);
        }
        return most;
    }

    private static boolean isKin(Entry a, Entry b) {
        return switch (a.feature()) {
            case COUNTRY -> b.feature() == Feature.COUNTRY;
            case ADMIN1 -> b.feature() == Feature.ADMIN1 && a.country().equals(b.country());
            default -> false;
        };
    }

    private static double holding(Group other, Entry e, boolean otherIsOuter) {
        double share = 0;
        for (int i = 0; i < other.share.length; i++) {
            Entry o = other.candidates.get(i);
            if (otherIsOuter ? Containment.holds(e, o) : Containment.holds(o, e)) {
                share = Math.max(share, Math.max(0.3, other.share[i]));
            }
        }
        return share;
    }

    private double lent(Group g, Entry e, List<Group> all) {
        double sum = 0;
        for (Group other : all) {
            if (other != g) {
                double lent = 0;
                for (int i = 0; i < other.share.length; i++) {
                    if (other.share[i] > 0.02) {
                        lent += other.share[i] * lends(other.candidates.get(i), e);
                    }
                }
                double often = 1 + weights.repeated() * Math.log(Math.max(1, other.mentions.size()));
                sum += other.strength * often * lent;
            }
        }
        return weights.context() * Math.log1p(sum);
    }

    private double lends(Entry from, Entry to) {
        if (from.key() == to.key()) {
            return weights.same();
        }
        if (from.country().isEmpty() || !from.country().equals(to.country())) {
            return from.km(to) < 60 ? weights.near() / 3 : 0;
        }
        if (from.feature() == Feature.COUNTRY) {
            return weights.insideCountry();
        }
        double lent = weights.sameCountry();
        if (from.feature() == Feature.ADMIN1) {
            return Containment.holds(to, from) ? weights.insideState() : lent;
        }
        if (to.admin1().isPresent() && to.admin1().equals(from.admin1())) {
            lent = weights.sameState();
        }
        double km = from.km(to);
        return lent + (km < 60 ? weights.near() : km < 200 ? weights.near() / 3 : 0);
    }
}
