package org.sayso.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.sayso.model.Post;
import org.sayso.model.Span;

/**
 * Tells the entries of a live blog apart: by the page's JSON-LD ({@code liveBlogUpdate}), else by elements of one tag and class that each
 * hold a time and a part of the text. Immutable.
 */
final class LivePosts {
    /** Fewer entries are no live blog where the page does not say that it is one. */
    private static final int AT_LEAST = 3;
    /** Elements above a paragraph in which its entry is looked for. */
    private static final int LEVELS = 6;

    private final DayFinder days;

    LivePosts(DayFinder days) {
        this.days = days;
    }

    List<Post> in(Candidate text, Markup page, StructuredData data, DayFinder.Habit habit) {
        List<StructuredData.Update> updates = data.updates();
        List<Post> said = updates.isEmpty() ? List.of() : said(text, updates, habit);
        long times = page.all("time").stream().filter(LivePosts::isTimed).count();
        return said.isEmpty() && times >= AT_LEAST ? marked(text, page.outline(), habit) : said;
    }

    /** The paragraphs that an entry holds, found again in the text. */
    private List<Post> said(Candidate text, List<StructuredData.Update> updates, DayFinder.Habit habit) {
        Map<String, StructuredData.Update> byParagraph = new LinkedHashMap<>();
        for (StructuredData.Update update : updates) {
            update.paragraphs().forEach(p -> byParagraph.putIfAbsent(Body.letters(p), update));
        }
        List<Optional<StructuredData.Update>> owners = text.kept().stream()
                .map(block -> Optional.ofNullable(byParagraph.get(Body.letters(block.text()))))
                .toList();
        return posts(text.kept(), owners, update -> update.published().flatMap(at -> days.first(at, habit)));
    }

    private static boolean isTimed(Node e) {
        return e.normalName().equals("time") && e.hasAttr("datetime");
    }

    private List<Post> marked(Candidate text, Outline page, DayFinder.Habit habit) {
        boolean[] timed = page.holding(n -> isTimed(page.node(n)));
        Map<String, Map<Element, Optional<DayFinder.Found>>> alike = new LinkedHashMap<>();
        List<Optional<Element>> owners = new ArrayList<>();
        for (Block block : text.kept()) {
            Optional<Element> entry = entry(block, page, timed, text.within());
            owners.add(entry);
            entry.ifPresent(e -> alike.computeIfAbsent(e.normalName() + "." + e.className(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(e, k -> time(e, habit)));
        }
        return alike.values().stream()
                .filter(entries -> entries.size() >= AT_LEAST)
                .filter(entries ->
                        entries.values().stream().filter(Optional::isPresent).count() >= AT_LEAST)
                .findFirst()
                .map(entries -> posts(
                        text.kept(),
                        owners.stream().map(o -> o.filter(entries::containsKey)).toList(),
                        e -> entries.getOrDefault(e, Optional.empty())))
                .orElse(List.of());
    }

    /** The innermost element with a class around a block that holds a time element, below the one that holds the article. */
    private static Optional<Element> entry(Block block, Outline page, boolean[] timed, int within) {
        int n = block.number();
        for (int up = 0; up < LEVELS && n >= 0 && n != within; up++, n = page.parent(n)) {
            if (timed[n] && !page.element(n).className().isEmpty()) {
                return Optional.of(page.element(n));
            }
        }
        return Optional.empty();
    }

    private Optional<DayFinder.Found> time(Element entry, DayFinder.Habit habit) {
        return Optional.ofNullable(entry.selectFirst("time[datetime]"))
                .flatMap(time -> days.first(time.attr("datetime"), habit));
    }

    private interface When<T> {
        Optional<DayFinder.Found> of(T owner);
    }

    /** Runs of paragraphs of one owner, as posts. */
    private static <T> List<Post> posts(List<Block> blocks, List<Optional<T>> owners, When<T> when) {
        List<Post> posts = new ArrayList<>();
        int start = 0;
        int from = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int end = start + blocks.get(i).text().length();
            Optional<T> owner = owners.get(i);
            boolean first = i == 0 || !owners.get(i - 1).equals(owner);
            boolean last = i + 1 == blocks.size() || !owners.get(i + 1).equals(owner);
            from = first ? start : from;
            if (owner.isPresent() && last) {
                Span span = new Span(from, end);
                posts.add(new Post(span, owner.flatMap(o -> when.of(o)).flatMap(DayFinder.Found::at)));
            }
            start = end + 2;
        }
        return posts;
    }
}
