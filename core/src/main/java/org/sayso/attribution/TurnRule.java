package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;

/**
 * Speech that is set, not told: turns of a transcript ("MR. PRICE: We have seen the reports.") and signed quotations
 * ("“Never again.” — Anna Kowal").
 */
final class TurnRule implements Rule {
    private static final String SPEAKER =
            "[\"“]?((?:(?:Mr|Mrs|Ms|Dr|Sen|Gen|Amb)\\. )?\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]*){0,3})(:)\\h+";
    private static final Pattern LABEL = Pattern.compile(SPEAKER);
    private static final Pattern TURN = Pattern.compile(SPEAKER + "(\\S.*)", Pattern.DOTALL);
    private static final Pattern SIGNED = Pattern.compile(
            "[”\"»]\\h*([―—–-]{1,2})\\h*((?:\\p{Lu}[\\p{L}.'’-]*\\h)*\\p{Lu}[\\p{L}'’-]+)(?:, [^.”“\"\\n]{3,60})?[\\h.]*");
    private static final String MARKS = "“”\"«";

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        return turn(text, s).map(List::of).orElseGet(() -> signed(text, s));
    }

    /** The first sentence of a paragraph, where another paragraph begins so, too: a dateline stands alone. */
    private static Optional<Draft> turn(AnalyzedText text, Sentence s) {
        if (!LABEL.matcher(text.text())
                .region(s.span().start(), text.text().length())
                .lookingAt()) {
            return Optional.empty();
        }
        List<Span> paragraphs = DirectSpeech.paragraphs(text);
        Optional<Span> own =
                paragraphs.stream().filter(p -> p.start() == s.span().start()).findFirst();
        long turns = paragraphs.stream()
                .filter(p -> TURN.matcher(p.of(text.text())).matches())
                .count();
        return turns < 2
                ? Optional.empty()
                : own.flatMap(p -> draft(text.text(), p))
                        .filter(d -> text.namesIn(d.source().getFirst()).stream()
                                .noneMatch(n -> n.kind() == Name.Kind.PLACE));
    }

    private static Optional<Draft> draft(String text, Span paragraph) {
        Matcher turn = TURN.matcher(paragraph.of(text));
        if (!turn.matches()) {
            return Optional.empty();
        }
        int at = paragraph.start();
        return Optional.of(Draft.of(
                List.of(new Span(at + turn.start(1), at + turn.end(1))),
                List.of(new Span(at + turn.start(2), at + turn.end(2))),
                List.of(new Span(at + turn.start(3), paragraph.end())),
                "rule:turn",
                0.8));
    }

    /** A quotation that begins a line, and a name behind a dash that ends it. */
    private static List<Draft> signed(AnalyzedText text, Sentence s) {
        String all = text.text();
        int from = Math.max(0, s.span().start() - 3);
        int lineEnd = lineEnd(all, s.span().end());
        List<Draft> found = new ArrayList<>();
        Matcher signed = SIGNED.matcher(all).region(from, lineEnd);
        while (signed.find()) {
            int lineStart = all.lastIndexOf('\n', signed.start()) + 1;
            boolean endsLine = signed.end() == lineEnd(all, signed.end());
            boolean begins = lineStart < signed.start() && MARKS.indexOf(all.charAt(lineStart)) >= 0;
            if (endsLine && begins && s.span().covers(new Span(signed.start(1), signed.end(1)))) {
                found.add(Draft.of(
                        List.of(new Span(signed.start(2), signed.end(2))),
                        List.of(new Span(signed.start(1), signed.end(1))),
                        List.of(new Span(lineStart, signed.start() + 1)),
                        "rule:signed",
                        0.8));
            }
        }
        return found;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
