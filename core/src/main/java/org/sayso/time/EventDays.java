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

    /** The verb that stands for killings too. */
    private static final String DYING = "die";

    private static final Set<String> OF_A_DAY = Set.of("night", "morning", "evening", "afternoon", "day");

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
        Optional<Token> date = sentence.flatMap(s -> s.headOf(reckoned.span()).map(t -> whole(s, t)));
        date.ifPresent(d -> sentence.orElseThrow().children(d, "nsubj").forEach(t -> enter(t.lemma(), point)));
        Optional<Token> above = date.flatMap(d -> sentence.orElseThrow().head(d));
        if (above.isEmpty()) {
            return;
        }
        enter(above.get().lemma(), point);
        if (isToDeath(sentence.orElseThrow(), above.get())) {
            enter(DYING, point);
        }
        if (above.get().isVerb()) {
            sentence.orElseThrow().children(above.get(), "nsubj", "obj").stream()
                    .filter(Token::isNoun)
                    .forEach(t -> enter(t.lemma(), point));
            deeds(sentence.orElseThrow(), above.get()).forEach(d -> enter(d, point));
        }
    }

    /** "On the night of Oct. 23": the night stands for the date in it. */
    private static Token whole(Sentence sentence, Token date) {
        return date.is("nmod")
                ? sentence.head(date).filter(t -> OF_A_DAY.contains(t.lemma())).orElse(date)
                : date;
    }

    /** What a verb tells and of whom, a key for each word: "arrest Okello". */
    private List<String> deeds(Sentence sentence, Token verb) {
        String happening = happening(isToDeath(sentence, verb) ? DYING : verb.lemma());
        return sentence.children(verb, "nsubj", "obj").stream()
                .map(t -> t.is("nsubj") ? meant(sentence, verb, t) : t)
                .flatMap(t -> Stream.concat(Stream.of(t), sentence.children(t, "flat").stream()))
                .filter(Token::isNoun)
                .map(t -> happening + " " + t.lemma())
                .toList();
    }

    /** "Okello was its owner before he was shot": a pronoun stands for the subject of the clause above. */
    private static Token meant(Sentence sentence, Token verb, Token subject) {
        return subject.upos() == Upos.PRON && verb.is("advcl")
                ? sentence.head(verb)
                        .flatMap(above -> sentence.child(above, "nsubj"))
                        .orElse(subject)
                : subject;
    }

    /** "Shot to death", "beaten to death". */
    private static boolean isToDeath(Sentence sentence, Token verb) {
        return sentence.children(verb, "obl").stream()
                .anyMatch(t -> t.lemma().equals("death")
                        && sentence.children(t, "case").stream()
                                .anyMatch(c -> c.lemma().equals("to")));
    }

    private void enter(String lemma, Point point) {
        String happening = lemma.indexOf(' ') < 0 ? happening(lemma) : lemma;
        values.computeIfAbsent(happening, k -> new TreeSet<>()).add(point.value());
        points.put(happening, point);
    }

    /** One name for a verb and its noun: "kill" and "killing", DYING and "death" by the table. */
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
        return event.upos() == Upos.NOUN ? ofNoun(sentence.get(), event) : Optional.empty();
    }

    /** Of several happenings that of the same person, or what there is one of; "the death of Okello" is his alone. */
    private Optional<Point> ofNoun(Sentence sentence, Token event) {
        String happening = happening(event.lemma());
        List<Token> whose = sentence.children(event, "nmod", "nmod:poss").stream()
                .filter(Token::isNoun)
                .filter(t -> t.is("nmod:poss")
                        || sentence.children(t, "case").stream()
                                .anyMatch(c -> c.lemma().equals("of")))
                .toList();
        return whose.stream()
                .flatMap(t -> Stream.concat(Stream.of(t), sentence.children(t, "flat").stream()))
                .flatMap(t -> day(happening + " " + t.lemma()).stream())
                .findFirst()
                .or(() -> happening.equals(happening(DYING)) && !whose.isEmpty() ? Optional.empty() : day(happening));
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
