package org.sayso.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Claim;
import org.sayso.model.Story;

/** The first page: all stories, the latest first. */
public record StoryList(int reports, List<Line> lines) {
    /** @param denied who denies the main claim, each once */
    public record Line(
            String id, String title, String days, int reports, int outlets, int claims, List<String> denied) {}

    static StoryList of(List<Story> stories, Readings readings) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Story s : stories.stream()
                .sorted(Comparator.comparing(
                                (Story s) -> s.to().map(Object::toString).orElse(""))
                        .reversed()
                        .thenComparing(Story::id))
                .toList()) {
            Set<String> outlets = new HashSet<>();
            for (String doc : s.docs()) {
                outlets.add(readings.publisher(doc));
            }
            lines.add(new Line(
                    s.id(),
                    s.title(),
                    days(s),
                    s.docs().size(),
                    outlets.size(),
                    s.claims().size(),
                    s.claims().stream()
                            .limit(1)
                            .flatMap(c -> c.denials().stream())
                            .filter(d -> d.scope() == Claim.Scope.WHOLE)
                            .map(Claim.Denial::by)
                            .distinct()
                            .toList()));
        }
        return new StoryList(stories.stream().mapToInt(s -> s.docs().size()).sum(), lines);
    }

    static String days(Story s) {
        return Stream.of(s.from(), s.to())
                .flatMap(Optional::stream)
                .distinct()
                .map(Days::words)
                .collect(Collectors.joining(" – "));
    }
}
