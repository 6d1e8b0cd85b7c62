package org.sayso.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Claim;
import org.sayso.model.Span;

/**
 * Somebody who denies a claim or would not comment on it, with every report that carries it.
 *
 * @param from first day on which it was said; absent where none is known
 * @param part only a part of the claim is denied
 * @param words where, in the order of the reports
 */
public record Party(String by, Optional<LocalDate> from, Optional<LocalDate> to, boolean part, List<Words> words) {
    public Party {
        words = List.copyOf(words);
    }

    /** A stretch of a report. */
    public record Words(String doc, Span span) {}

    /** Who denies a claim, whoever denies all of it first. */
    public static List<Party> denying(Claim c) {
        Map<String, List<Claim.Denial>> same = c.denials().stream()
                .collect(Collectors.groupingBy(d -> d.scope() + d.by(), LinkedHashMap::new, Collectors.toList()));
        List<Party> parties = new ArrayList<>();
        same.values()
                .forEach(denials -> parties.add(new Party(
                        denials.getFirst().by(),
                        days(denials).min(Comparator.naturalOrder()),
                        days(denials).max(Comparator.naturalOrder()),
                        denials.getFirst().scope() == Claim.Scope.PART,
                        denials.stream().map(d -> new Words(d.doc(), d.span())).toList())));
        parties.sort(Comparator.comparing(Party::part));
        return parties;
    }

    /** Who would not comment on a claim. */
    public static List<Party> silent(Claim c) {
        Map<String, List<Words>> same = c.noComment().stream()
                .collect(Collectors.groupingBy(
                        Claim.NoComment::by,
                        LinkedHashMap::new,
                        Collectors.mapping(n -> new Words(n.doc(), n.span()), Collectors.toList())));
        List<Party> parties = new ArrayList<>();
        same.forEach((by, words) -> parties.add(new Party(by, Optional.empty(), Optional.empty(), false, words)));
        return parties;
    }

    private static Stream<LocalDate> days(List<Claim.Denial> denials) {
        return denials.stream().flatMap(d -> d.on().stream());
    }

    /** Kremlin, 11 Nov 2024. */
    public String named() {
        String days = Wording.days(from, to);
        return by + (days.isEmpty() ? "" : ", " + days) + (part ? ", a part of it" : "");
    }

    /** Kremlin, 11 Nov 2024 (in 9 reports). */
    public String counted() {
        return named() + " (in "
                + Wording.count(words.stream().map(Words::doc).distinct().count(), "report") + ")";
    }
}
