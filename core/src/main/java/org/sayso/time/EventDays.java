package org.sayso.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.pattern.Word;
import org.sayso.table.Table;

/**
 * The days that the report gives its events: "the vote on Nov. 5", "he was killed on Aug. 4". Only an event that is named
 * again, by the same word or by the noun of its verb ("the killing"), and that has one date throughout, has a day.
 */
final class EventDays {
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "any", "each", "every", "that", "this");

    /** Relations of the words before a noun. */
    private static final Set<String> LEADING =
            Set.of("det", "amod", "compound", "nummod", "nmod:poss", "nmod:unmarked");

    private final AnalyzedText text;
    private final Map<String, String> verbs;
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Map<String, Point> points = new HashMap<>();

    /** @param verbs verbs by the noun of the same happening, from {@link #verbs()} */
    EventDays(AnalyzedText text, Map<String, String> verbs, List<Reckoned> found) {
        this.text = text;
        this.verbs = verbs;
        for (Reckoned reckoned : found) {
            reckoned.point().filter(p -> p.grain() == Grain.DAY).ifPresent(p -> enter(reckoned, p));
        }
    }

    /** The verbs of happenings.tsv by their nouns. */
    static Map<String, String> verbs() {
        return Table.rows(EventDays.class, "happenings.tsv", 3).stream()
                .collect(Collectors.toUnmodifiableMap(List::getFirst, r -> r.get(1)));
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
            deeds(sentence.orElseThrow(), above.get()).forEach(d -> enter(d, point));
        }
    }

    /** What a verb tells and of whom, a key for each word: "arrest Okello". */
    private List<String> deeds(Sentence sentence, Token verb) {
        return sentence.children(verb, "nsubj", "obj").stream()
                .flatMap(t -> Stream.concat(Stream.of(t), sentence.children(t, "flat").stream()))
                .filter(Token::isNoun)
                .map(t -> happening(verb.lemma()) + " " + t.lemma())
                .toList();
    }

    private void enter(String lemma, Point point) {
        String happening = lemma.indexOf(' ') < 0 ? happening(lemma) : lemma;
        values.computeIfAbsent(happening, k -> new TreeSet<>()).add(point.value());
        points.put(happening, point);
    }

    /** One name for a verb and its noun: "kill" and "killing", "die" and "death" by the table. */
    private String happening(String lemma) {
        String verb = verbs.getOrDefault(lemma, lemma);
        String stem = verb.endsWith("ing") && verb.length() > 5 ? verb.substring(0, verb.length() - 3) : verb;
        String bare = stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
        int last = bare.length() - 1;
        boolean doubled = last > 1 && bare.charAt(last) == bare.charAt(last - 1);
        return doubled ? bare.substring(0, last) : bare;
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
        Optional<Token> verb = event.is("nsubj") ? sentence.get().head(event) : Optional.empty();
        if (verb.filter(v -> v.is("advcl")).isPresent()) {
            return deed(sentence.get(), verb.get());
        }
        return event.upos() == Upos.NOUN ? day(happening(event.lemma())) : Optional.empty();
    }

    /** The day on which somebody did or suffered the same. */
    private Optional<Point> deed(Sentence sentence, Token verb) {
        return deeds(sentence, verb).stream().flatMap(d -> day(d).stream()).findFirst();
    }

    private Optional<Point> day(String happening) {
        return Optional.ofNullable(points.get(happening))
                .filter(p -> values.getOrDefault(happening, Set.of()).size() == 1);
    }

    /** The day of what a time of day stands beside: "Okello was arrested at 10 p.m.", the day of that being known. */
    Optional<Point> beside(Span span) {
        Optional<Sentence> sentence = text.sentenceAt(span.start());
        return sentence.flatMap(
                s -> s.headOf(span).flatMap(s::head).filter(Token::isVerb).flatMap(v -> deed(s, v)));
    }
}
