package org.sayso.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/** Makes mentions of the senses of one sentence: roles as words, mode, contexts, factuality, confidence. */
final class MentionMaker {
    private static final Set<EventType> RECIPROCAL = Set.of(EventType.CONSULT, EventType.COOPERATE);
    private final FactualityReader factuality;
    private final Detail detail;

    private MentionMaker(FactualityReader factuality, Detail detail) {
        this.factuality = factuality;
        this.detail = detail;
    }

    static MentionMaker load(FactualityReader factuality) {
        return new MentionMaker(factuality, Detail.load());
    }

    List<Found> make(AnalyzedText text, Sentence sentence, SenseReader reader, List<Attribution> attributions) {
        List<Sense> senses = new ArrayList<>();
        for (Token t : sentence.tokens()) {
            reader.read(t).ifPresent(senses::add);
        }
        Set<Token> absorbed = new HashSet<>();
        senses.forEach(s -> absorbed.addAll(s.absorbed()));
        List<Found> found = new ArrayList<>();
        for (Sense sense : senses) {
            if (!absorbed.contains(sense.head())) {
                found.addAll(one(text, sentence, sense, attributions, reader));
            }
        }
        return found;
    }

    private List<Found> one(
            AnalyzedText text, Sentence sentence, Sense sense, List<Attribution> attributions, SenseReader reader) {
        Factuality fact = factuality.read(text, sentence, sense.head(), attributions);
        Participants participants = new Participants(text, sentence, reader.classes());
        List<Span> actors = participants.spans(sense.actors());
        // what one agrees to do may have an object, but only people and bodies are parties to an agreement
        List<Token> parties = sense.type() == EventType.AGREE
                ? sense.recipients().stream().filter(participants::political).toList()
                : sense.recipients();
        List<Span> recipients = participants.spans(parties);
        Optional<String> mode = sense.mode().or(() -> detail.mode(sentence, sense, reader));
        boolean reciprocal = RECIPROCAL.contains(sense.type())
                        && !mode.filter(m -> m.equals("visit") || m.equals("third-party"))
                                .isPresent()
                || sense.entry().has("recip");
        if (reciprocal && !sense.entry().has("oneway")) {
            List<Span> together = new ArrayList<>(actors);
            recipients.stream().filter(r -> !together.contains(r)).forEach(together::add);
            actors = together.stream().sorted().toList();
            recipients = List.of();
        }
        Span trigger = sense.head().span();
        Span extent = clause(sentence, sense.head()).union(trigger);
        EventMention mention = new EventMention(
                trigger,
                extent,
                sense.type(),
                mode,
                detail.contexts(sentence, sense),
                actors,
                recipients,
                fact,
                Background.of(text, sentence, sense.head(), fact),
                sense.entry().rule(),
                confidence(sentence, sense, fact, participants));
        return CodingRules.single(new Found(sense, mention));
    }

    /** The clause that a word stands in: up to the nearest verb, with all that hangs from it. */
    private static Span clause(Sentence sentence, Token word) {
        Token at = word;
        while (!at.isRoot() && !at.isVerb()) {
            at = sentence.token(at.head());
        }
        return sentence.subtreeSpan(at);
    }

    /** The narrower the frame and the more participants, the surer; measured on PLV train, see bench/expected. */
    private double confidence(Sentence sentence, Sense sense, Factuality fact, Participants participants) {
        double sure = sense.nominal() ? 0.35 : 0.55;
        sure += Math.min(sense.entry().weight(), 6) * 0.02;
        sure += sense.actors().isEmpty() ? 0 : 0.13;
        sure += sense.recipients().isEmpty() ? 0 : 0.13;
        sure += sense.entry().has("strong") ? 0.15 : 0;
        sure += sense.nominal() && factuality.occurs(sentence, sense.head()) ? 0.2 : 0;
        sure -= doubts(sentence, sense, participants);
        sure -= fact.status() == Factuality.Status.HYPOTHETICAL ? 0.2 : 0;
        boolean nothing =
                fact.status() == Factuality.Status.HYPOTHETICAL && fact.polarity() == Factuality.Polarity.NEGATIVE;
        boolean purpose =
                fact.status() == Factuality.Status.PLANNED && fact.certainty() == Factuality.Certainty.UNKNOWN;
        sure -= purpose || nothing ? 0.3 : 0;
        return Math.clamp(Math.round(sure * 100) / 100.0, 0.05, 0.98);
    }

    /** What speaks against an event: nobody who could act or suffer it, or words that only describe. */
    private static double doubts(Sentence sentence, Sense sense, Participants participants) {
        List<Token> all = new ArrayList<>(sense.actors());
        all.addAll(sense.recipients());
        double doubt = sense.entry().has("weak") ? 0.2 : 0;
        doubt += sense.entry().has("guess") ? 0.5 : 0;
        doubt += sense.entry().has("weak") && all.stream().noneMatch(participants::political) ? 0.2 : 0;
        doubt += !sense.actors().isEmpty() && sense.actors().stream().allMatch(participants::idle) ? 0.45 : 0;
        boolean alone = sense.type() == EventType.CONSULT
                && (sense.entry().has("recip")
                        || !sense.recipients().isEmpty() && sense.actors().isEmpty())
                && !all.isEmpty()
                && !participants.several(all);
        doubt += alone ? 0.3 : 0;
        doubt += sense.nominal() && all.isEmpty() ? 0.15 : 0;
        doubt += sense.type() == EventType.AID && sense.recipients().isEmpty() ? 0.25 : 0;
        doubt += sense.head().relation().equals("amod") ? 0.5 : 0;
        doubt += sense.nominal() && !sentence.children(sense.head(), "cop").isEmpty() ? 0.3 : 0;
        return doubt;
    }
}
