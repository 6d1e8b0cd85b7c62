package org.sayso.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sayso.model.Attribution;
import org.sayso.model.Span;

/** What somebody who has nothing to say was asked about. Confined to one merge. */
final class Silences {
    private static final int SENTENCES_BACK = 2;
    /** Silence about so many things that no claim knows is about something else. */
    private static final int OF_ELSE = 3;

    private final List<Draft> drafts;
    private final Statements statements;
    private final Function<Draft, List<Objection>> objections;

    /** @param objections what was found against a claim so far; denials are found first */
    Silences(List<Draft> drafts, Statements statements, Function<Draft, List<Objection>> objections) {
        this.drafts = drafts;
        this.statements = statements;
        this.objections = objections;
    }

    /**
     * The claim that shares most words with what nothing is said about; where none shares two, what another denies in the same
     * sentence; else what the silent one himself is said to have done, told right before; else the largest in the report.
     * Silence about much that no claim knows is about something else.
     *
     * @param own the sides that the silent one is on
     */
    List<Draft> about(Report report, Attribution a, Set<String> own) {
        Set<String> asked = statements.telling(report.words(a.content()));
        List<Draft> here = carrying(report, e -> true);
        long near =
                here.stream().mapToLong(d -> statements.shared(d, asked)).max().orElse(0);
        Optional<Draft> best = drafts.stream()
                .filter(d -> statements.shared(d, asked) >= 2
                        && statements.shared(d, asked) > near
                        && statements.shared(d, asked) * 3L >= asked.size() * 2L)
                .max(Comparator.comparingLong((Draft d) -> statements.shared(d, asked))
                        .thenComparingInt(d -> -drafts.indexOf(d)));
        if (best.isPresent()) {
            return List.of(best.get());
        }
        if (here.isEmpty() || near < 2 && asked.size() > OF_ELSE) {
            return List.of();
        }
        List<Draft> beside = near < 2 ? contestedBeside(report, a) : List.of();
        if (!beside.isEmpty()) {
            return List.of(largest(beside));
        }
        List<Draft> ownDeeds = near < 2 ? ownDeedsJustTold(report, a, own) : List.of();
        return List.of(largest(ownDeeds.isEmpty() ? here : ownDeeds));
    }

    /** "The government denied it, and the company declined to comment". */
    private List<Draft> contestedBeside(Report report, Attribution a) {
        Span sentence = report.sentences().holding(a.cue().getFirst());
        return drafts.stream()
                .filter(d -> objections.apply(d).stream()
                        .anyMatch(o -> !o.silent() && o.doc().equals(report.doc()) && sentence.overlaps(o.span())))
                .toList();
    }

    private List<Draft> ownDeedsJustTold(Report report, Attribution a, Set<String> own) {
        int sentence = report.sentences().at(a.cue().getFirst().start());
        Span around = report.sentences()
                .all()
                .get(Math.max(0, sentence - SENTENCES_BACK))
                .union(report.sentences().all().get(sentence));
        return carrying(report, e -> e.vouches() && around.overlaps(e.span())).stream()
                .filter(d -> d.isBy(own) && d.type().filter(Gist::isVerbal).isEmpty())
                .toList();
    }

    private List<Draft> carrying(Report report, Predicate<Evidence> which) {
        return Draft.carrying(drafts, report, which);
    }

    private Draft largest(List<Draft> some) {
        return Draft.largest(some, drafts);
    }
}
