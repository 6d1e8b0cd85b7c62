package org.sayso.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sayso.event.EventMention;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Event.DatedBy;
import org.sayso.model.Factuality;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Which date holds for which event: the clause's own; else the one date of the sentence that does not date a statement; else,
 * for what is told in the simple past right after a dated event, the date of that event. "Since", "until" and "from … to" lead to
 * no date, nor does what only says which thing is meant ("arrested over last year's attack"), and an event with a time of its
 * own that is not known has none. Immutable, used for one article.
 */
final class Dating {
    /** A date, and how it is known. */
    record Dated(Timex timex, DatedBy by) {}

    /** Words before a date at which something only begins or ends. */
    private static final Set<String> EDGES = Set.of("since", "until", "till");

    /** So many words at most stand between what is ranked and the time. */
    private static final int RANKED = 5;

    /** Tags of what stands before a rank: "the worst", "its first", "Chad's deadliest"; not "at least". */
    private static final Set<String> OF_ALL = Set.of("DT", "PRP$", "POS");

    private static final Set<String> ORDINALS =
            Set.of("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest");

    private static final Set<String> RANGE_OPENS = Set.of("from", "between");
    private static final Set<String> RANGE_GOES_ON = Set.of("to", "and", "until", "till", "through");

    private static final Pattern COUNTED_ON = Pattern.compile("(?iu)\\b(?:later|earlier|that|afterwards?)$");

    /** Length of a value that names a year. */
    private static final int YEAR = 4;

    private final AnalyzedText text;
    private final Function<Span, Optional<LocalDate>> published;
    private final List<Timex> timexes;
    private final List<Timex> dates;
    private final List<Attribution> attributions;
    private final Function<Span, List<String>> said;
    private final Predicate<Span> isSomebody;

    /**
     * @param published the day on which what stands in a span was
     * @param said attributions in whose content a span stands
     * @param isSomebody whether words mean an entity
     */
    Dating(
            AnalyzedText text,
            Function<Span, Optional<LocalDate>> published,
            List<Timex> timexes,
            List<Attribution> attributions,
            Function<Span, List<String>> said,
            Predicate<Span> isSomebody) {
        this.text = text;
        this.published = published;
        this.timexes = timexes;
        this.attributions = attributions;
        this.said = said;
        this.isSomebody = isSomebody;
        this.dates = timexes.stream()
                .filter(t -> (isDate(t) || isCountedOn(t)) && !isEdge(t) && !isRanking(t))
                .toList();
    }

    static boolean isDate(Timex t) {
        return t.type() == Timex.Type.DATE || t.type() == Timex.Type.TIME;
    }

    /** "Two days later": a day, though only another event tells which. */
    private boolean isCountedOn(Timex t) {
        return t.anchor() == Timex.Anchor.EVENT
                && COUNTED_ON.matcher(t.span().of(text.text())).find();
    }

    /** For each event, in the order of the text. */
    List<Optional<Dated>> dates(List<EventMention> ordered) {
        List<Optional<Dated>> all = new ArrayList<>();
        for (EventMention mention : ordered) {
            all.add(when(mention)
                    .or(() -> clause(mention))
                    .or(() -> sentence(mention))
                    .or(() -> running(mention, ordered.subList(0, all.size()), all)));
        }
        return all;
    }

    /** "in 1968, when troops invaded the country": the date right before. */
    private Optional<Dated> when(EventMention m) {
        return text.sentenceAt(m.trigger().start())
                .flatMap(s -> s.headOf(m.trigger())
                        .flatMap(v -> s.child(v, "advmod", "mark")
                                .filter(t -> t.lemma().equals("when"))))
                .flatMap(w -> timexes.stream()
                        .filter(t -> t.edtf().isPresent() && isDate(t))
                        .filter(t -> t.span().end() <= w.span().start())
                        .filter(t -> w.span().start() - t.span().end() <= 2)
                        .findFirst())
                .map(t -> new Dated(t, DatedBy.CLAUSE));
    }

    private Optional<Dated> clause(EventMention m) {
        List<Timex> inClause = dates.stream()
                .filter(t -> m.extent().covers(t.span()) && !isAnothers(m, t))
                .filter(t -> isBeside(m, t) || !datesStatement(t, m.trigger()))
                .filter(t -> m.factuality().status() != Factuality.Status.HAPPENED || !isAhead(t))
                .toList();
        List<Timex> known = inClause.stream().filter(t -> t.edtf().isPresent()).toList();
        return Steps.nearest(text, m.trigger(), known, Timex::span, Integer.MAX_VALUE)
                .or(() -> Steps.nearest(text, m.trigger(), inClause, Timex::span, Integer.MAX_VALUE))
                .map(t -> new Dated(t, DatedBy.CLAUSE));
    }

    /** Whether the date hangs from the event itself: "marched on Sunday to demand reforms". */
    private boolean isBeside(EventMention m, Timex date) {
        Optional<Sentence> sentence = text.sentenceAt(m.trigger().start());
        return sentence.flatMap(s -> s.headOf(date.span()).flatMap(s::head))
                .equals(sentence.flatMap(s -> s.headOf(m.trigger())));
    }

