package org.sayso.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.world.Countries;
import org.sayso.world.Fold;

/**
 * Finds the parts of states: "Russia's defence ministry", "the Ministry of Defence in Moscow", "Israeli troops". One of a
 * known country and name is one body however it is worded. Thread-safe.
 */
final class Institutions {
    private static final Set<String> OF = Set.of("of", "in", "for");

    /** An embassy in a country is another's. */
    private static final Set<String> OF_ALONE = Set.of("of");

    private static final Set<String> FROM = Set.of("from");

    private final Lexicon lexicon;
    private final Countries countries;
    private final Words words;
    private final Binding binding;

    Institutions(Lexicon lexicon, Countries countries, Words words) {
        this.words = words;
        binding = new Binding(words);
        this.lexicon = lexicon;
        this.countries = countries;
    }

    /** The names of a sentence with institutions put in; names that were part of one are left out. */
    List<Named> into(Sentence s, String text, List<Named> names) {
        List<Named> all = new ArrayList<>(names);
        for (int i = 0; i < s.size(); i++) {
            Optional<Named> found = at(s, text, i, all);
            if (found.isPresent()) {
                Named n = found.get();
                all.removeIf(o -> o.overlaps(n.first(), n.last()));
                all.add(n);
                i = n.last();
            }
        }
        all.sort(Comparator.comparingInt(Named::first));
        return all;
    }

