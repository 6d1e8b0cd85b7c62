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

    /** @param confidence of the same text */
    List<Found> make(
            AnalyzedText text,
            Sentence sentence,
            SenseReader reader,
            List<Attribution> attributions,
            Confidence confidence) {
        List<Sense> senses = new ArrayList<>();
        for (Token t : sentence.tokens()) {
            reader.read(t).ifPresent(senses::add);
        }
        Set<Token> absorbed = new HashSet<>();
        senses.forEach(s -> absorbed.addAll(s.absorbed()));
        List<Found> found = new ArrayList<>();
        for (Sense sense : senses) {
            if (!absorbed.contains(sense.head())) {
                found.addAll(one(text, sentence, sense, attributions, reader, confidence));
            }
        }
        return found;
    }

    private List<Found> one(
            AnalyzedText text,
            Sentence sentence,
            Sense sense,
            List<Attribution> attributions,
            SenseReader reader,
            Confidence confidence) {
        Token told = sense.entry().has("ahead") ? sense.named() : sense.head();
        Factuality fact = factuality.read(text, sentence, told, attributions);
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
        Span extent = Extent.of(sentence, sense.head());
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
                confidence.of(sentence, sense, fact, participants));
        return CodingRules.single(new Found(sense, mention));
    }
}
