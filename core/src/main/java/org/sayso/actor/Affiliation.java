package org.sayso.actor;

import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/**
 * Whom the words of a noun phrase tie somebody to: "a Kremlin spokesman", "an official in Kyiv", "Trump's lawyer".
 *
 * @param country of whoever is named there first
 * @param sector of a body named there, or of the trade that a modifier tells ("a defense official")
 * @param former whether it is over ("former adviser", "ex-minister")
 */
record Affiliation(Optional<String> country, Optional<String> sector, Optional<Referent> whose, boolean former) {
    /** Sectors of those who fight without being a state's. */
    static final Set<String> ARMED = Set.of("REB", "UAF", "IMG", "PRM", "ISM", "CRM");

    private static final Set<String> OF_NATIONS = Set.of("IGO", "UNO", "EUR", "NGO");

    private static final Set<String> NAMINGS = Set.of("initial", "initials", "acronym", "abbreviation");

    /** Of tokens {@code from} to {@code to}, both included, whose noun is {@code head}. */
    static Affiliation of(Words words, Sentence s, int from, int to, Token head, Cast cast, Lexicon.Noun noun) {
        Optional<String> country = Optional.empty();
        Optional<String> sector = Optional.empty();
        Optional<Referent> whose = Optional.empty();
        boolean former = false;
        boolean several = false;
        for (int i = from; i <= to; i++) {
            Token t = s.token(i);
            former |= words.is("over", t.form()) || t.form().startsWith("ex-");
            if (noun.borrows() && (i < head.index() || isOfSide(s, t, head))) {
                boolean civil = i > 0 && s.token(i - 1).form().equalsIgnoreCase("civil");
                sector = civil ? sector : sector.or(() -> words.sector(t));
            }
        }
        for (Named n : cast.namesIn(s)) {
            if (n.first() < from || n.last() > to || isBacker(words, s, n)) {
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
            Optional<String> other = n.country().or(() -> r.flatMap(x -> x.country));
            if (isCoordinated(s, n) && country.isPresent() && other.isPresent() && !country.equals(other)) {
                several = true;
            }
            country = country.or(n::country).or(() -> r.flatMap(x -> x.country));
            boolean body = n.sort() == Named.Sort.BODY
                    || n.sort() == Named.Sort.GROUP
                    || n.sort() == Named.Sort.INSTITUTION
                    || n.sort() == Named.Sort.OUTLET;
            sector = sector.or(() -> body ? r.flatMap(x -> x.sector) : Optional.empty());
            whose = whose.or(() -> r);
        }
        // "the UN coordinator in Sudan" is of no country
        boolean nations = whose.filter(r -> r.isBody()
                        && r.country.isEmpty()
                        && r.sector.filter(OF_NATIONS::contains).isPresent())
                .isPresent();
        return new Affiliation(several || nations ? Optional.empty() : country, sector, whose, former);
    }

    /** "A spokesman for the rebel alliance". */
    private static boolean isOfSide(Sentence s, Token modifier, Token head) {
        return (modifier.is("amod") || modifier.is("compound"))
                && s.head(modifier)
                        .filter(side -> side.is("nmod") && side.head() == head.index())
                        .isPresent();
    }

    /** "Officials in Washington, Moscow and Kyiv" are of no one country. */
    private static boolean isCoordinated(Sentence s, Named n) {
        return s.headOf(n.span()).filter(h -> h.is("conj")).isPresent();
    }

    /** "Iran-backed", "Britain-based", "known by its French initials": the name is not that of whoever is meant. */
    static boolean isBacker(Words words, Sentence s, Named n) {
        int next = n.last() + 1;
        if (next < s.size() && NAMINGS.contains(s.token(next).lemma())) {
            return true;
        }
        if (next < s.size() && s.token(next).form().equals("-")) {
            next++;
        } else {
            return false;
        }
        return next < s.size() && words.is("backed", s.token(next).form());
    }

    /** The sector of somebody whom this noun names. */
    Optional<String> sector(Lexicon.Noun noun) {
        if (former
                && noun.sector()
                        .filter(Set.of("GOV", "MIL", "LEG", "JUD", "SPY")::contains)
                        .isPresent()) {
            return Optional.of("ELI");
        }
        if (noun.sector().filter(ARMED::contains).isPresent()
                && sector.filter(ARMED::contains).isPresent()) {
            // "a Hezbollah fighter"
            return sector;
        }
        if (sector.filter(OF_NATIONS::contains).isPresent()
                && noun.sector().filter("MIL"::equals).isEmpty()) {
            // "UN experts"
            return sector;
        }
        if (noun.borrows()) {
            return sector.or(noun::sector).filter(x -> sector.isPresent() || country.isPresent());
        }
        return noun.sector();
    }
}
