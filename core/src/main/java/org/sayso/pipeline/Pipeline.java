package org.sayso.pipeline;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sayso.actor.Actors;
import org.sayso.event.EventMention;
import org.sayso.extract.Extracted;
import org.sayso.figure.Harm;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Attribution;
import org.sayso.model.Figure;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Place;
import org.sayso.model.Problem;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;

/**
 * The whole way of the data, from a page to its reading. Thread-safe and pure: the same page gives the same reading,
 * whatever else is being read.
 */
public final class Pipeline {
    private final Stages stages;

    public Pipeline(Stages stages) {
        this.stages = stages;
    }

    /**
     * Reads one page. Never throws on bad input: what cannot be read is an {@link Outcome.LeftOut} with its reason, and
     * so is a bug of ours, named with the document.
     */
    public Outcome read(Page page) {
        return read(page, article -> false);
    }

    /**
     * The same, but an article that is known already is not read again: its reading holds the article alone.
     *
     * @param known called from the thread that reads
     */
    public Outcome read(Page page, Predicate<Article> known) {
        return switch (extract(page)) {
            case Extracted.Found found ->
                known.test(found.article())
                        ? new Outcome.Read(Reading.unread(found.article(), found.problems()))
                        : read(found);
            case Extracted.Missing missing -> new Outcome.LeftOut(page.docId(), missing.reason(), missing.message());
        };
    }

    /** The first step of {@link #read(Page)}, for those who need not read what they know. */
    public Extracted extract(Page page) {
        try {
            return stages.extractor().extract(page);
        } catch (RuntimeException | StackOverflowError bug) {
            return new Extracted.Missing(Outcome.Reason.BUG, bug + place(bug));
        }
    }

    /** The other steps. */
    public Outcome read(Extracted.Found found) {
        try {
            return new Outcome.Read(read(found.article(), found.problems()));
        } catch (RuntimeException | StackOverflowError bug) {
            return new Outcome.LeftOut(found.article().docId(), Outcome.Reason.BUG, bug + place(bug));
        }
    }

    /** Where in our own code. */
    private static String place(Throwable bug) {
        return Stream.of(bug.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.sayso."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private Reading read(Article article, List<Problem> problems) {
        if (problems.stream().anyMatch(p -> p.code() == Problem.Code.NOT_ENGLISH)) {
            return Reading.unread(article, problems);
        }
        AnalyzedText text = stages.analyzer().analyze(article.text());
        int begin = afterDateline(article);
        List<Attribution> attributions = stages.attributor().attribute(text).stream()
                .map(a -> a.from(begin))
                .toList();
        List<EventMention> events = stages.eventFinder().find(text, attributions);
        List<Figure> figures = stages.figureFinder().find(text);
        List<Harm> harms = stages.figureFinder().harms(text, figures);
        List<Timex> timexes = stages.timeFinder().find(text, article);
        List<Place> places = stages.placeFinder().find(text, article);
        Actors actors = stages.actorResolver()
                .resolve(article, text, attributions, places, somebody(attributions, events, harms));
        return new Assembly(
                        text,
                        attributions,
                        timexes,
                        places,
                        actors,
                        stages.eventFinder().factuality())
                .reading(article, events, figures, harms, problems);
    }

    /** Where the text of the report begins: nobody says "PESHAWAR:". */
    private static int afterDateline(Article article) {
        int begin = article.dateline().map(d -> d.span().end()).orElse(0);
        while (begin < article.text().length()
                && Character.isWhitespace(article.text().charAt(begin))) {
            begin++;
        }
        return begin;
    }

    /** The spans that need somebody: sources, actors, recipients and victims. */
    private static List<Span> somebody(List<Attribution> attributions, List<EventMention> events, List<Harm> harms) {
        return Stream.of(
                        attributions.stream().flatMap(a -> a.source().spans().stream()),
                        events.stream().flatMap(e -> Stream.concat(e.actors().stream(), e.recipients().stream())),
                        harms.stream().map(Harm::person))
                .flatMap(s -> s)
                .distinct()
                .sorted()
                .toList();
    }
}
