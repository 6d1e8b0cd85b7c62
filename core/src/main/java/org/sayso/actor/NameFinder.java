package org.sayso.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Place;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.outlet.OutletMention;
import org.sayso.outlet.Outlets;
import org.sayso.world.Countries;
import org.sayso.world.Country;
import org.sayso.world.Fold;

/**
 * Finds the names in a text: what the analyzer saw, corrected and completed by what the files know. The longer name wins;
 * of two of one length the files'. Thread-safe.
 */
final class NameFinder {
    private static final int LONGEST = 8;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern POSSESSIVE = Pattern.compile("(?i)['’`]s");
    private static final Pattern ENDING = Pattern.compile("['’`]s?$");

    private final Directory directory;
    private final Lexicon lexicon;
    private final Words words;
    private final Countries countries;
    private final Outlets outlets;
    /** First words of all names that the files know, folded. */
    private final Set<String> firstWords = new HashSet<>();

    NameFinder(Directory directory, Lexicon lexicon, Words words, Countries countries, Outlets outlets) {
        this.words = words;
        this.directory = directory;
        this.lexicon = lexicon;
        this.countries = countries;
        this.outlets = outlets;
        Stream.of(directory.keys(), countries.keys(), lexicon.regions())
                .flatMap(Set::stream)
                .forEach(key -> firstWords.add(firstWord(key)));
    }

    private static String firstWord(String folded) {
        int blank = folded.indexOf(' ');
        return blank < 0 ? folded : folded.substring(0, blank);
    }

    /** In order, never overlapping. */
    List<Named> find(AnalyzedText text, List<Place> places) {
        List<OutletMention> papers = outlets.mentionsIn(text.text());
        List<Named> found = new ArrayList<>();
        for (Sentence s : text.sentences()) {
            List<Named> seen =
                    seen(text, s).stream().map(n -> placed(s, n, places)).toList();
            List<Named> all = new ArrayList<>(seen);
            all.addAll(unseen(text, s, seen));
            all.addAll(known(text, s, seen, papers));
            all.sort(Comparator.comparingInt(Named::size)
                    .reversed()
                    .thenComparingInt(n -> seen.contains(n) ? 1 : 0)
                    .thenComparingInt(Named::first));
            List<Named> kept = new ArrayList<>();
            for (Named n : all) {
                if (kept.stream().noneMatch(k -> k.overlaps(n.first(), n.last()))) {
                    kept.add(n);
                }
            }
            kept.sort(Comparator.comparingInt(Named::first));
            found.addAll(kept);
        }
        return found;
    }

    /** "Spokeswoman Shushan Stepanyan": two capitalized words after a title are a name though the analyzer saw none. */
    private List<Named> unseen(AnalyzedText text, Sentence s, List<Named> seen) {
        List<Named> found = new ArrayList<>();
        for (int i = 1; i + 1 < s.size(); i++) {
            int first = i;
            int last = i;
            while (last + 1 < s.size() && isCapitalized(s.token(last + 1)) && last - first < 2) {
                last++;
            }
            int end = s.isHalved(last) ? last + 2 : last;
            boolean free = last > first
                    && isCapitalized(s.token(i))
                    && seen.stream().noneMatch(n -> n.overlaps(first, end))
                    && lexicon.noun(s, s.token(i - 1))
                            .filter(n -> n.kind() == Lexicon.Sense.PERSON)
                            .isPresent()
                    && s.token(i - 1).upos() == Upos.NOUN
                    && !isTitle(s.token(i));
            if (free) {
                named(text, s, first, end, Named.Sort.PERSON).ifPresent(n -> found.add(settled(n, s)));
                i = end;
            }
        }
        return found;
    }

    private static boolean isCapitalized(Token t) {
        return t.upos() == Upos.PROPN
                && Character.isUpperCase(t.form().charAt(0))
                && t.form().length() > 1
                && Character.isLowerCase(t.form().charAt(1));
    }

