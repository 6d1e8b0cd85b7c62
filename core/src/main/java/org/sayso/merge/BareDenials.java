package org.sayso.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Entity;
import org.sayso.model.Span;

/** Denials of blame that say nothing more and so are no attribution: "…, which denied responsibility". */
final class BareDenials {
    private static final Pattern DENIED = Pattern.compile(
            "(?iu)(?:,? (?:which|who|and))?(?: (?:has|have|had|also|both|all|later|immediately))*"
                    + " den(?:y|ies|ied) (?:any |all )?(?:responsibility|blame|involvement|a role|wrongdoing|guilt)\\b");

    private BareDenials() {}

    record Denied(Report report, Party by, Span span) {}

    static List<Denied> in(Report report, Names names) {
        List<Denied> found = new ArrayList<>();
        Matcher m = DENIED.matcher(report.text());
        while (m.find()) {
            Span words = new Span(m.start(), m.end());
            boolean known = report.reading().attributions().stream()
                    .anyMatch(a -> a.cue().stream().anyMatch(words::overlaps) && report.denies(a));
            Optional<Span> name = report.reading().entities().stream()
                    .flatMap(e -> e.mentions().stream())
                    .filter(s -> s.end() == m.start())
                    .max(Comparator.comparingInt(Span::length));
            if (!known) {
                name.flatMap(s -> party(report, s, names))
                        .ifPresent(p -> found.add(
                                new Denied(report, p, name.orElseThrow().union(words))));
            }
        }
        return found;
    }

    private static Optional<Party> party(Report report, Span mention, Names names) {
        return report.reading().entities().stream()
                .filter(e -> e.mentions().contains(mention))
                .map(Entity::id)
                .findFirst()
                .flatMap(id -> names.party(report.reading(), id));
    }
}
