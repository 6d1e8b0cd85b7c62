package org.sayso.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.world.Countries;
import org.sayso.world.Country;
import org.sayso.world.Fold;

/** All who are named in one article, and which name is whose. Mutable; lives only as long as one call. */
final class Cast {
    private final AnalyzedText text;
    private final Countries countries;
    private final Words words;
    private final Directory directory;
    private final Optional<LocalDate> day;
    private final Lexicon lexicon;
    private final List<Named> names;
    private final Map<Integer, List<Named>> namesBySentence;
    private final Map<Named, Referent> byName = new HashMap<>();
    private final Map<String, Referent> byKey = new LinkedHashMap<>();
    private final List<Referent> all = new ArrayList<>();

    Cast(
            AnalyzedText text,
            Optional<LocalDate> day,
            Directory directory,
            Countries countries,
            Words words,
            Lexicon lexicon,
            List<Named> names,
            Titles titles) {
        this.text = text;
        this.countries = countries;
        this.words = words;
        this.directory = directory;
        this.day = day;
        this.lexicon = lexicon;
        this.names = withNamesakes(names);
        namesBySentence = this.names.stream().collect(Collectors.groupingBy(Named::sentence));
        persons(titles);
        for (Named n : this.names) {
            if (n.sort() != Named.Sort.PERSON && refers(n)) {
                Named filed = filed(n);
                Referent r = byKey.computeIfAbsent(key(filed), k -> made(filed));
                r.names.add(n.text());
                r.nouns.addAll(menIn(n));
                byName.put(n, r);
            }
        }
    }

    /** "Beijing's coast guard" is the body that the files know as the Chinese coast guard. */
    private Named filed(Named n) {
        boolean whole = n.sort() == Named.Sort.INSTITUTION && n.region().isEmpty();
        return n.country()
                .filter(c -> whole)
                .flatMap(countries::code)
                .flatMap(c -> directory.body(
                        adjective(c) + " " + n.known().map(Known::name).orElse(n.text())))
                .map(k -> n.of(k).as(Named.Sort.BODY, k.country()))
                .orElse(n);
    }

    /** "Fighter" of "Hezbollah fighters", by which the group is taken up again. */
    private List<String> menIn(Named n) {
        Sentence s = text.sentences().get(n.sentence());
        return n.sort() == Named.Sort.GROUP && n.size() > 1
                ? Stream.of(s.token(n.first()), s.token(n.last()))
                        .filter(t -> t.xpos().equals("NNS"))
                        .map(Token::lemma)
                        .toList()
                : List.of();
    }

    /** "The National Liberation Army" is that of Colombia in a report that speaks of Colombia. */
    private List<Named> withNamesakes(List<Named> found) {
        Set<String> spokenOf =
                found.stream().map(Named::country).flatMap(Optional::stream).collect(Collectors.toSet());
        return found.stream()
                .map(n -> n.known().isPresent()
                        ? n
                        : directory.namesake(n.text(), spokenOf).map(n::of).orElse(n))
                .toList();
    }

    /** In the order they were made; not that of their mentions. */
    List<Referent> all() {
        return all;
    }

