package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Lineage;
import org.sayso.model.Span;
import org.sayso.model.Timex;

/** One spokesman, one day, many relays: reports of several outlets that carry the words of the same official. */
final class Briefings {
    private Briefings() {}

    private record Relay(Report report, Span span) {}

    /** Edges to "name, day", inferred, one for each report. */
    static List<Lineage> among(List<Report> reports, Names names, Words words) {
        Map<String, List<Relay>> occasions = new TreeMap<>();
        for (Report report : reports) {
            for (Attribution a : report.reading().attributions()) {
                Optional<Party> speaker = a.source()
                        .entity()
                        .flatMap(e -> names.party(report.reading(), e))
                        .filter(p -> p.kind() == Source.Kind.PERSON && p.side().isPresent())
                        .filter(p -> a.stance() != Attribution.Stance.REQUESTS
                                && report.chains().speakerAround(a).isEmpty());
                Optional<LocalDate> day = day(report, a);
                if (speaker.isPresent() && day.isPresent()) {
                    String occasion = speaker.get().name() + ", " + day.get();
                    List<Relay> relays = occasions.computeIfAbsent(occasion, o -> new ArrayList<>());
                    if (relays.stream().noneMatch(r -> r.report() == report)) {
                        relays.add(new Relay(report, report.extent(a)));
                    }
                }
            }
        }
        List<Lineage> edges = new ArrayList<>();
        occasions.forEach((occasion, relays) -> {
            Set<String> newsrooms = relays.stream()
                    .map(r -> r.report().newsroom().orElse(r.report().doc()))
                    .collect(Collectors.toSet());
            if (newsrooms.size() > 1 && relays.stream().anyMatch(r -> isEchoed(r, relays, words))) {
                relays.forEach(r -> edges.add(
                        new Lineage(r.report().doc(), occasion, Lineage.Kind.BRIEFING, false, Optional.of(r.span()))));
            }
        });
        return edges;
    }

    /** Two relays of one occasion share some word of what was said. */
    private static boolean isEchoed(Relay relay, List<Relay> relays, Words words) {
        Set<String> mine = telling(relay, words);
        return relays.stream()
                .filter(r -> !r.equals(relay))
                .anyMatch(r -> telling(r, words).stream().anyMatch(mine::contains));
    }

    private static Set<String> telling(Relay relay, Words words) {
        return words.telling(relay.span().of(relay.report().text())).stream()
                .filter(w -> !w.capitalized())
                .map(Words.Word::stem)
                .collect(Collectors.toSet());
    }

    private static Optional<LocalDate> day(Report report, Attribution a) {
        return a.when()
                .flatMap(report.reading()::timex)
                .filter(t -> t.earliest().isPresent() && t.earliest().equals(t.latest()))
                .flatMap(Timex::earliest)
                .or(report::published);
    }
}
