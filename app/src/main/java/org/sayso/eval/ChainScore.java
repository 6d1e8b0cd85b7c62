package org.sayso.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sayso.eval.AttributionScore.Relation;
import org.sayso.eval.ChainGold.Happening;
import org.sayso.eval.ChainGold.Link;
import org.sayso.event.EventMention;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Factuality;
import org.sayso.model.Span;

/**
 * Counts over one part of the chains.
 *
 * <p>A link is right where the cue is touched, the head of the source is in it, and half of the content (Jaccard, words only)
 * agrees, as in {@link AttributionScore}; of a silence, source and cue are enough, for what it is about is often left unsaid.
 * A chain is right where every link from the outermost to the innermost is, and no link is more or less. Stance is counted
 * over the links of the gold: one that was not found is wrong. The status is that of the event where one is told at this word
 * ("of events found"), else what the event stage says of the word when asked.
 */
final class ChainScore {
    private final Map<String, int[]> counts = new TreeMap<>();
    private final AttributionScore links = new AttributionScore(false);

    /** What was predicted of a text, and where each link stands. */
    private record Text(ScoredText scored, List<Link> links) {
        List<List<Integer>> chains() {
            List<List<Integer>> chains = new ArrayList<>();
            for (int i = 0; i < links.size(); i++) {
                Optional<Integer> me = Optional.of(i);
                if (links.stream().noneMatch(l -> l.inside().equals(me))) {
                    List<Integer> chain = new ArrayList<>();
                    for (Optional<Integer> at = me;
                            at.isPresent();
                            at = links.get(at.get()).inside()) {
                        chain.addFirst(at.get());
                    }
                    chains.add(chain);
                }
            }
            return chains;
        }

        List<Integer> outermost() {
            return IntStream.range(0, links.size())
                    .filter(i -> links.get(i).inside().isEmpty())
                    .boxed()
                    .toList();
        }
    }

    /** Adds a text; the result says, for people, what was missed. */
    List<String> add(
            ChainGold gold,
            List<Link> predicted,
            List<EventMention> events,
            Function<Span, Optional<Factuality.Status>> ofWord) {
        ScoredText scored = new ScoredText(gold.text());
        Text g = new Text(scored, gold.links());
        Text p = new Text(scored, predicted);
        List<String> missed = new ArrayList<>();
        links(g, p, gold.text(), missed);
        pairs("outermost", single(g.outermost()), single(p.outermost()), g, p);
        pairs("chain", g.chains(), p.chains(), g, p);
        List<List<Integer>> nested =
                g.chains().stream().filter(c -> c.size() > 1).toList();
        pairs(
                "nested chain",
                nested,
                p.chains().stream().filter(c -> c.size() > 1).toList(),
                g,
                p);
        gold.events().forEach(e -> event(e, events, ofWord, gold.text(), missed));
        return missed;
    }

    private static List<List<Integer>> single(List<Integer> places) {
        return places.stream().map(List::of).toList();
    }

    private void links(Text g, Text p, String text, List<String> missed) {
        Set<Integer> used = new HashSet<>();
        for (Link link : g.links()) {
            Optional<Integer> match = IntStream.range(0, p.links().size())
                    .boxed()
                    .filter(k -> !used.contains(k)
                            && right(g.scored(), link, p.links().get(k)))
                    .findFirst();
            match.ifPresent(used::add);
            boolean stance = match.filter(k -> p.links().get(k).stance() == link.stance())
                    .isPresent();
            count("stance", stance);
            count("stance " + link.stance().name().toLowerCase(Locale.ROOT), stance);
            if (match.isPresent()) {
                count("stance of links found", stance);
            }
            if (match.isEmpty() || !stance) {
                missed.add((match.isEmpty() ? "no " : "other stance: ") + shown(link, text));
            }
        }
        int[] c = counts.computeIfAbsent("link", k -> new int[3]);
        c[0] += used.size();
        c[1] += g.links().size();
        c[2] += p.links().size();
        for (int k = 0; k < p.links().size(); k++) {
            if (!used.contains(k)) {
                missed.add("has " + shown(p.links().get(k), text));
            }
        }
    }

    private static String shown(Link link, String text) {
        Relation r = link.relation();
        return words(r.source(), text) + " | " + words(r.cue(), text) + " | " + words(r.content(), text) + " | "
                + link.stance().name().toLowerCase(Locale.ROOT)
                + link.inside().map(i -> " inside " + (i + 1)).orElse("");
    }

    private static String words(List<Span> spans, String text) {
        return spans.isEmpty()
                ? "-"
                : String.join(" + ", spans.stream().map(s -> s.of(text)).toList());
    }

    private boolean right(ScoredText scored, Link gold, Link predicted) {
        return links.isRight(scored, gold.relation(), predicted.relation(), gold.stance() != Stance.DECLINES);
    }

    /** Chains of equal length whose links are right, one to one. */
    private void pairs(String metric, List<List<Integer>> gold, List<List<Integer>> predicted, Text g, Text p) {
        List<List<Integer>> left = new ArrayList<>(predicted);
        int right = 0;
        for (List<Integer> chain : gold) {
            Optional<List<Integer>> match =
                    left.stream().filter(other -> same(chain, other, g, p)).findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                right++;
            }
        }
        int[] c = counts.computeIfAbsent(metric, k -> new int[3]);
        c[0] += right;
        c[1] += gold.size();
        c[2] += predicted.size();
    }

    private boolean same(List<Integer> chain, List<Integer> other, Text g, Text p) {
        boolean same = chain.size() == other.size();
        for (int i = 0; same && i < chain.size(); i++) {
            same = right(g.scored(), g.links().get(chain.get(i)), p.links().get(other.get(i)));
        }
        return same;
    }

    private void event(
            Happening gold,
            List<EventMention> events,
            Function<Span, Optional<Factuality.Status>> ofWord,
            String text,
            List<String> missed) {
        Optional<EventMention> found = events.stream()
                .filter(e -> e.trigger().overlaps(gold.trigger()))
                .findFirst();
        Optional<Factuality.Status> status =
                found.map(e -> e.factuality().status()).or(() -> ofWord.apply(gold.trigger()));
        boolean right = status.equals(Optional.of(gold.status()));
        count("event found", found.isPresent());
        count("status", right);
        count("status " + gold.status().name().toLowerCase(Locale.ROOT), right);
        if (found.isPresent()) {
            count("status of events found", right);
        }
        if (!right) {
            missed.add("event " + gold.trigger().of(text) + ": "
                    + gold.status().name().toLowerCase(Locale.ROOT) + ", not "
                    + status.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("found"));
        }
    }

    private void count(String metric, boolean right) {
        int[] c = counts.computeIfAbsent(metric, k -> new int[3]);
        c[0] += right ? 1 : 0;
        c[1]++;
        c[2] = -1;
    }

    /** From 0 to 1: F1, or the share of what is right. */
    double figure(String metric) {
        int[] c = counts.getOrDefault(metric, new int[3]);
        int of = c[2] < 0 ? c[1] : c[1] + c[2];
        return of == 0 ? 0 : (c[2] < 0 ? 1 : 2) * c[0] / (double) of;
    }

    void print(PrintWriter out, ObjectNode into) {
        counts.forEach((metric, c) -> {
            String name = metric.replace(' ', '_') + (c[2] < 0 ? "" : "_f1");
            out.printf(Locale.ROOT, "%-28s %5.1f   %4d of %4d%n", name, 100 * figure(metric), c[0], c[1]);
            into.put(name, Math.round(figure(metric) * 1000) / 1000.0);
        });
    }
}
