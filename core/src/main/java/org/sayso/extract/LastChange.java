package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.sayso.table.Table;

/**
 * Finds the day on which an article was last changed, and the moment: JSON-LD, then meta elements, elements marked so, and last a line
 * that says so ("Updated …" in some twenty languages). Immutable.
 */
final class LastChange {
    /** A line that is there for its date is no longer than this. */
    private static final int LINE = 160;

    private static final List<String> CLASSES = List.of("updated", "modified", "update time", "last update");

    private final DayFinder days;
    private final List<String> meta = new ArrayList<>();
    private final Pattern words;

    LastChange(DayFinder days) {
        this.days = days;
        for (List<String> row : Table.rows(LastChange.class, "datefields.tsv", 3)) {
            if (row.get(1).equals("late")) {
                meta.add(row.get(0));
            }
        }
        words = Pattern.compile(Table.rows(LastChange.class, "updated.tsv", 2).stream()
                .map(row -> Pattern.quote(row.getFirst()))
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    Optional<DayFinder.Found> find(Markup page, StructuredData data, List<Block> blocks, DayFinder.Habit habit) {
        return data.modified()
                .flatMap(text -> days.first(text, habit))
                .or(() -> meta.stream()
                        .flatMap(name -> page.metas(name).stream())
                        .flatMap(content -> days.first(content, habit).stream())
                        .findFirst())
                .map(said -> said.at().isPresent()
                        ? said
                        : shown(blocks, habit).filter(s -> isSameDay(s, said)).orElse(said))
                .or(() -> marked(page, habit))
                .or(() -> shown(blocks, habit));
    }

    private static boolean isSameDay(DayFinder.Found shown, DayFinder.Found said) {
        return shown.day().equals(said.day()) && shown.at().isPresent();
    }

    private Optional<DayFinder.Found> marked(Markup page, DayFinder.Habit habit) {
        for (Element e : page.inBody()) {
            if (e.attributesSize() > 0 && isMarked(e)) {
                Optional<DayFinder.Found> found = ShownDay.of(days, e, habit);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMarked(Element e) {
        if (e.attr("itemprop").contains("dateModified")) {
            return true;
        }
        String names = e.className();
        String lower = names.toLowerCase(Locale.ROOT);
        return (lower.contains("update") || lower.contains("modified"))
                && (names.length() < 40 || e.normalName().equals("time"))
                && CLASSES.stream().anyMatch((" " + Boilerplate.plain(names) + " ")::contains);
    }

    private Optional<DayFinder.Found> shown(List<Block> blocks, DayFinder.Habit habit) {
        for (Block block : blocks) {
            String text = block.text();
            int at = text.length() > LINE || !DayFinder.hasDigit(text) ? -1 : startIn(text);
            if (at >= 0) {
                Optional<DayFinder.Found> found = days.first(text.substring(at), habit);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Where in a line the words stand that tell of a change; -1 where there are none. */
    int startIn(String line) {
        Matcher m = words.matcher(line.toLowerCase(Locale.ROOT));
        return m.find() ? m.start() : -1;
    }
}
