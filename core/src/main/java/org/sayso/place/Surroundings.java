package org.sayso.place;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Span;

/**
 * What an article speaks of besides its toponyms: countries in its title, peoples ("Syrian"), states, the dateline, and the
 * country of the publisher's domain.
 */
final class Surroundings {
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s?$");
    private static final Pattern CAPITALIZED =
            Pattern.compile("\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}'\u2019-]*){0,2}");

    private final Gazetteer gazetteer;

    Surroundings(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * Each place once, in order of first appearance.
     *
     * @param mentions the toponyms, whose names are left out: what they mean is the question
     */
    List<Entry> of(Article article, List<Mention> mentions) {
        List<Span> taken = mentions.stream().map(Mention::span).toList();
        Map<Integer, Entry> found = new LinkedHashMap<>();
        article.title().ifPresent(t -> scan(t, List.of(), found));
        scan(article.text(), taken, found);
        article.dateline().flatMap(Dateline::place).ifPresent(p -> scan(titleCase(p), List.of(), found));
        article.url().flatMap(this::ofDomain).ifPresent(e -> found.put(e.key(), e));
        Set<Integer> asked = mentions.stream()
                .filter(m -> m.candidates().size() > 1)
                .flatMap(m -> m.candidates().stream())
                .map(Entry::key)
                .collect(Collectors.toSet());
        return found.values().stream().filter(e -> !asked.contains(e.key())).toList();
    }

    private void scan(String text, List<Span> taken, Map<Integer, Entry> found) {
        Matcher m = CAPITALIZED.matcher(text);
        while (m.find()) {
            Span span = new Span(m.start(), m.end());
            if (taken.stream().noneMatch(span::overlaps)) {
                words(m.group(), found);
            }
        }
    }

    private void words(String words, Map<Integer, Entry> found) {
        String bare = bare(words);
        if (area(bare, found)) {
            return;
        }
        for (String word : bare.split(" ")) {
            area(bare(word), found);
        }
    }

    /** Without a possessive ending. */
    static String bare(String name) {
        return POSSESSIVE.matcher(name).replaceFirst("");
    }

    private boolean area(String name, Map<Integer, Entry> found) {
        List<Entry> people = gazetteer.peopled(name);
        if (!people.isEmpty()) {
            people.forEach(e -> found.put(e.key(), e));
            return true;
        }
        if (name.length() < 4) {
            return false;
        }
        List<Entry> areas = gazetteer.named(name).stream()
                .filter(e -> e.feature() == Feature.COUNTRY
                        || e.feature() == Feature.ADMIN1 && e.geonames().isPresent())
                .toList();
        if (areas.size() == 1) {
            found.put(areas.getFirst().key(), areas.getFirst());
        }
        return !areas.isEmpty();
    }

    private Optional<Entry> ofDomain(String url) {
        String host;
        try {
            host = URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (host == null) {
            return Optional.empty();
        }
        String last = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return switch (last) {
            case "UK" -> gazetteer.country("GBR");
            case "TV", "ME", "IO", "CO", "AI", "LY", "FM", "TO", "CC" -> Optional.empty();
            default ->
                last.length() == 2
                        ? gazetteer.countries().code(last).flatMap(c -> gazetteer.country(c.alpha3()))
                        : Optional.empty();
        };
    }

    private static String titleCase(String capitals) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            out.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
            first = !Character.isLetter(c);
        }
        return out.toString();
    }
}
