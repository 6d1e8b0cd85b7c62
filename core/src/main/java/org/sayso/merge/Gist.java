package org.sayso.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Span;

/**
 * What a verbal act is about, as the first letters of its telling words: "to avoid an escalation" and "against escalating the
 * war" are one request, "wanted further talks" is another. Words that two thirds of a story's reports hold tell nothing. Confined to one merge.
 */
final class Gist {
    private static final int LETTERS = 6;

    /** Where one act ends and another may begin. */
    private static final Pattern JOIN = Pattern.compile("[,;:]? (?:and|but|then|while) |[,;:] ");

    private final Words words;
    private final Set<String> common;
    private final Map<String, Set<String>> known = new HashMap<>();

    Gist(List<Report> reports, Words words) {
        this.words = words;
        Map<String, Integer> holding = new HashMap<>();
        reports.forEach(r -> cut(r.text()).forEach(k -> holding.merge(k, 1, Integer::sum)));
        Set<String> most = new HashSet<>();
        holding.forEach((k, n) -> {
            if (reports.size() >= 4 && n * 3 >= reports.size() * 2) {
                most.add(k);
            }
        });
        this.common = Set.copyOf(most);
    }

    /** Urging, accusing, promising and the like; a meeting is not told apart by what was said in it. */
    static boolean isVerbal(EventType type) {
        return type != EventType.CONSULT && (type.quad() == 1 || type.quad() == 3);
    }

    /** From the trigger to the end of the clause, or to the next event in it. */
    Set<String> of(Report report, Event event) {
        int to = Math.min(event.extent().end(), next(report, event));
        if (to <= event.trigger().end()) {
            return Set.of();
        }
        Set<String> keys = keys(new Span(event.trigger().end(), to).of(report.text()));
        keys.removeAll(common);
        return keys;
    }

    /** Whether two may be about the same: they share a word, or one says nothing. */
    static boolean agree(Set<String> a, Set<String> b) {
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }

    /** The act with its words, for a reader: "asked Putin to avoid an escalation". */
    static Span words(Report report, Event event) {
        int end = event.extent().end();
        int next = next(report, event);
        if (next < end) {
            Matcher join = JOIN.matcher(report.text()).region(event.trigger().end(), next);
            while (join.find()) {
                end = join.start();
            }
        }
        Span clause = new Span(event.trigger().start(), Math.max(event.trigger().end(), end));
        return Evidence.trimmed(report.text(), clause);
    }

    private static int next(Report report, Event event) {
        return report.events().stream()
                .mapToInt(v -> v.trigger().start())
                .filter(start -> start > event.trigger().start())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The telling words of a stretch of text, cut to their first letters, the common ones included. */
    Set<String> keys(String text) {
        return new TreeSet<>(known.computeIfAbsent(text, this::cut));
    }

    private Set<String> cut(String text) {
        Set<String> keys = new TreeSet<>();
        words.telling(text).stream()
                .filter(w -> !w.capitalized())
                .map(Words.Word::stem)
                .forEach(s -> keys.add(s.length() > LETTERS ? s.substring(0, LETTERS) : s));
        return keys;
    }
}