    private Optional<Dated> sentence(EventMention m) {
        List<Timex> inSentence = text.sentenceAt(m.trigger().start()).stream()
                .flatMap(s -> dates.stream().filter(t -> s.span().covers(t.span())))
                .filter(t -> t.edtf().isPresent())
                .filter(t -> !datesStatement(t, m.trigger()) && !isAnothers(m, t))
                .filter(t -> said.apply(t.span()).equals(said.apply(m.trigger())))
                .filter(t -> mayShare(m, t))
                .toList();
        return inSentence.size() == 1
                ? Optional.of(new Dated(inSentence.getFirst(), DatedBy.SENTENCE))
                : Optional.empty();
    }

    /** Whether the sentence gives the date to something else. */
    private boolean isAnothers(EventMention m, Timex date) {
        return reach(m, date).filter(Reach::isAnothers).isPresent();
    }

    private Optional<Reach> reach(EventMention m, Timex date) {
        Sentence sentence = text.sentenceAt(m.trigger().start()).orElseThrow();
        Optional<Token> event = sentence.headOf(m.trigger());
        Optional<Token> day = sentence.span().covers(date.span()) ? sentence.headOf(date.span()) : Optional.empty();
        Predicate<Token> takesPart = noun -> Stream.concat(m.actors().stream(), m.recipients().stream())
                .anyMatch(s -> s.covers(noun.span()) && isSomebody.test(s));
        return event.flatMap(e -> day.map(d -> new Reach(sentence, m.trigger(), e, d, isYear(date), takesPart)));
    }

    /**
     * A verb beside the dated one shares its date ("expelled two diplomats on Monday and recalled its ambassador"). In another
     * clause only what was done does, not what was said; not what is told in passing or as before or after it, nothing that is
     * still to come where the date is past, and nothing that happened where it is still to come.
     */
    private boolean mayShare(EventMention m, Timex date) {
        boolean happened = m.factuality().status() == Factuality.Status.HAPPENED;
        boolean toCome = !happened && m.factuality().status() != Factuality.Status.ONGOING;
        boolean otherSide = toCome ? isPast(date) : happened && isAhead(date);
        if (otherSide || !reach(m, date).filter(Reach::isAtThatTime).isPresent()) {
            return false;
        }
        Sentence sentence = text.sentenceAt(m.trigger().start()).orElseThrow();
        Token first = sentence.headOf(m.trigger()).orElseThrow();
        while (first.is("conj")) {
            first = sentence.head(first).orElseThrow();
        }
        return first.isRoot() || m.type().quad() % 2 == 0;
    }

    private static boolean isYear(Timex date) {
        return date.type() == Timex.Type.DATE
                && date.value().filter(v -> v.length() <= YEAR).isPresent();
    }

    private boolean isPast(Timex date) {
        return published
                .apply(date.span())
                .filter(day -> !date.latest().orElse(LocalDate.MAX).isAfter(day))
                .isPresent();
    }

    private boolean isAhead(Timex date) {
        return published
                .apply(date.span())
                .filter(day -> date.earliest().orElse(LocalDate.MIN).isAfter(day))
                .isPresent();
    }