    /** A place's country; and "Khan Younis" is no man where it is a place that something is in. */
    private Named placed(Sentence s, Named n, List<Place> places) {
        Optional<Place> place =
                places.stream().filter(p -> p.span().equals(n.span())).findFirst();
        boolean inside = s.headOf(n.span())
                .filter(h -> h.is("nmod") || h.is("obl") || h.is("compound"))
                .isPresent();
        boolean mistaken = n.sort() == Named.Sort.PERSON && n.known().isEmpty() && inside;
        boolean is = place.isPresent() && (n.sort() == Named.Sort.PLACE || mistaken);
        boolean housed = place.isPresent() && n.sort() == Named.Sort.BODY;
        return is
                ? n.as(Named.Sort.PLACE, place.get().country())
                : housed ? n.as(Named.Sort.BODY, place.get().country()) : n;
    }

    private List<Named> seen(AnalyzedText text, Sentence s) {
        List<Named> seen = new ArrayList<>();
        for (Name name : text.namesIn(s.span())) {
            List<Token> tokens = trimmed(s.tokensIn(name.span()));
            if (tokens.isEmpty() || name.kind() == Name.Kind.OTHER) {
                continue;
            }
            int last = withSuffix(s, tokens.getLast().index());
            Named.Sort sort = switch (name.kind()) {
                case PERSON -> Named.Sort.PERSON;
                case ORGANIZATION, OTHER -> Named.Sort.BODY;
                case PLACE -> Named.Sort.PLACE;
                case GROUP -> Named.Sort.GROUP;
            };
            named(text, s, tokens.getFirst().index(), last, sort)
                    .filter(n -> !isModifier(s, n) && !isCommon(s, n))
                    .ifPresent(n -> seen.add(settled(n, s)));
        }
        return seen;
    }

    /** "Medics said", "Drones struck", taken for somebody by their capital. */
    private boolean isCommon(Sentence s, Named n) {
        boolean opens = n.size() == 1
                && n.first() == 0
                && n.known().isEmpty()
                && n.text().endsWith("s");
        boolean people = n.sort() == Named.Sort.PERSON
                && lexicon.noun(s, s.token(0))
                        .filter(noun -> noun.kind() == Lexicon.Sense.PERSON)
                        .isPresent();
        return opens
                && (people || words.is("weapon", n.text().substring(0, n.text().length() - 1)));
    }

    /** "Senior U.S. officials": what the analyzer takes for a man is a country's name before a noun. */
    private boolean isModifier(Sentence s, Named n) {
        Token last = s.token(n.last());
        boolean country = countries.named(last.form()).isPresent()
                || countries.peopled(last.form()).isPresent();
        return n.sort() == Named.Sort.PERSON
                && n.size() > 1
                && country
                && (last.is("compound") || last.is("amod"))
                && last.head() > n.last();
    }

    /** Articles, possessives, titles and marks are no part of a name. */
    private List<Token> trimmed(List<Token> tokens) {
        List<Token> rest = new ArrayList<>(tokens);
        for (int i = 1; i < rest.size(); i++) {
            if (rest.get(i).form().equals("(")) {
                rest.subList(i, rest.size()).clear();
            }
        }
        while (!rest.isEmpty()
                && (isMark(rest.getLast()) || rest.getLast().xpos().equals("POS"))) {
            rest.removeLast();
        }
        while (!rest.isEmpty()
                && (isMark(rest.getFirst()) || rest.getFirst().xpos().equals("DT"))) {
            rest.removeFirst();
        }
        return rest;
    }

    /** "Donald Trump, Jr." */
    private static int withSuffix(Sentence s, int last) {
        for (int k = last + 1; k <= Math.min(last + 2, s.size() - 1); k++) {
            if (s.token(k).form().matches("(Jr|Sr)\\.?|II|III")) {
                return k;
            }
            if (!s.token(k).form().equals(",")) {
                return last;
            }
        }
        return last;
    }

    private static boolean isMark(Token t) {
        return !Character.isLetterOrDigit(t.form().charAt(0))
                || POSSESSIVE.matcher(t.form()).matches();
    }

