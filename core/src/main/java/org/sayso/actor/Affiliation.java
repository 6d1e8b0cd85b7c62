package org.sayso.actor;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;

/**
 * Whom the words of a noun phrase tie somebody to: "a Kremlin spokesman", "an official in Kyiv", "Trump's lawyer".
 *
 * @param country of whoever is named there first
 * @param sector of a body named there
 * @param former whether it is over ("former adviser", "ex-minister")
 */
record Affiliation(Optional<String> country, Optional<String> sector, Optional<Referent> whose, boolean former) {
    private static final Set<String> OVER =
            Set.of("former", "ex", "late", "ousted", "deposed", "retired", "then", "onetime");

    /** Of tokens {@code from} to {@code to}, both included. */
    static Affiliation of(Sentence s, int from, int to, Cast cast, Lexicon.Noun noun) {
        Optional<String> country = Optional.empty();
        Optional<String> sector = Optional.empty();
        Optional<Referent> whose = Optional.empty();
        boolean former = false;
        for (int i = from; i <= to; i++) {
            String form = s.token(i).form().toLowerCase(Locale.ROOT);
            former |= OVER.contains(form) || form.startsWith("ex-");
        }
        for (Named n : cast.namesIn(s)) {
            if (n.first() < from || n.last() > to) {
                continue;
            }
            Optional<Referent> r = cast.of(n);
            // a paper's source is of no country; its reporter is
            if (n.sort() == Named.Sort.OUTLET
                    && !noun.borrows()
                    && !noun.sector().equals(Optional.of("JRN"))) {
                whose = whose.or(() -> r);
                continue;
            }
            country = country.or(n::country).or(() -> r.flatMap(x -> x.country));
            boolean body = n.sort() == Named.Sort.BODY
                    || n.sort() == Named.Sort.GROUP
                    || n.sort() == Named.Sort.INSTITUTION
                    || n.sort() == Named.Sort.OUTLET;
            sector = sector.or(() -> body ? r.flatMap(x -> x.sector) : Optional.empty());
            whose = whose.or(() -> r);
        }
        return new Affiliation(country, sector, whose, former);
    }

    /** The sector of somebody whom this noun names. */
    Optional<String> sector(Lexicon.Noun noun) {
        if (former
                && noun.sector()
                        .filter(Set.of("GOV", "MIL", "LEG", "JUD", "SPY")::contains)
                        .isPresent()) {
            return Optional.of("ELI");
        }
        if (noun.borrows()) {
            return sector.or(noun::sector).filter(x -> sector.isPresent() || country.isPresent());
        }
        return noun.sector();
    }
}
