package org.sayso.server;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sayso.model.Story;
import org.sayso.wording.Lead;

/**
 * The first page: the stories, the latest first.
 *
 * @param page from 1
 * @param pages at least 1
 */
public record StoryList(int reports, int stories, int page, int pages, List<Line> lines) {
    private static final int A_PAGE = 50;

    /**
     * @param numbers reports, outlets, days, claims
     * @param legs on how many legs the main claim stands
     * @param denied who denies it; may be empty
     */
    public record Line(String id, String title, String numbers, String legs, String denied) {}

    /** @param publishers by docId */
    static StoryList of(List<Story> stories, Map<String, String> publishers, int page) {
        Comparator<Story> latest = Comparator.comparing(s -> s.to().orElse(LocalDate.MIN));
        int pages = Math.max(1, (stories.size() + A_PAGE - 1) / A_PAGE);
        int shown = Math.clamp(page, 1, pages);
        return new StoryList(
                stories.stream().mapToInt(s -> s.docs().size()).sum(),
                stories.size(),
                shown,
                pages,
                stories.stream()
                        .sorted(latest.reversed().thenComparing(Story::id))
                        .skip((shown - 1L) * A_PAGE)
                        .limit(A_PAGE)
                        .map(s -> line(s, publishers))
                        .toList());
    }

    private static Line line(Story s, Map<String, String> publishers) {
        Stream<String> outlets = s.docs().stream().map(d -> publishers.getOrDefault(d, d));
        return new Line(
                s.id(),
                s.title(),
                String.join(" · ", Lead.numbers(s, outlets.distinct().count())),
                Lead.legs(s).orElse(""),
                Lead.denied(s).orElse(""));
    }
}
