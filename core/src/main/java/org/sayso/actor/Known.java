package org.sayso.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Entity;

/**
 * Somebody the files know.
 *
 * @param country ISO 3166-1 alpha-3
 * @param sector PLOVER's code where it holds whatever the day; a person's comes from the office
 * @param nouns lemmas by which reports take it up again ("group", "agency")
 * @param offices of a person, in order of their first day
 */
record Known(
        String name,
        Entity.Kind kind,
        Gender gender,
        Optional<String> country,
        Optional<String> sector,
        Optional<String> qid,
        Set<String> nouns,
        List<Office> offices) {
    Known {
        nouns = Set.copyOf(nouns);
        offices = List.copyOf(offices);
    }

    /** The office held on a day, the latest begun where there are several. */
    Optional<Office> officeOn(LocalDate day) {
        return offices.stream().filter(o -> o.holds(day)).reduce((first, second) -> second);
    }

    /**
     * An office of a person.
     *
     * @param role in plain words ("president", "Kremlin spokesman")
     * @param from first day, where known
     * @param to first day no longer in office; absent: at least to {@link #HORIZON}
     */
    record Office(String role, String sector, Optional<LocalDate> from, Optional<LocalDate> to) {
        /** Where the files' knowledge ends; of later days they say nothing. */
        static final LocalDate HORIZON = LocalDate.of(2026, 1, 1);

        boolean holds(LocalDate day) {
            return from.map(f -> !day.isBefore(f)).orElse(true) && day.isBefore(to.orElse(HORIZON));
        }
    }
}
