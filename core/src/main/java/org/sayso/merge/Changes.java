package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Change;
import org.sayso.model.Claim;
import org.sayso.model.Claim.Relation;

/** What became different after the first day of a claim. */
final class Changes {
    private Changes() {}

    /** @param days day of publication of each dated report */
    static List<Change> of(Claim claim, Map<String, LocalDate> days) {
        List<Change> changes = new ArrayList<>();
        Optional<LocalDate> first = claim.reports().stream()
                .map(r -> days.get(r.doc()))
                .filter(d -> d != null)
                .min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        Set<String> deniers = new TreeSet<>();
        for (Claim.Denial d : claim.denials()) {
            if (deniers.add(d.by())) {
                add(changes, days.get(d.doc()), Change.What.DENIED, claim, d.doc());
            }
        }
        for (Claim.Root root : claim.roots()) {
            LocalDate day = days.get(root.firstDoc());
            if (day != null && day.isAfter(first.get())) {
                boolean own = claim.status() == Claim.Status.CONFIRMED
                        && claim.event().actors().contains(root.voucher());
                add(changes, day, own ? Change.What.CONFIRMED : Change.What.NEW_ROOT, claim, root.firstDoc());
            }
        }
        for (Claim.FigureLine f : claim.figures()) {
            if (f.relation() == Relation.REVISION) {
                add(changes, days.get(f.doc()), Change.What.FIGURE_CHANGED, claim, f.doc());
            }
        }
        return changes;
    }

    private static void add(
            List<Change> changes,
            @org.jspecify.annotations.Nullable LocalDate day,
            Change.What what,
            Claim claim,
            String doc) {
        if (day != null) {
            Change change = new Change(day, what, claim.id(), doc);
            if (!changes.contains(change)) {
                changes.add(change);
            }
        }
    }
}