    private Optional<Named> at(Sentence s, String text, int i, List<Named> names) {
        for (Lexicon.Institution institution :
                lexicon.institutionsFrom(Fold.of(s.token(i).form()))) {
            int j = i + institution.words().size() - 1;
            if (matches(s, i, institution.words())) {
                return named(s, text, i, j, institution, names);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Sentence s, int i, List<String> words) {
        if (i + words.size() > s.size()) {
            return false;
        }
        for (int k = 0; k < words.size(); k++) {
            if (!Fold.of(s.token(i + k).form()).equals(words.get(k))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Named> named(
            Sentence s, String text, int i, int j, Lexicon.Institution institution, List<Named> names) {
        int first = i;
        int last = j;
        Optional<String> country = Optional.empty();
        Optional<Named> around = names.stream().filter(n -> n.overlaps(i, j)).findFirst();
        if (around.isPresent()) {
            Named n = around.get();
            if (n.known().isPresent() || n.sort() == Named.Sort.OUTLET || (n.sort() == Named.Sort.PERSON && i == j)) {
                return Optional.empty();
            }
            country = countryIn(s, text, n, i, j);
            if (country.isEmpty() && hasMore(s, n, i, j)) {
                return Optional.empty();
            }
            first = Math.min(i, n.first());
            last = Math.max(j, n.last());
        }
        boolean mission = institution.nouns().contains("embassy");
        Optional<Named> owner = country.isPresent()
                ? Optional.empty()
                : left(s, i, names).or(() -> right(s, j, names, mission ? OF_ALONE : OF));
        country = country.or(() -> owner.flatMap(Institutions::country));
        if (!isNoun(s.token(j)) && !isNoun(s.token(i))) {
            return Optional.empty();
        }
        Optional<Named> group = institution.force()
                ? owner.or(() -> right(s, j, names, FROM)).filter(Institutions::isArmedGroup)
                : Optional.empty();
        if (group.isPresent() || institution.ofGroups()) {
            return group.map(g -> menOf(s, g, i, j));
        }
        if ((institution.force() && country.isEmpty())
                || isSubnational(s, i, j)
                || institution.state() && Grammar.isOfATrade(s, s.token(j))) {
            return Optional.empty();
        }
        Span span = s.token(first).span().union(s.token(last).span());
        Optional<Known> known = Optional.of(new Known(
                institution.name(),
                institution.kind(),
                Gender.UNKNOWN,
                country,
                institution.sector(),
                Optional.empty(),
                Set.copyOf(institution.nouns()),
                List.of()));
        Optional<String> region = mission || country.isEmpty()
                ? Optional.empty()
                : owner.filter(o -> isRegion(s, o, j, institution)).map(Named::text);
        boolean state = institution.state() && country.isPresent() && region.isEmpty();
        return Optional.of(new Named(
                span,
                s.index(),
                first,
                last,
                state ? Named.Sort.STATE : Named.Sort.INSTITUTION,
                span.of(text),
                known,
                country,
                region));
    }

    private static boolean isArmedGroup(Named n) {
        return n.known()
                .filter(k -> k.kind() == Entity.Kind.GROUP
                        && k.sector().filter(Affiliation.ARMED::contains).isPresent())
                .isPresent();
    }

    /** "Hezbollah fighters", "fighters of the ELN": the group itself. */
    private static Named menOf(Sentence s, Named group, int i, int j) {
        int first = Math.min(group.first(), i);
        int last = Math.max(group.last(), j);
        Span span = s.token(first).span().union(s.token(last).span());
        return new Named(span, s.index(), first, last, group.sort(), group.text(), group.known(), group.country());
    }

    /**
     * Whether an institution is a part of a country's only: "the health ministry of North Darfur", "Kyiv police". What merely is
     * "in" a place is the nation's, and fighters are told from those of the nation only where a whole region is named.
     */
    private boolean isRegion(Sentence s, Named owner, int last, Lexicon.Institution institution) {
        boolean beside = owner.first() < last || s.token(last + 1).form().equals("of");
        boolean local = owner.sort() == Named.Sort.PLACE
                || (owner.sort() == Named.Sort.CAPITAL
                        && institution.sector().filter("COP"::equals).isPresent());
        boolean whole = lexicon.region(owner.text()).isPresent();
        return beside && local && (whole || institution.kind() == Entity.Kind.ORGANIZATION);
    }

    private static Optional<String> country(Named owner) {
        return owner.country().or(() -> owner.known().flatMap(Known::country));
    }

    /** "The regional government": not the nation's, whose it would be without that word. */
    private boolean isSubnational(Sentence s, int i, int j) {
        return s.token(j).index() >= i
                && i > 0
                && s.token(i - 1).upos() != Upos.VERB
                && words.is("subnational", s.token(i - 1).form());
    }

    private static boolean isNoun(Token t) {
        return t.isNoun() && !t.is("compound");
    }

    /** A country's name or people within a longer name: "Ministry of Defence of Ukraine". */
    private Optional<String> countryIn(Sentence s, String text, Named n, int i, int j) {
        for (int a = n.first(); a <= n.last(); a++) {
            for (int b = n.last(); b >= a; b--) {
                if (b < i || a > j) {
                    String words = s.token(a).span().union(s.token(b).span()).of(text);
                    Optional<String> code = countries
                            .named(words)
                            .or(() -> countries.peopled(words))
                            .map(org.sayso.world.Country::alpha3);
                    if (code.isPresent()) {
                        return code;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A word that makes it another body: "Sudan Liberation Army", "New York Police". */
    private static boolean hasMore(Sentence s, Named n, int i, int j) {
        for (int k = n.first(); k <= n.last(); k++) {
            Token t = s.token(k);
            if ((k < i || k > j) && t.upos() != Upos.DET && t.upos() != Upos.ADP && t.upos() != Upos.PART) {
                return true;
            }
        }
        return false;
    }

    /** Who is named before it, with nothing between but words that belong to it. */
    private static Optional<Named> left(Sentence s, int i, List<Named> names) {
        // "Islamic State (IS) fighters", not "(BBC) Gunmen"
        boolean bracketed = i > 0 && s.token(i - 1).form().equals(")");
        for (int k = bracketed ? i - 2 : i - 1; k >= Math.max(0, i - 4); k--) {
            int at = k;
            Optional<Named> n = names.stream().filter(x -> x.covers(at)).findFirst();
            if (n.isPresent()) {
                return n.filter(x -> isArmedGroup(x) || country(x).isPresent() && !bracketed);
            }
            Token t = s.token(k);
            boolean passes = t.upos() == Upos.ADJ
                    || t.upos() == Upos.NOUN
                    || t.upos() == Upos.PROPN
                    || t.xpos().equals("POS")
                    || t.form().equals("-");
            if (!passes) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Named> right(Sentence s, int j, List<Named> names, Set<String> linking) {
        int k = j + 1;
        if (k >= s.size() || !linking.contains(s.token(k).form())) {
            return Optional.empty();
        }
        int from = k + 1 < s.size() && s.token(k + 1).upos() == Upos.DET ? k + 2 : k + 1;
        return names.stream()
                .filter(n -> n.covers(from) && n.sort() != Named.Sort.PERSON)
                .findFirst()
                .filter(n -> n.country().isPresent() || isArmedGroup(n));
    }

    /** The part of a state spoken of last that is of the same name, or is called so ("the army", the Israel Defense Forces). */
    static Optional<Referent> before(Scene scene, Sentence s, Named n) {
        Known known = n.known().orElseThrow();
        return scene.cast.all().stream()
                .filter(r -> r.isBody() && !r.state && r.country.isPresent())
                .filter(r -> r.role.filter(known.name()::equals).isPresent()
                        || (r.kind == known.kind()
                                && r.sector.equals(known.sector())
                                && !known.nouns().contains("ministry")
                                && r.nouns.stream().anyMatch(known.nouns()::contains)))
                .filter(r -> r.lastBefore(s.index(), n.first()).isPresent())
                .max(Comparator.comparing(
                        r -> r.lastBefore(s.index(), n.first()).orElseThrow(), Mention.IN_TEXT));
    }

    /**
     * Whose an institution is that no words give to a state: that of whoever says so; the dateline's where the article speaks of
     * it; the one country spoken of just before; else the dateline's.
     */
    Optional<String> country(Scene scene, Sentence s, Named n) {
        Token head = s.token(n.last());
        Optional<String> sayers = binding.sayers(s, head).stream()
                .map(t -> scene.at(s, t))
                .flatMap(Optional::stream)
                .filter(r ->
                        r.sector.filter(x -> x.equals("JRN") || x.equals("NGO")).isEmpty())
                .flatMap(r -> r.country.stream())
                .findFirst();
        return sayers.or(() -> scene.datelineCountry().filter(scene::speaksOf))
                .or(() -> scene.topic(s, s.token(n.first()), 0))
                .or(() -> scene.topic(s, s.token(n.first()), 2))
                .or(() -> scene.datelineCountry());
    }
}
