package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Change;
import org.sayso.model.Span;
import org.sayso.outlet.OutletMention;

/**
 * Who takes back what he said: an outlet that retracts its report, a party that reverses its statement, and one that owns to
 * what it had denied. What is taken back is the claim for which he stood before and which shares most words with the sentence.
 */
final class Turns {
    private static final Pattern RETRACTING =
            Pattern.compile("(?iu)\\bretract(?:s|ed|ing|ion)?\\b|^\\W*(?:correction|retraction)\\b"
                    + "|\\bwithdr(?:ew|aws?|awn|awing) (?:its|the|their|that|a) (?:report|story|article|claim|account)\\b"
                    + "|\\bcorrected (?:its|the|their|an earlier) (?:report|story|article|figure)\\b");

    private static final Pattern REVERSING = Pattern.compile(
            "(?iu)\\brevers(?:ed|es|ing|al of) (?:(?:his|her|its|their|an|the) )?(?:own )?(?:earlier |previous |initial )?"
                    + "(?:statement|claim|account|position|announcement|assertion|version|report)s?\\b");

    private static final int SHARED_WORDS = 2;

    private final List<Report> reports;
    private final List<Draft> drafts;
    private final Names names;
    private final Gist gist;

    Turns(List<Report> reports, List<Draft> drafts, Names names, Gist gist) {
        this.reports = reports;
        this.drafts = drafts;
        this.names = names;
        this.gist = gist;
    }

    /** @param key of the outlet or party that takes something back, as vouchers have it */
    record Turn(Change.What what, Draft draft, String key, Optional<Party> party, Report report, Span span) {
        Optional<LocalDate> day() {
            return report.published();
        }
    }

    /** Retractions and reversals that a report tells in so many words. */
    List<Turn> told() {
        List<Turn> turns = new ArrayList<>();
        for (Report report : reports) {
            for (Span sentence : report.sentences().all()) {
                String text = sentence.of(report.text());
                if (RETRACTING.matcher(text).find()) {
                    retraction(report, sentence).ifPresent(turns::add);
                }
                Matcher reversing = REVERSING.matcher(text);
                if (reversing.find()) {
                    reversal(report, sentence, sentence.start() + reversing.end())
                            .ifPresent(turns::add);
                }
            }
        }
        return turns.stream()
                .filter(t -> turns.stream()
                        .noneMatch(o -> turns.indexOf(o) < turns.indexOf(t)
                                && o.report() == t.report()
                                && o.what() == t.what()
                                && o.draft() == t.draft()))
                .toList();
    }

    private Optional<Turn> retraction(Report report, Span sentence) {
        Optional<String> outlet = report.outlets().stream()
                .filter(o -> sentence.covers(o.span().start()))
                .map(OutletMention::outlet)
                .map(o -> o.name())
                .findFirst()
                .or(() -> Optional.of(report.outletOrDoc()));
        Set<String> asked = gist.keys(sentence.of(report.text()));
        return outlet.flatMap(o -> best(asked, e -> stands(e, o, report))
                .map(d -> new Turn(Change.What.RETRACTED, d, Voucher.OUTLET + o, Optional.empty(), report, sentence)));
    }

    /** Whether some evidence came through an outlet before it took it back. */
    private static boolean stands(Evidence e, String outlet, Report later) {
        boolean through = e.chain().outlets().contains(outlet)
                || e.report().outletOrDoc().equals(outlet)
                || e.report().newsroom().filter(outlet::equals).isPresent();
        return through && e.report() != later && !isAfter(e.report(), later);
    }

    private static boolean isAfter(Report e, Report later) {
        return e.published()
                .filter(d -> later.published().filter(d::isAfter).isPresent())
                .isPresent();
    }

    private Optional<Turn> reversal(Report report, Span sentence, int from) {
        Set<String> asked = gist.keys(report.text().substring(from, sentence.end()));
        for (Attribution a : report.reading().attributions()) {
            Optional<Party> party = sentence.covers(a.cue().getFirst().start())
                    ? a.source().entity().flatMap(e -> names.party(report.reading(), e))
                    : Optional.empty();
            if (party.isEmpty() || party.get().kind() == Source.Kind.UNNAMED) {
                continue;
            }
            String key = party.get().standsFor();
            Optional<Draft> target = best(
                    asked,
                    e -> e.report() != report
                            && !isAfter(e.report(), report)
                            && e.chain()
                                    .end()
                                    .filter(p -> p.standsFor().equals(key))
                                    .isPresent());
            if (target.isPresent()) {
                return Optional.of(new Turn(Change.What.REVERSED, target.get(), key, party, report, report.extent(a)));
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> best(Set<String> asked, Predicate<Evidence> test) {
        return drafts.stream()
                .filter(d -> shared(asked, d, test) >= SHARED_WORDS)
                .max(Comparator.comparingInt((Draft d) -> shared(asked, d, test))
                        .thenComparingInt(d -> -drafts.indexOf(d)));
    }

    private int shared(Set<String> asked, Draft draft, Predicate<Evidence> test) {
        int most = 0;
        for (Evidence e : draft.inFavour()) {
            if (test.test(e)) {
                Set<String> held =
                        new TreeSet<>(gist.keys(e.span().of(e.report().text())));
                held.retainAll(asked);
                most = Math.max(most, held.size());
            }
        }
        return most;
    }
}
