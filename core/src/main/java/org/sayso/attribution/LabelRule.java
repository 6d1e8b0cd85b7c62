package org.sayso.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.table.Table;

/**
 * Reports in labelled paragraphs, as Ukrainian papers print them: "Source: the General Staff on Facebook", "Details: …",
 * "Quote: “…”", "Background: …". The source says what stands under the other labels, up to the background, which is the
 * paper's. A line "Source: …" with no such label behind it is the credit of a picture or a box.
 */
final class LabelRule implements Rule {
    private static final Pattern LABEL = Pattern.compile("(\\p{Lu}[\\p{Ll} ]{3,14}):\\s*");
    /** What is no longer the name of the source: where it was said, and whom it cites. */
    private static final Pattern BEHIND = Pattern.compile(
            "[,;]?\\s+(?:on (?:Telegram|Facebook|X|Twitter|Instagram|YouTube)\\b|in (?:an?|its|his|her|their|comments?)\\b"
                    + "|(?:citing|quoting|with reference to|referring to)\\b).*|[\\s.;]+$",
            Pattern.DOTALL);

    private final Map<String, String> labels = new LinkedHashMap<>();

    LabelRule() {
        Table.rows(LabelRule.class, "labels.tsv", 3).forEach(r -> labels.put(r.get(0), r.get(1)));
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        Optional<Matcher> label = label(text.text(), s.span());
        if (label.isEmpty() || !kind(label.get()).equals("source")) {
            return List.of();
        }
        List<Span> paragraphs = DirectSpeech.paragraphs(text).stream()
                .filter(p -> p.end() > s.span().start())
                .toList();
        Span own = paragraphs.getFirst();
        int start = s.span().start() + label.get().end();
        String name = BEHIND.matcher(new Span(start, own.end()).of(text.text())).replaceFirst("");
        List<Span> content = said(text.text(), paragraphs.subList(1, paragraphs.size()));
        if (own.start() != s.span().start() || name.isBlank() || content.isEmpty()) {
            return List.of();
        }
        Span cue = new Span(own.start(), own.start() + label.get().end(1));
        return List.of(
                Draft.of(List.of(new Span(start, start + name.length())), List.of(cue), content, "rule:label", 0.8));
    }

    private static Optional<Matcher> label(String text, Span span) {
        return Optional.of(LABEL.matcher(span.of(text))).filter(m -> m.lookingAt() && m.end() < span.length());
    }

    private String kind(Matcher label) {
        return labels.getOrDefault(label.group(1).toLowerCase(Locale.ROOT), "");
    }

    /** What stands under the labels of what the source says; nothing, where no such label follows at once. */
    private List<Span> said(String text, List<Span> paragraphs) {
        List<Span> said = new ArrayList<>();
        for (Span p : paragraphs) {
            Optional<Matcher> label = label(text, p);
            String kind = label.map(this::kind).orElse("");
            if (kind.equals("other") || kind.equals("source") || said.isEmpty() && !kind.equals("said")) {
                break;
            }
            int from = kind.equals("said") ? label.orElseThrow().end() : 0;
            said.addAll(Pieces.without(text, new Span(p.start() + from, p.end()), List.of()));
        }
        return said;
    }
}
