package org.sayso.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Verbless lines: "Kremlin: no call", "Call took place: report", "Bridge hit – officials". */
final class HeadlineRule implements Rule {
    private static final Set<Upos> NAMING =
            Set.of(Upos.NOUN, Upos.PROPN, Upos.ADJ, Upos.ADP, Upos.DET, Upos.PART, Upos.NUM);
    private static final Set<String> DASHES = Set.of("-", "–", "—", "--");
    private static final int LONGEST = 6;
    /** Labels of boxes and captions, and datelines, look the same. */
    private static final Set<String> LABELS = Set.of(
            "source",
            "photo",
            "photograph",
            "picture",
            "image",
            "video",
            "map",
            "file",
            "page",
            "list",
            "website",
            "article",
            "story",
            "text",
            "editorial",
            "column",
            "analysis",
            "review",
            "post",
            "footage");

    private final SourceKinds kinds;

    HeadlineRule(SourceKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        return before(text, s).or(() -> after(text, s)).map(List::of).orElse(List.of());
    }

    private Optional<Draft> before(AnalyzedText text, Sentence s) {
        for (int i = 1; i <= LONGEST && i < s.size() - 2; i++) {
            if (s.token(i).form().equals(":")) {
                boolean label = i == 1 && LABELS.contains(s.token(0).form().toLowerCase(Locale.ROOT));
                return label || dateline(text, s, i) || prose(s)
                        ? Optional.empty()
                        : draft(text, s, i, 0, i, i + 1, s.size());
            }
        }
        return Optional.empty();
    }

    /** A headline has no full stop. */
    private static boolean prose(Sentence s) {
        return s.token(s.size() - 1).form().equals(".");
    }

    private static boolean dateline(AnalyzedText text, Sentence s, int colon) {
        Span words = s.token(0).span().union(s.token(colon - 1).span());
        boolean place = text.namesIn(words).stream()
                .anyMatch(n -> n.kind() == Name.Kind.PLACE && n.span().equals(words));
        boolean capitals = s.token(0).form().length() > 3
                && words.of(text.text()).equals(words.of(text.text()).toUpperCase(Locale.ROOT));
        return (place || capitals) && s.token(s.size() - 1).form().equals(".");
    }

    private Optional<Draft> after(AnalyzedText text, Sentence s) {
        int end = s.token(s.size() - 1).form().equals(".") ? s.size() - 1 : s.size();
        boolean headline = s.paragraph() == 0;
        for (int i = end - 2; i > 2 && i >= end - LONGEST; i--) {
            String form = s.token(i).form();
            if (form.equals(":") || headline && DASHES.contains(form) && apart(s, i)) {
                return headline ? draft(text, s, i, i + 1, end, 0, i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether blanks stand around it: the dash of "Nagorno-Karabakh" parts nothing. */
    private static boolean apart(Sentence s, int mark) {
        Span dash = s.token(mark).span();
        return s.token(mark - 1).span().end() < dash.start()
                && s.token(mark + 1).span().start() > dash.end();
    }

    private Optional<Draft> draft(
            AnalyzedText text, Sentence s, int mark, int from, int to, int contentFrom, int contentTo) {
        List<Token> words = s.tokens().subList(from, to);
        boolean naming = words.stream().allMatch(t -> NAMING.contains(t.upos()));
        List<Span> source = Pieces.of(s, words);
        List<Span> content = Pieces.of(s, s.tokens().subList(contentFrom, contentTo));
        if (!naming || source.size() != 1 || content.isEmpty() || !kinds.isSpeaker(text, source.getFirst())) {
            return Optional.empty();
        }
        return Optional.of(Draft.of(source, List.of(s.token(mark).span()), content, "rule:headline", 0.6)
                .takingQuotes());
    }
}
