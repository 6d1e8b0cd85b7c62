package org.sayso.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/** How sure it is that words tell an event. Made for one text; the weights were chosen on PLV train and sentences of our own. */
final class Confidence {
    /** What can be done to people and places only, not to a habit or a virus. */
    private static final Set<EventType> BODILY = Set.of(EventType.ASSAULT, EventType.AID, EventType.RETREAT);

    private static final Set<EventType> MATERIAL =
            Set.of(EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE);
    private static final Set<String> PEOPLE = Set.of(
            "one", "ones", "nobody", "anybody", "anyone", "everybody", "everyone", "somebody", "someone", "bodies");
    private static final Set<String> READER = Set.of("you", "your", "yourself", "yourselves");
    private static final String QUOTES = "\"“”«»'‘’`";
    private final FactualityReader factuality;
    private final boolean elsewhere;

    Confidence(AnalyzedText text, WordClasses classes, FactualityReader factuality) {
        this.factuality = factuality;
        this.elsewhere = Topic.elsewhere(text, classes);
    }

    /** The narrower the frame and the more participants, the surer; from .05 to .98. */
    double of(Sentence sentence, Sense sense, Factuality fact, Participants participants) {
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
    private double doubts(Sentence sentence, Sense sense, Participants participants) {
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
        doubt += address(sentence, sense, all) ? 0.5 : 0;
        doubt += elsewhere && all.stream().noneMatch(participants::official) ? 0.55 : 0;
        doubt += nobody(sense, all, participants) ? 0.25 : 0;
        boolean things = !sense.recipients().isEmpty()
                && sense.recipients().stream()
                        .allMatch(t -> participants.idle(t)
                                && !PEOPLE.contains(t.form().toLowerCase(Locale.ROOT)));
        doubt += BODILY.contains(sense.type()) && things ? 0.45 : 0;
        doubt += sense.type() == EventType.AID && sense.recipients().isEmpty() ? 0.25 : 0;
        doubt += sense.head().relation().equals("amod") ? 0.5 : 0;
        doubt += sense.nominal() && !sentence.children(sense.head(), "cop").isEmpty() ? 0.3 : 0;
        return doubt;
    }

    /** Words to the reader: "ask your doctor", "this helps you fight stress". What is quoted may address anybody. */
    private static boolean address(Sentence sentence, Sense sense, List<Token> participants) {
        boolean quoted = sentence.tokens().stream().anyMatch(t -> t.form().length() == 1 && QUOTES.contains(t.form()));
        Token head = sense.head();
        boolean imperative = head.xpos().equals("VB")
                && head.isRoot()
                && sentence.children(head, "nsubj", "aux", "mark").isEmpty();
        boolean you = participants.stream()
                .flatMap(p -> sentence.subtree(p).stream())
                .anyMatch(t -> READER.contains(t.form().toLowerCase(Locale.ROOT)));
        return !quoted && (imperative || you);
    }

    /** Praise, talks and promises are news where somebody who acts in public life has a part in them. */
    private static boolean nobody(Sense sense, List<Token> all, Participants participants) {
        return !MATERIAL.contains(sense.type())
                && !all.isEmpty()
                && all.stream().noneMatch(participants::somebody);
    }
}
