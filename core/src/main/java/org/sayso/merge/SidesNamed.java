package org.sayso.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Span;
import org.sayso.world.Countries;
import org.sayso.world.Country;

/** Where a text names a country, its people or its capital, which in news stands for its government. Immutable. */
final class SidesNamed {
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2}");
    private static final Pattern HOLDER = Pattern.compile(
            " (?:officials?|authorities|government|leaders?|ministers?|army|military|forces|troops|diplomats?)\\b");

    private static final Pattern IN =
            Pattern.compile("(?iu)\\b(officials|authorities|governments|leaders|diplomats|ministers) (?:in|of) ");

    private final Countries countries;

    SidesNamed(Countries countries) {
        this.countries = countries;
    }

    /** Spans that name one of the sides ("side:UKR"): "Ukraine", "Kyiv", "Ukrainian officials". */
    List<Span> in(String text, Span within, Set<String> sides) {
        List<Span> found = new ArrayList<>();
        Matcher m = NAME.matcher(text).region(within.start(), within.end());
        while (m.find()) {
            String name = m.group();
            int space = name.indexOf(' ');
            String first = space < 0 ? name : name.substring(0, space);
            Optional<Country> country = place(name).or(() -> place(first));
            if (isOne(country, sides)) {
                found.add(new Span(m.start(), m.start() + (place(name).isPresent() ? name : first).length()));
                continue;
            }
            Matcher holder = HOLDER.matcher(text).region(m.start() + first.length(), within.end());
            if (isOne(countries.peopled(first), sides) && holder.lookingAt()) {
                found.add(new Span(m.start(), holder.end()));
            }
        }
        return found;
    }

    boolean isCountry(String name) {
        return countries.named(name).isPresent();
    }

    /** The governments that a source names by country or capital: "Officials in Moscow and Kyiv" are officials in each. */
    List<Party> governments(String source) {
        List<Party> found = new ArrayList<>();
        Matcher in = IN.matcher(source);
        String who = in.find() ? in.group(1).toLowerCase(Locale.ROOT) + " in " : "";
        Matcher m = NAME.matcher(source);
        while (m.find()) {
            place(m.group())
                    .map(c -> new Party(
                            "country:" + c.alpha3(),
                            who + m.group(),
                            Optional.of("side:" + c.alpha3()),
                            Attribution.Source.Kind.ORGANIZATION))
                    .filter(p -> found.stream().noneMatch(f -> f.key().equals(p.key())))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Countries whose people's name stands in a text as an adjective: "an Israeli air strike". */
    List<Party> nations(String text) {
        List<Party> found = new ArrayList<>();
        Matcher m = NAME.matcher(text);
        while (m.find()) {
            for (String word : m.group().split(" ", -1)) {
                countries
                        .peopled(word)
                        .or(() -> countries.named(word))
                        .map(c -> new Party(
                                "country:" + c.alpha3(),
                                c.name(),
                                Optional.of("side:" + c.alpha3()),
                                Attribution.Source.Kind.ORGANIZATION))
                        .filter(p -> !found.contains(p))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** How a text may call a party as the author of something: its name, its people, a group without its country. */
    List<String> namesOf(Party party) {
        List<String> called = new ArrayList<>(List.of(party.name()));
        if (party.key().startsWith("country:")) {
            countries.code(party.key().substring("country:".length())).ifPresent(c -> called.addAll(c.demonyms()));
        }
        int space = party.name().indexOf(' ');
        if (space > 0 && countries.peopled(party.name().substring(0, space)).isPresent()) {
            called.add(party.name().substring(space + 1));
        }
        return called;
    }

    private Optional<Country> place(String name) {
        return countries.named(name).or(() -> countries.governedFrom(name));
    }

    private static boolean isOne(Optional<Country> country, Set<String> sides) {
        return country.filter(c -> sides.contains("side:" + c.alpha3())).isPresent();
    }
}
