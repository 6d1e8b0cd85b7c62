package org.sayso.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;

/**
 * Sentences of a text, roughly: enough to ask what stands beside what. (The language engine's sentences are not part of a
 * reading.) Immutable.
 */
final class Sentences {
    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:U\\.S|U\\.K|U\\.N|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Adm|Maj|Sgt|St|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec))"
                    + "[.!?]+[\"”’')\\]]*\\s+(?=[\\p{Lu}\\p{N}\"“‘'(])|\\n+");

    private final List<Span> spans;

    Sentences(String text) {
        List<Span> found = new ArrayList<>();
        Matcher m = END.matcher(text);
        int from = 0;
        while (m.find()) {
            add(found, text, from, m.end());
            from = m.end();
        }
        add(found, text, from, text.length());
        spans = List.copyOf(found);
    }

    private static void add(List<Span> found, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            found.add(new Span(start, end));
        }
    }

    List<Span> all() {
        return spans;
    }

    /** Number of the sentence that holds an offset, or of the nearest before it. */
    int at(int offset) {
        int found = 0;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).start() <= offset) {
                found = i;
            }
        }
        return found;
    }

    /** What of a span lies in the sentence of its first character. */
    Span within(Span span) {
        Span sentence = holding(span);
        return new Span(span.start(), Math.max(span.start() + 1, Math.min(span.end(), sentence.end())));
    }

    Span holding(Span span) {
        return spans.get(at(span.start()));
    }
}