    private Named settled(Named n, Sentence s) {
        if (n.sort() == Named.Sort.PERSON) {
            Named person = withoutTitle(n, s);
            return new Named(
                    person.span(),
                    person.sentence(),
                    person.first(),
                    person.last(),
                    Named.Sort.PERSON,
                    person.text(),
                    directory.person(person.text()),
                    Optional.empty());
        }
        return n;
    }

    /** "President Biden", "Mr Peskov": the title is no part of the name. */
    private Named withoutTitle(Named n, Sentence s) {
        int first = n.first();
        while (first < n.last() && (isTitle(s.token(first)) || endsOffice(s, first, n.last()))) {
            first++;
        }
        if (first == n.first()) {
            return n;
        }
        Span span = s.token(first).span().union(s.token(n.last()).span());
        String text = n.text().substring(n.text().length() - span.length());
        return new Named(span, n.sentence(), first, n.last(), n.sort(), text, n.known(), n.country());
    }

    /** "State" of "Secretary of State Marco Rubio", whom the files know without it. */
    private boolean endsOffice(Sentence s, int first, int last) {
        boolean of = first > 1 && s.token(first - 1).form().equals("of") && isTitle(s.token(first - 2));
        String rest = s.tokens().subList(first + 1, last + 1).stream()
                .map(Token::form)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return of && directory.person(rest).isPresent();
    }

    private boolean isTitle(Token t) {
        return lexicon.noun(t).filter(x -> x.kind() == Lexicon.Sense.PERSON).isPresent()
                || Titles.isHonorific(t.form());
    }

    private List<Named> known(AnalyzedText text, Sentence s, List<Named> seen, List<OutletMention> papers) {
        List<Named> found = new ArrayList<>();
        for (OutletMention p : papers) {
            if (s.span().covers(p.span())) {
                List<Token> tokens = s.tokensIn(p.span());
                named(text, s, tokens.getFirst().index(), tokens.getLast().index(), Named.Sort.OUTLET)
                        .ifPresent(n -> found.add(outlet(n, p)));
            }
        }
        for (int i = 0; i < s.size(); i++) {
            if (!begins(s.token(i)) || !isKnownFirst(text, s.token(i))) {
                continue;
            }
            for (int j = Math.min(s.size(), i + LONGEST) - 1; j >= i; j--) {
                Optional<Named> named = knownAt(text, s, i, j, seen);
                if (named.isPresent()) {
                    found.add(named.get());
                    break;
                }
            }
        }
        return found;
    }

    /** Whether a known name may begin with this word; one that no blank follows may go on ("Sana'a"). */
    private boolean isKnownFirst(AnalyzedText text, Token t) {
        int end = t.span().end();
        boolean ends = end == text.text().length()
                || Character.isWhitespace(text.text().charAt(end));
        String folded = firstWord(Fold.of(t.form()));
        return !ends || folded.equals("the") || firstWords.contains(folded);
    }

    /** Names begin with a capital, or as "al-Shabaab" does; never with an article. */
    private static boolean begins(Token t) {
        char first = t.form().charAt(0);
        return t.upos() != Upos.DET
                && (Character.isUpperCase(first)
                        || Character.isDigit(first)
                        || t.form().startsWith("al")
                        || t.form().startsWith("anti")
                        || t.form().equals("bin")
                        || t.form().equals("von")
                        || t.form().equals("peshmerga"));
    }

    private static Named outlet(Named n, OutletMention p) {
        return new Named(
                n.span(),
                n.sentence(),
                n.first(),
                n.last(),
                Named.Sort.OUTLET,
                p.outlet().name(),
                Optional.empty(),
                Optional.of(p.outlet().country()));
    }