    /** "A missile hit a market on Sunday. It killed twelve people." */
    private Optional<Dated> running(EventMention m, List<EventMention> before, List<Optional<Dated>> known) {
        Optional<Sentence> here = text.sentenceAt(m.trigger().start());
        if (here.isEmpty() || !isHappening(m) || !goesOn(here.get(), m) || hasTimeOfItsOwn(m)) {
            return Optional.empty();
        }
        List<Dated> last = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Optional<Sentence> there = text.sentenceAt(before.get(i).trigger().start());
            boolean previous = there.filter(s -> s.index() == here.get().index() - 1
                            && (s.paragraph() == here.get().paragraph() || isPronoun(here.get(), m)))
                    .isPresent();
            if (previous && isHappening(before.get(i))) {
                known.get(i).filter(d -> d.timex().edtf().isPresent()).ifPresent(last::add);
            }
        }
        if (last.isEmpty()) {
            return toldBefore(here.get(), m);
        }
        return last.stream().map(d -> d.timex().edtf()).distinct().count() == 1
                ? Optional.of(new Dated(last.getLast().timex(), DatedBy.RUNNING))
                : Optional.empty();
    }

    /** The one date of the sentence before, where that tells in the simple past of something that is no event of ours. */
    private Optional<Dated> toldBefore(Sentence here, EventMention m) {
        Optional<Sentence> before = here.index() == 0
                ? Optional.empty()
                : Optional.of(text.sentences().get(here.index() - 1));
        List<Timex> told = before.filter(s -> s.paragraph() == here.paragraph() && isSimplePast(s, s.root())).stream()
                .flatMap(s -> dates.stream().filter(t -> s.span().covers(t.span())))
                .filter(t -> !datesStatement(t, m.trigger()))
                .toList();
        return told.size() == 1 && told.getFirst().edtf().isPresent()
                ? Optional.of(new Dated(told.getFirst(), DatedBy.RUNNING))
                : Optional.empty();
    }

    /** Whether somebody said something then; an event that was taken for the saying itself does not count. */
    private boolean datesStatement(Timex t, Span trigger) {
        return attributions.stream()
                .filter(a -> a.cue().stream().noneMatch(trigger::overlaps))
                .anyMatch(a -> a.when().equals(Optional.of(t.id())));
    }

    private static boolean isHappening(EventMention m) {
        return m.factuality().status() == Factuality.Status.HAPPENED
                && m.factuality().polarity() == Factuality.Polarity.POSITIVE
                && !m.background();
    }

    /** Told in the simple past; of words and stances only by the one spoken of before. */
    private boolean goesOn(Sentence sentence, EventMention m) {
        Optional<Token> verb = sentence.headOf(m.trigger());
        boolean material = m.type().quad() % 2 == 0;
        return verb.filter(v -> isSimplePast(sentence, v)).isPresent() && (material || isPronoun(sentence, m));
    }

    private static boolean isSimplePast(Sentence sentence, Token verb) {
        List<Token> auxiliaries = sentence.children(verb, "aux");
        boolean was = auxiliaries.stream()
                .anyMatch(t -> t.lemma().equals("be") && t.xpos().equals("VBD"));
        boolean perfect = auxiliaries.stream()
                .anyMatch(t -> t.lemma().equals("have") || t.xpos().equals("MD"));
        return !perfect && (verb.xpos().equals("VBD") || (verb.xpos().equals("VBN") && was));
    }

    private static boolean isPronoun(Sentence sentence, EventMention m) {
        Optional<Token> verb = sentence.headOf(m.trigger());
        Optional<Token> subject = verb.flatMap(v -> sentence.child(v, "nsubj")
                .or(() -> v.is("conj") ? sentence.head(v).flatMap(h -> sentence.child(h, "nsubj")) : Optional.empty()));
        return subject.filter(s -> s.upos() == Upos.PRON).isPresent();
    }

    /** "the previous day", "a week after the vote", "now": another time than the one spoken of. */
    private boolean hasTimeOfItsOwn(EventMention m) {
        return timexes.stream()
                .filter(t -> m.extent().covers(t.span()))
                .anyMatch(t -> isDate(t) || t.anchor() == Timex.Anchor.EVENT);
    }

    /** "The deadliest attack there this year", "its worst in 2024": the time in which it is that, not when it was. */
    private boolean isRanking(Timex t) {
        List<Token> before = text.sentenceAt(t.span().start()).stream()
                .flatMap(s -> s.tokens().stream())
                .takeWhile(w -> w.span().end() <= t.span().start())
                .toList();
        boolean day = t.earliest().isPresent() && t.earliest().equals(t.latest());
        return !day
                && IntStream.range(Math.max(1, before.size() - RANKED), before.size())
                        .anyMatch(i -> (isRank(before.get(i)) || isNext(before, i))
                                && OF_ALL.contains(before.get(i - 1).xpos())
                                && before.subList(i, before.size()).stream()
                                        .noneMatch(w -> w.isVerb() || w.upos() == Upos.PUNCT));
    }

    /** ", the third such attack there this month": set off by a comma, it tells of others. */
    private static boolean isNext(List<Token> before, int i) {
        return i > 1
                && ORDINALS.contains(before.get(i).form().toLowerCase(Locale.ROOT))
                && before.get(i - 2).form().equals(",");
    }

    /** The ending is asked too: rare superlatives ("deadliest") are tagged as plain adjectives. */
    private static boolean isRank(Token word) {
        return word.xpos().equals("JJS")
                || word.xpos().equals("RBS")
                || word.upos() == Upos.ADJ && word.form().endsWith("est");
    }

    /** "since Oct. 7", "until Friday", "from May to June": it began or ended then, the event may be of any day between. */
    private boolean isEdge(Timex t) {
        String before = wordBefore(t);
        int at = timexes.indexOf(t);
        return EDGES.contains(before)
                || RANGE_OPENS.contains(before) && at + 1 < timexes.size() && isRange(t, timexes.get(at + 1))
                || at > 0 && RANGE_OPENS.contains(wordBefore(timexes.get(at - 1))) && isRange(timexes.get(at - 1), t);
    }

    private boolean isRange(Timex first, Timex second) {
        int from = first.span().end();
        int to = second.span().start();
        return from < to
                && RANGE_GOES_ON.contains(text.text().substring(from, to).strip());
    }

    /** The lemma of the word right before; empty where there is none. */
    private String wordBefore(Timex t) {
        Optional<Sentence> sentence = text.sentenceAt(t.span().start());
        return sentence.stream()
                .flatMap(s -> s.tokens().stream())
                .filter(w -> w.span().end() <= t.span().start())
                .filter(w -> t.span().start() - w.span().end() <= 2)
                .map(Token::lemma)
                .findFirst()
                .orElse("");
    }
}