    Optional<Referent> of(Named name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Named> namesIn(Sentence s) {
        return namesBySentence.getOrDefault(s.index(), List.of());
    }

    /** Whether no other country is named more often, with its people and places. */
    boolean isMostNamed(String country, Optional<Span> without) {
        Map<String, Long> counts = names.stream()
                .filter(n -> without.filter(d -> d.covers(n.span())).isEmpty())
                .flatMap(n -> n.country().stream())
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        long own = counts.getOrDefault(country, 0L);
        return own > 0 && counts.values().stream().allMatch(c -> c <= own);
    }

    /** How many names of a country, its people and its places stand before an offset. */
    int namesOf(String country, int offset) {
        return names.stream()
                .filter(n -> n.span().end() <= offset
                        && n.country().filter(country::equals).isPresent())
                .toList()
                .size();
    }

    Optional<Named> nameAt(Sentence s, int token) {
        for (Named n : namesIn(s)) { // asked of every word
            if (n.covers(token)) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
    }

    Referent add(Entity.Kind kind, String name) {
        Referent r = new Referent(all.size(), kind, name);
        all.add(r);
        return r;
    }

    /** The state of a country, made where the article has not named it. */
    Referent state(String country) {
        return byKey.computeIfAbsent("state:" + country, k -> stateOf(country));
    }

    /** The institution under another country than its words tell. */
    Referent institution(Named n, String country) {
        Named of = filed(n.as(n.sort(), Optional.of(country)));
        Referent r = byKey.computeIfAbsent(key(of), k -> made(of));
        byName.put(n, r);
        return r;
    }

    /** The name turns out to be somebody's. */
    void is(Named n, Referent r) {
        byName.put(n, r);
    }

    Optional<Referent> keyed(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Referent keyed(String key, Referent r) {
        byKey.put(key, r);
        return r;
    }

    private void persons(Titles titles) {
        List<Named> persons =
                names.stream().filter(n -> n.sort() == Named.Sort.PERSON).toList();
        List<Gender> genders = persons.stream()
                .map(n -> titles.honorific(text.sentences().get(n.sentence()), n))
                .toList();
        for (List<Integer> group : Persons.group(persons, genders)) {
            Named fullest = persons.get(group.getFirst());
            Referent r = add(Entity.Kind.PERSON, fullest.text());
            for (int i : group) {
                Named n = persons.get(i);
                byName.put(n, r);
                r.names.add(n.text());
                if (r.gender == Gender.UNKNOWN) {
                    r.gender = genders.get(i);
                }
                if (Persons.parts(n).size() > Persons.parts(fullest).size()
                        || (n.text().length() > fullest.text().length()
                                && Persons.parts(n).size()
                                        == Persons.parts(fullest).size()
                                && Persons.parts(n).size() > 1)) {
                    fullest = n;
                }
            }
            r.name = fullest.text();
            known(r, group.stream().map(persons::get).toList());
        }
    }

    /** The files' entry holds unless a full name in the article is another's. */
    private static void known(Referent r, List<Named> group) {
        List<Named> full =
                group.stream().filter(n -> Persons.parts(n).size() > 1).toList();
        List<Named> telling = full.isEmpty() ? group : full;
        Optional<Known> known =
                telling.stream().map(Named::known).flatMap(Optional::stream).findFirst();
        if (known.isPresent()) {
            r.known = known;
            r.name = known.get().name();
            r.gender = known.get().gender();
            r.learn(known.get().country(), Optional.empty());
        }
    }

    /** A people's name is somebody only as a noun ("Ukrainians"), not as an adjective ("Ukrainian drones"). */
    private boolean refers(Named n) {
        if (n.sort() != Named.Sort.PEOPLE) {
            return true;
        }
        Sentence s = text.sentences().get(n.sentence());
        return s.token(n.last()).isNoun()
                && s.token(n.last()).xpos().endsWith("S")
                && !s.token(n.last()).is("compound")
                && !s.token(n.last()).is("amod");
    }

    private String key(Named n) {
        return switch (n.sort()) {
            case STATE -> "state:" + n.country().orElse("");
            case CAPITAL ->
                Grammar.governs(words, text, n) ? "state:" + n.country().orElse("") : "place:" + Fold.of(n.text());
            case PEOPLE -> "people:" + n.country().orElse("");
            case PLACE -> "place:" + Fold.of(n.text());
            case INSTITUTION ->
                "institution:" + n.country().orElse("") + "/"
                        + n.region().map(r -> Fold.of(r) + "/").orElse("")
                        + n.known().map(Known::name).orElse("");
            case OUTLET, BODY, GROUP, PERSON -> "body:" + Fold.of(bodyName(n));
        };
    }

    private String bodyName(Named n) {
        if (n.known().isPresent()) {
            return n.known().get().name();
        }
        if (n.sort() == Named.Sort.OUTLET) {
            return n.text();
        }
        String folded = n.text();
        if (n.size() == 1 && lexicon.noun(lastWord(n)).isPresent()) {
            // "the Observatory", of a longer name that stands in the article
            List<Named> longer = names.stream()
                    .filter(o -> (o.sort() == Named.Sort.BODY || o.sort() == Named.Sort.GROUP)
                            && o.size() > 1
                            && List.of(o.text().split(" ")).contains(n.text()))
                    .toList();
            if (longer.stream().map(this::bodyName).distinct().count() == 1) {
                return bodyName(longer.getFirst());
            }
        }
        boolean acronym = folded.length() >= 2 && folded.length() <= 6 && folded.matches("[A-Z][A-Za-z]*[A-Z]+s?");
        return acronym
                ? names.stream()
                        .filter(o -> o.sort() == Named.Sort.BODY
                                || o.sort() == Named.Sort.GROUP
                                || o.sort() == Named.Sort.OUTLET)
                        .filter(o -> initials(o.text()).equals(folded))
                        .map(this::bodyName)
                        .findFirst()
                        .orElse(folded)
                : folded;
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[\\s-]+")) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.length() < 2 ? "" : initials.toString();
    }

    private Referent made(Named n) {
        Optional<String> country = n.country().or(() -> n.known().flatMap(Known::country));
        return switch (n.sort()) {
            case STATE -> stateOf(country.orElseThrow());
            case CAPITAL -> Grammar.governs(words, text, n) ? stateOf(country.orElseThrow()) : place(n, country);
            case PLACE -> place(n, country);
            case PEOPLE -> {
                Referent r = add(Entity.Kind.GROUP, n.text());
                r.plural = true;
                r.learn(country, Optional.of("CVL"));
                yield r;
            }
            case OUTLET -> {
                Referent r = add(Entity.Kind.ORGANIZATION, n.text());
                r.learn(country, Optional.of("JRN"));
                r.nouns.addAll(List.of("newspaper", "outlet", "agency", "paper", "broadcaster", "network", "channel"));
                yield r;
            }
            case BODY, GROUP, INSTITUTION, PERSON -> body(n, country);
        };
    }

    private Referent body(Named n, Optional<String> country) {
        Entity.Kind kind = n.known()
                .map(Known::kind)
                .orElse(n.sort() == Named.Sort.GROUP ? Entity.Kind.GROUP : Entity.Kind.ORGANIZATION);
        boolean institution = n.sort() == Named.Sort.INSTITUTION;
        String name = n.known().map(Known::name).orElse(n.text());
        Referent r = add(kind, institution ? named(n.region(), country, name) : name);
        r.known = n.known();
        r.learn(country, n.known().flatMap(k -> directory.sector(k, day)));
        if (n.known().isEmpty()) {
            Optional<String> press = words.is("press", lastWord(n).form()) ? Optional.of("JRN") : Optional.empty();
            r.learn(within(n), press.or(() -> lexicon.noun(lastWord(n)).flatMap(Lexicon.Noun::sector)));
            lexicon.noun(lastWord(n)).ifPresent(noun -> r.nouns.add(noun.lemma()));
        }
        r.nouns.addAll(n.known().map(Known::nouns).orElse(new TreeSet<>()));
        if (institution) {
            r.role = Optional.of(name);
        }
        return r;
    }

    private Token lastWord(Named n) {
        return text.sentences().get(n.sentence()).token(n.last());
    }

    /** "Ethiopian Human Rights Commission": the country that a name begins with. */
    private Optional<String> within(Named n) {
        String first = text.sentences().get(n.sentence()).token(n.first()).form();
        return countries.peopled(first).or(() -> countries.named(first)).map(Country::alpha3);
    }

    /** "Russian foreign ministry", "North Darfur health ministry". */
    private String named(Optional<String> region, Optional<String> country, String name) {
        return region.or(() -> country.flatMap(countries::code).map(Cast::adjective))
                .map(whose -> whose + " " + name)
                .orElse(name);
    }

    private Referent place(Named n, Optional<String> country) {
        Referent r = add(Entity.Kind.PLACE, n.text());
        r.learn(country, Optional.empty());
        return r;
    }

    private Referent stateOf(String alpha3) {
        Country c = countries.code(alpha3).orElseThrow();
        Referent r = add(Entity.Kind.ORGANIZATION, c.name());
        r.state = true;
        r.learn(Optional.of(alpha3), Optional.empty());
        r.nouns.addAll(List.of("country", "government", "nation", "state", "authority"));
        return r;
    }

    /** "Russian"; for the United States "US"; "New Zealand", not "New Zealander". */
    static String adjective(Country c) {
        if (c.alpha3().equals("USA")) {
            return "US";
        }
        return c.demonyms().stream()
                .limit(1)
                .filter(d -> !d.endsWith("er"))
                .findFirst()
                .orElse(c.name());
    }
}
