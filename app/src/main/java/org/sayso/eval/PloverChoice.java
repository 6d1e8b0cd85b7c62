package org.sayso.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sayso.event.EventMention;
import org.sayso.model.EventType;
import org.sayso.model.Factuality.Status;
import org.sayso.model.Span;

/**
 * The one type that PLV asks for in a sentence: that of the event which links a given source and target.
 *
 * <p>PLV follows CAMEO where PLOVER's record keeps modality apart: hostile deeds that are only announced are THREATEN
 * there, deeds asked for are REQUEST, the intent to yield is AGREE (CAMEO 035), blockade
 * and occupation by troops are ASSAULT (CAMEO 191, 192). Nothing is learnt from PLV; the weights below were set by hand on its train half.
 */
final class PloverChoice {
    private PloverChoice() {}

    /** Empty only where there is no mention at all. */
    static Optional<EventType> of(List<EventMention> mentions, Optional<Span> source, Optional<Span> target) {
        return best(mentions, source, target).map(PloverChoice::type);
    }

    static Optional<EventMention> best(List<EventMention> mentions, Optional<Span> source, Optional<Span> target) {
        return mentions.stream()
                .max(Comparator.<EventMention>comparingDouble(m -> score(m, source, target))
                        .thenComparingInt(m -> -m.trigger().start()));
    }

    private static double score(EventMention m, Optional<Span> source, Optional<Span> target) {
        double score = m.confidence();
        score += overlaps(m.actors(), source) ? 1.0 : 0;
        score += overlaps(m.recipients(), source) ? 0.2 : 0;
        score += overlaps(m.recipients(), target) ? 0.6 : 0;
        score += overlaps(m.actors(), target) ? 0.3 : 0;
        score -= source.isPresent() && source.get().covers(m.trigger()) ? 0.8 : 0;
        score -= target.isPresent() && target.get().covers(m.trigger()) ? 0.6 : 0;
        score -= m.background() ? 0.1 : 0;
        return score;
    }

    private static boolean overlaps(List<Span> spans, Optional<Span> wanted) {
        return wanted.filter(w -> spans.stream().anyMatch(w::overlaps)).isPresent();
    }

    private static EventType type(EventMention m) {
        Status status = m.factuality().status();
        if (m.type().quad() == 4 && status == Status.PLANNED) {
            return EventType.THREATEN;
        }
        if (status == Status.REQUESTED) {
            return EventType.REQUEST;
        }
        EventType coded = m.type().coded(m.factuality());
        if (coded == EventType.CONCEDE && status == Status.PLANNED) {
            return EventType.AGREE;
        }
        boolean force = m.contexts().contains("military")
                && m.mode()
                        .filter(x -> x.equals("seize") || x.equals("restrict"))
                        .isPresent();
        return coded == EventType.COERCE && force ? EventType.ASSAULT : coded;
    }
}
