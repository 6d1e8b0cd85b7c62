package org.sayso.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Dateline;
import org.sayso.model.Place;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.world.Countries;
import org.sayso.world.Country;

/** One article with its cast and what has been understood so far of who is meant where. Lives as long as one call. */
final class Scene {
    final Article article;
    final AnalyzedText text;
    final List<Attribution> attributions;
    final Cast cast;
    final Proposed proposed;
    private final List<Place> places;
    private final boolean[] quoted;
    private final Optional<String> datelineCountry;
    private final Map<Word, Referent> byToken = new HashMap<>();
    private final Map<Word, String> reasons = new HashMap<>();

    private record Word(int sentence, int token) {}

    Scene(
            Article article,
            AnalyzedText text,
            List<Attribution> attributions,
            List<Place> places,
            Cast cast,
            Countries countries) {
        this.article = article;
        this.text = text;
        this.attributions = attributions;
        this.places = places;
        this.cast = cast;
        proposed = new Proposed(text);
        datelineCountry = article.dateline()
                .flatMap(Dateline::place)
                .flatMap(p -> countries.governedFrom(p).or(() -> countries.named(p)))
                .map(Country::alpha3);
        quoted = Grammar.quoted(text.text());
    }

    /** Where the report was written. */
    Optional<String> datelineCountry() {
        return datelineCountry;
    }

    /** The country that the report is written in and tells most of: whose officials need no word for it. */
    Optional<String> homeland() {
        return datelineCountry.filter(
                c -> cast.isMostNamed(c, article.dateline().map(Dateline::span)));
    }

    /** Where a sentence, else the one before it, lies; absent where it names places of two countries. */
    Optional<String> whereabouts(Sentence s) {
        for (int i = s.index(); i >= Math.max(0, s.index() - 1); i--) {
            Span span = text.sentences().get(i).span();
            Set<String> found = places.stream()
                    .filter(p -> span.covers(p.span()) && !acts(p))
                    .flatMap(p -> p.country().stream())
                    .collect(Collectors.toSet());
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A state that does something is not where that is. */
    private boolean acts(Place p) {
        return text.sentenceAt(p.span().start())
                .flatMap(s -> s.headOf(p.span()))
                .filter(t -> t.relation().equals("nsubj"))
                .isPresent();
    }

    /** Of the places within some words, where it is one. */
    Optional<String> countryIn(Span span) {
        List<String> found = places.stream()
                .filter(p -> span.covers(p.span()))
                .flatMap(p -> p.country().stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The one country that a sentence up to a word and some before it speak of, if there is just one. */
    Optional<String> topic(Sentence s, Token before, int sentences) {
        int from =
                text.sentences().get(Math.max(0, s.index() - sentences)).span().start();
        if (from >= before.span().start()) {
            return Optional.empty();
        }
        Span span = new Span(from, before.span().start());
        Set<String> found = Stream.concat(
                        places.stream().filter(p -> span.covers(p.span())).flatMap(p -> p.country().stream()),
                        cast.all().stream()
                                .filter(r -> r.mentions.stream().anyMatch(m -> span.covers(m.span())))
                                .filter(r -> r.sector.filter("JRN"::equals).isEmpty())
                                .flatMap(r -> r.country.stream()))
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** Whether the article, apart from its dateline, speaks of a country. */
    boolean speaksOf(String country) {
        return places.stream()
                        .anyMatch(p -> article.dateline()
                                        .filter(d -> d.span().covers(p.span()))
                                        .isEmpty()
                                && p.country().filter(country::equals).isPresent())
                || cast.all().stream()
                        .filter(r -> r.country.filter(country::equals).isPresent())
                        .flatMap(r -> r.mentions.stream())
                        .anyMatch(m -> article.dateline()
                                .filter(d -> d.span().covers(m.span()))
                                .isEmpty());
    }

    /** Whether the article is about other countries: neither its dateline nor a place nor anybody but this one is of the country. */
    boolean isOnlyElsewhere(String country, Referent one) {
        Set<String> countries =
                places.stream().flatMap(p -> p.country().stream()).collect(Collectors.toCollection(TreeSet::new));
        cast.all().stream()
                .filter(r -> r != one)
                .flatMap(r -> r.country.stream())
                .forEach(countries::add);
        datelineCountry.ifPresent(countries::add);
        return !countries.isEmpty() && !countries.contains(country);
    }

    Optional<Referent> at(Sentence s, Token t) {
        return Optional.ofNullable(byToken.get(new Word(s.index(), t.index())));
    }

    /** The same, or who is named there though the reading has not come so far. */
    Optional<Referent> atOrNamed(Sentence s, Token t) {
        return at(s, t).or(() -> cast.nameAt(s, t.index()).flatMap(cast::of));
    }

    String reasonAt(Sentence s, Token t) {
        return reasons.getOrDefault(new Word(s.index(), t.index()), "");
    }

    /** The token means somebody, though it is no mention of its own: a title, an apposition. */
    void link(Sentence s, Token t, Referent r, String reason) {
        byToken.put(new Word(s.index(), t.index()), r);
        reasons.put(new Word(s.index(), t.index()), reason);
    }

    void mention(Sentence s, Token head, Span span, Mention.Form form, Referent r, String reason) {
        link(s, head, r, reason);
        r.mentions.add(
                new Mention(span, s.index(), head.index(), form, Grammar.isSubject(s, head), isQuoted(head), reason));
    }

    /** Whether somebody told something by those words. */
    boolean isSource(Token t) {
        return attributions.stream().flatMap(a -> a.source().spans().stream()).anyMatch(span -> span.covers(t.span()));
    }

    boolean isQuoted(Token t) {
        return quoted[t.span().start()];
    }
}
