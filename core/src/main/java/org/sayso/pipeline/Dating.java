package org.sayso.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * for what is told in the simple past right after a dated event, the date of that event. "Since" leads to no date, and an event
 * with a time of its own that is not known has none. Immutable, used for one article.
 */
final class Dating {
    /** A date, and how it is known. */
    record Dated(Timex timex, DatedBy by) {}

    /** Words that put their clause at another time than the main one's. */
    private static final Set<String> APART = Set.of("after", "before", "since", "until", "once");

    /** Length of a value that names a year. */
    private static final int YEAR = 4;

    private final AnalyzedText text;
    private final Optional<LocalDate> published;
    private final List<Timex> timexes;
    private final List<Timex> dates;
    private final List<Attribution> attributions;
    private final Function<Span, List<String>> said;

    /**
     * @param published day of publication
     * @param said attributions in whose content a span stands
     */
    Dating(
            AnalyzedText text,
            Optional<LocalDate> published,
            List<Timex> timexes,
            List<Attribution> attributions,
            Function<Span, List<String>> said) {
        this.text = text;
        this.published = published;
        this.timexes = timexes;
        this.attributions = attributions;
        this.said = said;
        this.dates = timexes.stream().filter(t -> isDate(t) && !isSince(t)).toList();
    }

    static boolean isDate(Timex t) {
        return t.type() == Timex.Type.DATE || t.type() == Timex.Type.TIME;
    }

    /** For each event, in the order of the text. */
    List<Optional<Dated>> dates(List<EventMention> ordered) {
        List<Optional<Dated>> all = new ArrayList<>();
        for (EventMention mention : ordered) {
            all.add(clause(mention)
                    .or(() -> sentence(mention))
                    .or(() -> running(mention, ordered.subList(0, all.size()), all)));
        }
        return all;
    }

    private Optional<Dated> clause(EventMention m) {
        List<Timex> inClause =
                dates.stream().filter(t -> m.extent().covers(t.span())).toList();
        List<Timex> known = inClause.stream().filter(t -> t.edtf().isPresent()).toList();
        return Steps.nearest(text, m.trigger(), known, Timex::span, Integer.MAX_VALUE)
                .or(() -> Steps.nearest(text, m.trigger(), inClause, Timex::span, Integer.MAX_VALUE))
                .map(t -> new Dated(t, DatedBy.CLAUSE));
    }

    private Optional<Dated> sentence(EventMention m) {
        List<Timex> inSentence = text.sentenceAt(m.trigger().start()).stream()
                .flatMap(s -> dates.stream().filter(t -> s.span().covers(t.span())))
                .filter(t -> t.edtf().isPresent())
                .filter(t -> !datesStatement(t, m.trigger()))
                .filter(t -> said.apply(t.span()).equals(said.apply(m.trigger())))
                .filter(t -> mayShare(m, t))
                .toList();
        return inSentence.size() == 1
                ? Optional.of(new Dated(inSentence.getFirst(), DatedBy.SENTENCE))
                : Optional.empty();
    }

    /**
     * A verb beside the dated one shares its date ("expelled two diplomats on Monday and recalled its ambassador"). In another
     * clause only what was done does, not what was said; not in a clause that stands before or after it, and nothing that is
     * still to come does where the date is past.
     */
    private boolean mayShare(EventMention m, Timex date) {
        boolean toCome = m.factuality().status() != Factuality.Status.HAPPENED
                && m.factuality().status() != Factuality.Status.ONGOING;
        if (toCome && date.latest().isPresent() && isPast(date)) {
            return false;
        }
        Sentence sentence = text.sentenceAt(m.trigger().start()).orElseThrow();
        Token verb = sentence.headOf(m.trigger()).orElseThrow();
        Token first = verb;
        while (first.is("conj")) {
            first = sentence.head(first).orElseThrow();
        }
        if (first.isRoot()) {
            return true;
        }
        boolean wide = date.type() == Timex.Type.DATE
                && date.value().filter(v -> v.length() <= YEAR).isPresent();
        boolean apart = sentence.children(first, "mark").stream().anyMatch(t -> APART.contains(t.lemma()));
        return m.type().quad() % 2 == 0 && (wide || !apart);
    }

    private boolean isPast(Timex date) {
        return published
                .filter(day -> !date.latest().orElseThrow().isAfter(day))
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

    /** "since Oct. 7": it began then, the event may be of any day after. */
    private boolean isSince(Timex t) {
        Optional<Sentence> sentence = text.sentenceAt(t.span().start());
        return sentence.stream()
                .flatMap(s -> s.tokens().stream())
                .filter(w -> w.span().end() <= t.span().start())
                .filter(w -> t.span().start() - w.span().end() <= 2)
                .anyMatch(w -> w.lemma().equals("since"));
    }
}
