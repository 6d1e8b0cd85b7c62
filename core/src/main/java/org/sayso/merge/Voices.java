package org.sayso.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Claim;
import org.sayso.model.Timex;

/** Who objects, by what name and on which day. Immutable. */
final class Voices {
    private static final Pattern NOBODY = Pattern.compile("(?iu)^(?:neither|no|none|nobody|no one|not one)\\b");

    /** "Sudan, whose army Juba blames": one side speaks. */
    private static final Pattern RELATIVE = Pattern.compile("(?isu),? (?:who|whose|whom|which|that)\\b.*");

    private static final Pattern SEVERAL = Pattern.compile("(?iu)\\b(?:and|or|nor)\\b|,");

    private static final Pattern HOLDER =
            Pattern.compile("(?iu)\\b(?:government|administration|officials?|authorities|state department)\\b");

    private final Names names;
    private final SidesNamed sidesNamed;

    Voices(Names names, SidesNamed sidesNamed) {
        this.names = names;
        this.sidesNamed = sidesNamed;
    }

    /** All who speak in an attribution, with what they object. */
    List<Objection> of(Report report, Attribution a, boolean silent) {
        return each(report, a, one(report, a, silent));
    }

    /**
     * One objection for each government that a source names ("officials in Moscow and Kyiv"); none where it names nobody
     * ("neither side", "no group").
     */
    private List<Objection> each(Report report, Attribution a, Objection o) {
        String source = RELATIVE.matcher(report.reading().sourceWords(a)).replaceFirst("");
        boolean nobody = NOBODY.matcher(source).find();
        boolean several = a.source().kind() != Source.Kind.PERSON
                && SEVERAL.matcher(source).find();
        List<Party> named = several ? sidesNamed.governments(source) : List.of();
        if (named.size() > 1) {
            return named.stream().map(p -> o.by(p.standsFor(), p.name())).toList();
        }
        return nobody ? List.of() : List.of(o);
    }

    /** The party's name; "Trump's team" rather than "team", "the US government" rather than "United States". */
    private static String called(Report report, Attribution a, Optional<Party> party, Chain chain) {
        String printed = report.reading().sourceWords(a).replaceAll("\\s+", " ").strip();
        boolean holder = party.filter(p -> p.key().startsWith("country:")).isPresent()
                && HOLDER.matcher(printed).find();
        if ((holder || a.source().kind() == Source.Kind.UNNAMED)
                && printed.chars().skip(1).anyMatch(Character::isUpperCase)) {
            return printed.replaceFirst("^[Tt]he ", "");
        }
        return party.map(Party::name)
                .filter(n -> n.chars().anyMatch(Character::isUpperCase)
                        || printed.chars().noneMatch(Character::isUpperCase))
                .orElse(
                        !printed.isEmpty()
                                ? printed.replaceFirst("^[Tt]he ", "")
                                : chain.words().isEmpty()
                                        ? "somebody"
                                        : chain.words().getFirst());
    }

    /** "He said his office does not comment": one voice, his. */
    private Attribution voice(Report report, Attribution a) {
        boolean nameless = report.reading().sourceWords(a).chars().noneMatch(Character::isUpperCase);
        return report.chains()
                .speakerAround(a)
                .filter(o -> nameless && o.source().kind() == Source.Kind.PERSON)
                .orElse(a);
    }

    Objection one(Report report, Attribution said, boolean silent) {
        Attribution a = voice(report, said);
        Chain chain = report.chains().of(List.of(a.id()), names);
        Optional<Party> party = a.source().kind() == Source.Kind.DOCUMENT
                ? chain.end()
                : a.source().entity().flatMap(e -> names.party(report.reading(), e));
        String by = called(report, a, party, chain);
        String key = party.map(Party::standsFor).orElse("words:" + Names.folded(by));
        Optional<LocalDate> day = a.when()
                .flatMap(report.reading()::timex)
                .filter(t -> t.earliest().isPresent() && t.earliest().equals(t.latest()))
                .flatMap(Timex::earliest)
                .or(report::published);
        return new Objection(
                key,
                by,
                a.source().kind() == Source.Kind.PERSON
                        && party.filter(p -> p.kind() == Source.Kind.PERSON).isPresent(),
                day,
                Claim.Scope.WHOLE,
                silent,
                report.doc(),
                report.extent(a));
    }
}
