package org.sayso.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.pattern.Word;

/**
 * The days that the report gives its events: "the vote on Nov. 5", "the blast hit the port on Aug. 4". Only an event that is
 * named the same again, and that has one date throughout, has a day.
 */
final class EventDays {
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "any", "each", "every", "that", "this");

    /** Relations of the words before a noun. */
    private static final Set<String> LEADING =
            Set.of("det", "amod", "compound", "nummod", "nmod:poss", "nmod:unmarked");

    private final AnalyzedText text;
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Map<String, Point> points = new HashMap<>();

    EventDays(AnalyzedText text, List<Reckoned> found) {
        this.text = text;
        for (Reckoned reckoned : found) {
            reckoned.point().filter(p -> p.grain() == Grain.DAY).ifPresent(p -> enter(reckoned, p));
        }
    }

    private void enter(Reckoned reckoned, Point point) {
        Optional<Sentence> sentence = text.sentenceAt(reckoned.span().start());
        Optional<Token> date = sentence.flatMap(s -> s.headOf(reckoned.span()));
        date.ifPresent(d -> sentence.orElseThrow().children(d, "nsubj").forEach(t -> enter(t.lemma(), point)));
        Optional<Token> above = date.flatMap(d -> sentence.orElseThrow().head(d));
        if (above.isEmpty()) {
            return;
        }
        enter(above.get().lemma(), point);
        if (above.get().isVerb()) {
            sentence.orElseThrow().children(above.get(), "nsubj", "obj").stream()
                    .filter(Token::isNoun)
                    .forEach(t -> enter(t.lemma(), point));
        }
    }

    private void enter(String lemma, Point point) {
        values.computeIfAbsent(lemma, k -> new TreeSet<>()).add(point.value());
        points.put(lemma, point);
    }

    /** The day of the event that the words from here name. */
    Optional<Point> of(List<Word> words, int from) {
        if (from >= words.size()) {
            return Optional.empty();
        }
        int start = words.get(from).span().start();
        Optional<Sentence> sentence = text.sentenceAt(start);
        Optional<Token> first = text.tokenAt(start);
        if (sentence.isEmpty()
                || first.isEmpty()
                || INDEFINITE.contains(first.get().lemma())) {
            return Optional.empty();
        }
        Token event = first.get();
        while (LEADING.contains(event.relation()) && event.head() > event.index()) {
            event = sentence.get().token(event.head());
        }
        String lemma = event.lemma();
        return event.upos() == Upos.NOUN
                ? Optional.ofNullable(points.get(lemma))
                        .filter(p -> values.getOrDefault(lemma, Set.of()).size() == 1)
                : Optional.empty();
    }
}
