package org.sayso.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.EventType;
import org.sayso.model.Factuality.Polarity;
import org.sayso.model.Factuality.Status;

/**
 * The coding rules of PLOVER that need more than the lexicon; the names are those of {@code plover.json}. What is coded
 * otherwise because it lies ahead is left to {@link EventType#coded}.
 */
final class CodingRules {
    private static final Set<String> EXERCISES =
            Set.of("exercise", "drill", "game", "maneuver", "manoeuvre", "wargame");

    private CodingRules() {}

    /** Rules on one event. One mention may become two. */
    static List<Found> single(Found found) {
        Found after = refusal(peacekeeping(jointExercise(found)));
        return after.sense().entry().has("jail") ? conviction(after) : List.of(after);
    }

    /** Rules over the whole document. */
    static List<Found> overall(List<Found> all) {
        return mobilizeWithAssault(protestTopic(all));
    }

    /** An exercise of several is theirs together. */
    private static Found jointExercise(Found found) {
        EventMention m = found.mention();
        boolean joint = m.type() == EventType.MOBILIZE
                && m.actors().size() > 1
                && EXERCISES.contains(found.sense().named().lemma());
        return joint ? found.with(EventType.COOPERATE, Optional.empty()) : found;
    }

    /** Troops sent to keep the peace are help (CAMEO 074). */
    private static Found peacekeeping(Found found) {
        EventMention m = found.mention();
        boolean help = m.type() == EventType.MOBILIZE && m.contexts().contains("peacekeeping");
        return help ? found.with(EventType.AID, Optional.empty()) : found;
    }

    /** "will not lift the embargo", "would not meet": refusing to do what would please is REJECT. */
    private static Found refusal(Found found) {
        EventType type = found.mention().type();
        Status status = found.mention().factuality().status();
        boolean refused = (status == Status.PLANNED || status == Status.CONDITIONAL)
                && found.mention().factuality().polarity() == Polarity.NEGATIVE;
        // talks that will not take place are refused by nobody in particular
        boolean fails = found.sense().nominal() && found.sense().head().is("nsubj");
        if (!refused || fails || type.quad() > 2) {
            return found;
        }
        Optional<String> mode = switch (found.sense().type()) {
            case CONSULT -> Optional.of("meet");
            case AID, COOPERATE -> Optional.of("assist");
            case CONCEDE, RETREAT -> Optional.of("yield");
            case AGREE, SUPPORT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT ->
                Optional.empty();
        };
        return found.with(EventType.REJECT, mode);
    }

    /** conviction: with a prison sentence it is SANCTION/convict and COERCE/arrest. */
    private static List<Found> conviction(Found found) {
        return List.of(found, found.with(EventType.COERCE, Optional.of("arrest")));
    }

    /** protest-topic: what a protest asks for is no REQUEST beside it. */
    private static List<Found> protestTopic(List<Found> all) {
        return without(
                all,
                EventType.REQUEST,
                f -> all.stream()
                        .anyMatch(p -> p.mention().type() == EventType.PROTEST
                                && p.mention().extent().covers(f.mention().trigger())
                                && p.mention().trigger().start()
                                        < f.mention().trigger().start()
                                && sameActor(p, f)));
    }

    /** mobilize-with-assault: a move that merely accompanies an assault told in the same document is left out. */
    private static List<Found> mobilizeWithAssault(List<Found> all) {
        return without(
                all,
                EventType.MOBILIZE,
                f -> all.stream()
                        .anyMatch(a -> a.mention().type() == EventType.ASSAULT
                                && a.mention().extent().overlaps(f.mention().extent())
                                && a.mention().factuality().status() == Status.HAPPENED
                                && sameActor(a, f)));
    }

    private static boolean sameActor(Found a, Found b) {
        return b.mention().actors().isEmpty()
                || a.mention().actors().stream().anyMatch(b.mention().actors()::contains);
    }

    private static List<Found> without(List<Found> all, EventType type, java.util.function.Predicate<Found> unwanted) {
        List<Found> kept = new ArrayList<>();
        for (Found f : all) {
            if (f.mention().type() != type || !unwanted.test(f)) {
                kept.add(f);
            }
        }
        return kept;
    }
}
