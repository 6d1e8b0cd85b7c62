package org.sayso.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.sayso.actor.ActorResolver;
import org.sayso.analysis.Analyzer;
import org.sayso.analysis.LanguageEngine;
import org.sayso.attribution.Attributor;
import org.sayso.event.EventFinder;
import org.sayso.extract.Extractor;
import org.sayso.figure.FigureFinder;
import org.sayso.place.PlaceFinder;
import org.sayso.time.TimeFinder;
import org.sayso.world.Countries;

/**
 * The stages of a pipeline, each loaded when it is first asked for. Thread-safe. To add one: a {@link Lazy} field and a
 * method, in the order of the data.
 */
public final class Stages {
    private final Lazy<Extractor> extractor;
    private final Lazy<Analyzer> analyzer;
    private final Lazy<Attributor> attributor = new Lazy<>(Attributor::load);
    private final Lazy<EventFinder> eventFinder = new Lazy<>(EventFinder::load);
    private final Lazy<FigureFinder> figureFinder = new Lazy<>(FigureFinder::load);
    private final Lazy<TimeFinder> timeFinder = new Lazy<>(TimeFinder::load);
    private final Lazy<Countries> countries = new Lazy<>(Countries::load);
    private final Lazy<PlaceFinder> placeFinder = new Lazy<>(() -> PlaceFinder.load(countries.get()));
    private final Lazy<ActorResolver> actorResolver = new Lazy<>(() -> ActorResolver.load(countries.get()));

    /** The stages that ship, on another language engine. */
    public Stages(Supplier<Analyzer> analyzer) {
        this(Extractor::load, analyzer);
    }

    private Stages(Supplier<Extractor> extractor, Supplier<Analyzer> analyzer) {
        this.extractor = new Lazy<>(extractor);
        this.analyzer = new Lazy<>(analyzer);
    }

    /**
     * The stages that ship, all of them. Asking for a stage whose files are missing throws {@link UncheckedIOException},
     * whose message says where they were looked for.
     */
    public static Stages standard() {
        return new Stages(Stages::engine);
    }

    /**
     * The same, and articles dated later are marked.
     *
     * @param day the last day that is not in the future
     */
    public static Stages asOf(LocalDate day) {
        return new Stages(() -> Extractor.load(day), Stages::engine);
    }

    private static Analyzer engine() {
        try {
            return LanguageEngine.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    public Extractor extractor() {
        return extractor.get();
    }

    public Analyzer analyzer() {
        return analyzer.get();
    }

    public Attributor attributor() {
        return attributor.get();
    }

    public EventFinder eventFinder() {
        return eventFinder.get();
    }

    public FigureFinder figureFinder() {
        return figureFinder.get();
    }

    public TimeFinder timeFinder() {
        return timeFinder.get();
    }

    public PlaceFinder placeFinder() {
        return placeFinder.get();
    }

    public ActorResolver actorResolver() {
        return actorResolver.get();
    }
}
