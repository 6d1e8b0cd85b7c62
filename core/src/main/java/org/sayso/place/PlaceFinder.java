package org.sayso.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Place;
import org.sayso.model.Span;
import org.sayso.world.Countries;

/**
 * Finds the places of an article and says which they are. Thread-safe; keeps nothing of an article.
 *
 * <p>A toponym is a name that the language engine takes for a place, or capitalized words that it has not taken for anything
 * and that name a country or a place of some size. Words for people ("Turkish") are none, nor is a capital that speaks or
 * acts for its government ("Kyiv said").
 */
public final class PlaceFinder {
    private final Gazetteer gazetteer;
    private final Toponyms toponyms;
    private final Candidates candidates;
    private final Surroundings surroundings;
    private final Disambiguation disambiguation;

    PlaceFinder(Gazetteer gazetteer, Weights weights) {
        this.gazetteer = gazetteer;
        toponyms = new Toponyms(gazetteer);
        candidates = new Candidates(gazetteer);
        surroundings = new Surroundings(gazetteer);
        disambiguation = new Disambiguation(weights);
    }

    /** Reads the gazetteer that ships with this package: about 0.2 s and 25 MB. */
    public static PlaceFinder load(Countries countries) {
        return new PlaceFinder(Gazetteer.load(countries), Weights.MEASURED);
    }

    /** The places of an article, ids p1, p2, … in order of the text; toponyms that no entry bears are left out. */
    public List<Place> find(AnalyzedText analyzed, Article article) {
        List<Optional<Place>> resolved = resolve(article, toponyms.in(analyzed));
        List<Place> places = new ArrayList<>();
        for (Optional<Place> place : resolved) {
            place.ifPresent(p -> places.add(withId(p, "p" + (places.size() + 1))));
        }
        return List.copyOf(places);
    }

    /**
     * The place that each of some given spans means, all weighed together; ids number the spans.
     *
     * @param spans in order, never overlapping
     */
    public List<Optional<Place>> resolve(Article article, List<Span> spans) {
        List<Mention> mentions =
                spans.stream().map(s -> candidates.at(article.text(), s)).toList();
        List<Optional<Entry>> entries =
                disambiguation.resolve(article.text(), mentions, surroundings.of(article, mentions));
        List<Optional<Place>> places = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            String id = "p" + (i + 1);
            places.add(entries.get(i).map(e -> place(id, article.text(), span, e)));
        }
        return places;
    }

    private Place place(String id, String text, Span span, Entry e) {
        return new Place(
                id,
                span,
                e.name(),
                e.country(),
                e.admin1(),
                e.lat(),
                e.lon(),
                e.geonames(),
                Exactness.of(text, span, e, gazetteer.isOwn(span.of(text))));
    }

    private static Place withId(Place p, String id) {
        return new Place(
                id, p.span(), p.name(), p.country(), p.admin1(), p.lat(), p.lon(), p.geonames(), p.precision());
    }
}
