package org.sayso.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sayso.model.Entity;
import org.sayso.model.Event;
import org.sayso.model.Figure;

/** Those of a fight who fell on one side, by what they are called: whoever attacked, and whoever serves a state. */
enum Fallen {
    ATTACKERS(
            "gunm[ae]n|attackers?|assailants?|militants?|rebels?|insurgents?|terrorists?|fighters?|bandits?|jihadists?"
                    + "|guerrillas?|gangs?|gang members?|gangsters?|raiders?|hostage-takers?|bombers?"),
    TROOPS("soldiers?|troops|servicem[ae]n|marines?|policem[ae]n|police officers?|officers?|guards?|conscripts?"
            + "|peacekeepers?|paratroopers?|sailors?|reservists?");

    private final Pattern words;

    Fallen(String words) {
        this.words = Pattern.compile("(?iu)\\b(?:" + words + ")\\b");
    }

    /** Those whom a figure counts. */
    static Optional<Fallen> counted(Report report, Figure figure) {
        return figure.counted()
                .map(span -> span.of(report.text()))
                .flatMap(counted -> Arrays.stream(values())
                        .filter(side -> side.words.matcher(counted).find())
                        .findFirst());
    }

    /** Whether all dead that are told of an event, as far as it says who they were, had attacked somebody. */
    static boolean areAttackers(Evidence e) {
        List<Optional<Fallen>> counted = e.event().stream()
                .flatMap(v -> e.report().figuresOf(v).stream())
                .filter(f -> f.measure().isCasualty() && f.counted().isPresent())
                .map(f -> counted(e.report(), f))
                .toList();
        return !counted.isEmpty() && counted.stream().allMatch(Optional.of(ATTACKERS)::equals);
    }

    /** The same of all events of a claim. */
    static boolean areAttackers(Draft draft) {
        return draft.all().stream().allMatch(Fallen::areAttackers);
    }

    /** "Militants killed 19 soldiers", "our men killed 30 of them": who did it in the one suffered it in the other. */
    static boolean areOpposed(Evidence a, Evidence b) {
        return differ(side(a, Event::actors), side(b, Event::actors))
                && differ(side(a, Event::recipients), side(b, Event::recipients));
    }

    private static boolean differ(Optional<Fallen> a, Optional<Fallen> b) {
        return a.isPresent() && b.isPresent() && !a.equals(b);
    }

    /** That of all who take part so; none where they are of both, or of neither. */
    private static Optional<Fallen> side(Evidence e, Function<Event, List<String>> part) {
        List<Optional<Fallen>> sides = e.event().map(part).orElse(List.of()).stream()
                .flatMap(id -> e.report().reading().entity(id).stream())
                .map(Fallen::of)
                .distinct()
                .toList();
        return sides.size() == 1 ? sides.getFirst() : Optional.empty();
    }

    /** By PLOVER's sector. */
    private static Optional<Fallen> of(Entity who) {
        return switch (who.sector().orElse("")) {
            case "REB", "UAF", "IMG", "PRM", "CRM" -> Optional.of(ATTACKERS);
            case "MIL", "COP", "GOV" -> Optional.of(TROOPS);
            default -> Optional.empty();
        };
    }

    /** Whether whoever did it is called an attacker. */
    static boolean attack(Evidence e) {
        return e.actors().stream()
                .anyMatch(p -> ATTACKERS.words.matcher(p.name()).find());
    }
}