    private Optional<Named> knownAt(AnalyzedText text, Sentence s, int i, int j, List<Named> seen) {
        Optional<Named> words = named(text, s, i, j, Named.Sort.BODY);
        if (words.isEmpty() || words.get().text().chars().noneMatch(Character::isUpperCase)) {
            return Optional.empty();
        }
        Named n = words.get();
        String name = n.text();
        Optional<Known> body = directory.body(name).filter(b -> caseFits(name));
        if (body.isPresent()) {
            return Optional.of(new Named(
                    n.span(), n.sentence(), i, j, sortOf(body.get()), name, body, body.flatMap(Known::country)));
        }
        boolean capital = Character.isUpperCase(name.charAt(0));
        boolean person = seen.stream()
                .anyMatch(
                        x -> x.sort() == Named.Sort.PERSON && x.overlaps(i, j) && (x.size() > 1 || isGivenName(name)));
        if (!capital || !caseFits(name)) {
            return Optional.empty();
        }
        Optional<Known> who = directory.person(name).filter(p -> i < j || properNoun(s.token(i)));
        if (who.isPresent()) {
            return Optional.of(n.as(Named.Sort.PERSON, Optional.empty())).map(x -> withKnown(x, who));
        }
        return person ? Optional.empty() : geographic(n, name, s);
    }

    /** "Jordan said" may be a man's word; "Kyiv said" is not, whatever the analyzer sees. */
    private boolean isGivenName(String name) {
        return AMBIGUOUS.contains(Fold.of(name)) || lexicon.genderOfGivenName(name) != Gender.UNKNOWN;
    }

    private static Named withKnown(Named n, Optional<Known> known) {
        return new Named(n.span(), n.sentence(), n.first(), n.last(), n.sort(), n.text(), known, n.country());
    }

    private Optional<Named> geographic(Named n, String name, Sentence s) {
        Optional<Named> state =
                countries.named(name).map(Country::alpha3).map(c -> n.as(Named.Sort.STATE, Optional.of(c)));
        Optional<Named> capital =
                countries.governedFrom(name).map(Country::alpha3).map(c -> n.as(Named.Sort.CAPITAL, Optional.of(c)));
        Optional<Named> people = countries
                .peopled(name)
                .filter(c -> s.token(n.last()).upos() != Upos.VERB)
                .map(Country::alpha3)
                .map(c -> n.as(Named.Sort.PEOPLE, Optional.of(c)));
        Optional<Named> region = lexicon.region(name).map(c -> n.as(Named.Sort.PLACE, Optional.of(c)));
        return state.or(() -> capital).or(() -> people).or(() -> region);
    }

    private static Named.Sort sortOf(Known body) {
        return body.kind() == org.sayso.model.Entity.Kind.GROUP ? Named.Sort.GROUP : Named.Sort.BODY;
    }

    private static boolean properNoun(Token t) {
        return t.xpos().startsWith("NNP") || t.upos() == Upos.PROPN;
    }

    /** "US" is a country and "us" is not; "Who" is no agency. */
    private static boolean caseFits(String name) {
        String folded = Fold.of(name);
        return folded.length() > 4
                || name.chars().filter(Character::isUpperCase).count() > 1
                || !ABBREVIATIONS.contains(folded);
    }

    private static final List<String> AMBIGUOUS = List.of(
            "jordan",
            "chad",
            "georgia",
            "israel",
            "victoria",
            "kingston",
            "georgetown",
            "hamilton",
            "douglas",
            "paris",
            "lima",
            "washington",
            "london",
            "stanley");

    private static final List<String> ABBREVIATIONS = List.of(
            "us", "usa", "uk", "un", "who", "eu", "au", "is", "icc", "icj", "wfp", "uae", "drc", "car", "ira", "fed",
            "mod", "nato", "pa", "ap", "rsf", "saf", "idf");

    private static Optional<Named> named(AnalyzedText text, Sentence s, int i, int j, Named.Sort sort) {
        Token last = s.token(j);
        if (isMark(s.token(i)) || isMark(last) || last.xpos().equals("POS")) {
            return Optional.empty();
        }
        Span span = s.token(i).span().union(last.span());
        String words = ENDING.matcher(BLANKS.matcher(span.of(text.text())).replaceAll(" "))
                .replaceFirst("");
        return words.isBlank()
                ? Optional.empty()
                : Optional.of(new Named(span, s.index(), i, j, sort, words, Optional.empty(), Optional.empty()));
    }
}
