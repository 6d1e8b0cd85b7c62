package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The day that a page shows its reader, near the headline. For one page, on one thread. */
final class ShownDay {
    /** Characters of text around the headline in which a date is that of the article. */
    private static final int NEAR = 400;
    /** A line that is there for its date is no longer than this. */
    private static final int LINE = 80;

    private static final int SHORT = 40;
    /** Lines after the headline, and before it, in which the date is looked for. */
    private static final int AFTER = 15;

    private static final int BEFORE = 5;
    private static final int TITLE = 10;

    private static final List<String> ATTRIBUTES =
            List.of("datetime", "content", "title", "data-datetime", "data-date", "data-timestamp");

    private final DayFinder days;
    private final LastChange lastChange;
    private final Set<String> words;
    private final Markup page;
    private final List<Block> blocks;
    private final DayFinder.Habit habit;
    private final Optional<Element> headline;
    private final List<DayFinder.Found> before = new ArrayList<>();

    ShownDay(
            DayFinder days,
            LastChange lastChange,
            Set<String> words,
            Markup page,
            List<Block> blocks,
            String title,
            DayFinder.Habit habit) {
        this.days = days;
        this.lastChange = lastChange;
        this.words = words;
        this.page = page;
        this.blocks = blocks;
        this.habit = habit;
        this.headline = headline(page, Body.letters(title));
    }

    private static Optional<Element> headline(Markup page, String title) {
        if (title.length() > TITLE) {
            for (String tag : List.of("h1", "h2", "h3")) {
                for (Element e : page.all(tag)) {
                    if (Body.letters(text(e)).equals(title)) {
                        return Optional.of(e);
                    }
                }
            }
        }
        return page.all("h1").stream()
                .findFirst()
                .or(() -> page.inBody().stream()
                        .filter(e ->
                                !title.isEmpty() && Body.letters(e.ownText()).equals(title))
                        .findFirst());
    }

    /** The first date after the headline in an element whose class or id names a date. */
    Optional<DayFinder.Found> named() {
        boolean after = false;
        for (Element e : page.inBody()) {
            after |= headline.isPresent() && headline.get().equals(e);
            if (isNamed(e)) {
                Optional<DayFinder.Found> found = of(days, e, habit);
                if (found.isPresent() && after) {
                    return found;
                }
                found.ifPresent(before::add);
            }
        }
        return Optional.empty();
    }

    /** The first date in such an element before the headline; to be asked after {@link #named}. */
    Optional<DayFinder.Found> before() {
        return before.stream().findFirst();
    }

    private boolean isNamed(Element e) {
        String names = e.className() + " " + e.id();
        List<String> parts = names.length() == 1
                ? List.of()
                : List.of(Boilerplate.plain(names).split(" "));
        return parts.stream().anyMatch(words::contains) && !parts.contains("comment");
    }

    /** A date that stands in a short line of its own near the headline. */
    Optional<DayFinder.Found> line() {
        int at = indexOfHeadline();
        if (at < 0) {
            return Optional.empty();
        }
        for (int i = at; i < Math.min(blocks.size(), at + AFTER); i++) {
            Optional<DayFinder.Found> found = inLine(blocks.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
            Optional<DayFinder.Found> found = inLine(blocks.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<DayFinder.Found> inLine(Block block) {
        String text = block.text();
        boolean caption = block.kind() == Block.Kind.CAPTION || block.kind() == Block.Kind.HEADING;
        boolean sentence = text.length() > SHORT && text.endsWith(".");
        if (caption || sentence || text.length() > 2 * LINE || !DayFinder.hasDigit(text)) {
            return Optional.empty();
        }
        int change = lastChange.startIn(text);
        String said = change < 0 ? text : text.substring(0, change);
        return said.length() > LINE ? Optional.empty() : days.first(said, habit);
    }

    private int indexOfHeadline() {
        if (headline.isEmpty() || headline.get().equals(page.body())) {
            return -1;
        }
        int at = page.outline().numberOf(headline.get());
        for (int i = 0; i < blocks.size(); i++) {
            if (page.outline().isWithin(blocks.get(i).number(), at)) {
                return i;
            }
        }
        return -1;
    }

    /** The first date in the text that follows the headline, or the last shortly before it. */
    Optional<DayFinder.Found> near() {
        String text = page.body().text();
        String title = headline.map(Element::text).orElse("");
        int at = title.isEmpty() ? -1 : text.indexOf(title);
        if (at < 0) {
            return Optional.empty();
        }
        int after = at + title.length();
        String window = text.substring(after, Math.min(text.length(), after + NEAR));
        List<DayFinder.Found> earlier = days.all(text.substring(Math.max(0, at - NEAR / 2), at), habit);
        return days.first(window, habit)
                .or(() -> earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast()));
    }

    /** The date in an element's attributes, or in its text. */
    static Optional<DayFinder.Found> of(DayFinder days, Element element, DayFinder.Habit habit) {
        for (String attribute : ATTRIBUTES) {
            Optional<DayFinder.Found> found =
                    element.hasAttr(attribute) ? days.first(element.attr(attribute), habit) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return days.first(text(element), habit);
    }

    /** The text of a small element; "" for one with more than {@value #NEAR} characters. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode run) {
                    text.append(run.text()).append(' ');
                }
                return text.length() > NEAR ? FilterResult.STOP : FilterResult.CONTINUE;
            }
        });
        return text.length() > NEAR ? "" : text.toString().strip();
    }
}
