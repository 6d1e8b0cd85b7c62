package org.sayso.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Lineage;
import org.sayso.model.Span;
import org.sayso.outlet.Outlet;
import org.sayso.outlet.OutletMention;
import org.sayso.outlet.Outlets;

/**
 * Which outlets a report says it rests on. An outlet is cited where it is the source of an attribution, or where its
 * sentence has a word of reporting; not in credits of pictures, captions of links, bylines, and never the report's own.
 */
final class Citations {
    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)^\\s*(photo|photograph|image|picture|video|file|read (more|full)|follow us|related|watch|listen|subscribe|copyright|©)\\b"
                    + "|\\b(getty images|photo/|photo by|image:|photo:)|(?-i:\\(AP Photo)");

    private static final Pattern UNNAMED_AGENCY =
            Pattern.compile("(?iu)(?:the )?(?:news ?)?(?:agency|agencies|wires?|wire services?|staff)");

    private final Set<String> citing;
    private final Outlets known;

    Citations(Set<String> citing, Outlets known) {
        this.citing = Set.copyOf(citing);
        this.known = known;
    }

    /** Edges in order of the text, one for each outlet, with the words that name it. */
    List<Lineage> of(Report report) {
        List<Lineage> edges = new ArrayList<>();
        Set<String> done = new TreeSet<>(report.own());
        for (OutletMention o : report.outlets()) {
            if (!done.contains(o.outlet().name()) && isCited(report, o)) {
                done.add(o.outlet().name());
                edges.add(cites(report, o.outlet(), o.span()));
            }
        }
        for (Attribution a : report.reading().attributions()) {
            a.source().spans().stream()
                    .findFirst()
                    .ifPresent(span -> named(report, a)
                            .filter(outlet -> done.add(outlet.name()))
                            .ifPresent(outlet -> edges.add(cites(report, outlet, span))));
        }
        edges.addAll(wire(report));
        return edges;
    }

    private static Lineage cites(Report report, Outlet outlet, Span span) {
        return new Lineage(report.doc(), outlet.name(), Lineage.Kind.CITES, true, Optional.of(span));
    }

    /** Names that are ordinary words too ("Time") count where they are a whole source. */
    private Optional<Outlet> named(Report report, Attribution a) {
        return known.find(report.reading().sourceWords(a));
    }

    private List<Lineage> wire(Report report) {
        List<Lineage> edges = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        for (OutletMention o : report.wire()) {
            if (!o.outlet().name().equals(report.outletOrDoc())
                    && done.add(o.outlet().name())) {
                edges.add(new Lineage(report.doc(), o.outlet().name(), Lineage.Kind.WIRE, true, Optional.of(o.span())));
            }
        }
        for (String agency : report.reading().article().wire()) {
            String name = known.find(agency).map(Outlet::name).orElse(agency);
            if (UNNAMED_AGENCY.matcher(name).matches() || name.equals(report.outletOrDoc())) {
                continue;
            }
            if (done.add(name)) {
                Optional<Span> credit = report.outlets().stream()
                        .filter(o -> o.outlet().name().equals(name))
                        .map(OutletMention::span)
                        .findFirst();
                edges.add(new Lineage(report.doc(), name, Lineage.Kind.WIRE, credit.isPresent(), credit));
            }
        }
        return edges;
    }

    private boolean isCited(Report report, OutletMention o) {
        boolean source = report.reading().attributions().stream()
                .flatMap(a -> a.source().spans().stream())
                .anyMatch(s -> s.overlaps(o.span()));
        if (source) {
            return true;
        }
        Span sentence = report.sentences().holding(o.span());
        String words = sentence.of(report.text());
        if (CREDIT.matcher(words).find()) {
            return false;
        }
        for (String word : words.split("[^\\p{L}]+")) {
            if (citing.contains(Words.stem(word)) || citing.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
