package org.sayso.attribution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.table.Table;

/** Where something was said: "on Telegram", "in a statement", "told reporters". Immutable and thread-safe. */
final class Media {
    private record Medium(Pattern pattern, String name) {}

    private final List<Medium> media;
    /** Of all media at once: most sentences name none. */
    private final Pattern any;

    Media() {
        List<List<String>> rows = Table.rows(Media.class, "media.tsv", 3);
        media = rows.stream()
                .map(r -> new Medium(Pattern.compile(r.get(0)), r.get(1)))
                .toList();
        any = Pattern.compile(rows.stream().map(List::getFirst).collect(Collectors.joining("|", "\\b(?:", ")")));
    }

    /** The medium named in the sentence of the cue, outside of what is said. */
    Optional<String> of(AnalyzedText text, List<Span> cue, List<Span> content) {
        Optional<Sentence> sentence = text.sentenceAt(cue.getFirst().start());
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        Span span = sentence.get().span();
        StringBuilder uncovered = new StringBuilder(span.of(text.text()));
        for (Span piece : content) {
            for (int i = Math.max(piece.start(), span.start()); i < Math.min(piece.end(), span.end()); i++) {
                uncovered.setCharAt(i - span.start(), '\u00b7');
            }
        }
        String words = uncovered.toString(); // which expressions read several times as fast as a builder
        if (!any.matcher(words).find()) {
            return Optional.empty();
        }
        return media.stream()
                .filter(m -> m.pattern().matcher(words).find())
                .map(Medium::name)
                .findFirst();
    }

    List<String> examples() {
        return Table.rows(Media.class, "media.tsv", 3).stream()
                .map(List::getLast)
                .toList();
    }
}
