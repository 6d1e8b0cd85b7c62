package org.sayso.ingest;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The way in: takes what a caller names (files, folders, globs, {@code -} for standard input, http and https URLs) and gives
 * the documents there, one after another. Immutable and thread-safe; what it opens is not.
 *
 * <p>A document is named by its place as the caller wrote it (a file within a folder by folder and name), a line of JSON
 * Lines by its id, or {@code file:line} where it has none. One document after another is all that is held in memory.
 */
public final class Intake {
    /** Standard input's name, as an argument. */
    public static final String STANDARD_INPUT = "-";

    private final Format format;
    private final Given given;
    private final Limits limits;
    private final InputStream standardInput;

    /** @param standardInput read only where {@code -} is asked for */
    public Intake(Format format, Given given, Limits limits, InputStream standardInput) {
        this.format = format;
        this.given = given;
        this.limits = limits;
        this.standardInput = standardInput;
    }

    /**
     * Opens places in the order given; nothing is read before it is asked for. Never throws on bad input: what cannot be had
     * comes as {@link Incoming.Missed}, with its reason, in its place.
     */
    public Arrivals open(List<String> places) {
        Documents documents = new Documents(format, given, limits.bytes());
        Places files = new Places(documents);
        Connection connection = new Connection(documents, limits);
        Iterator<Supply.Step> steps = places.stream()
                .<Supply.Step>map(p -> new Supply.Step.More(() -> open(p, documents, files, connection)))
                .iterator();
        return new Arrivals(Supply.of(steps), connection::close);
    }

    private Supply open(String place, Documents documents, Places files, Connection connection) {
        if (place.equals(STANDARD_INPUT)) {
            return documents.in(standardInput, "stdin", Optional.empty(), Given.NOTHING);
        }
        return WebAddress.scheme(place).isPresent() ? connection.fetcher().fetch(place) : files.at(place);
    }

    /** A fetcher made when the first URL comes. */
    private static final class Connection {
        private final Documents documents;
        private final Limits limits;
        private Optional<Fetcher> fetcher = Optional.empty();

        Connection(Documents documents, Limits limits) {
            this.documents = documents;
            this.limits = limits;
        }

        Fetcher fetcher() {
            Fetcher made = fetcher.orElseGet(() -> new Fetcher(documents, limits));
            fetcher = Optional.of(made);
            return made;
        }

        void close() {
            fetcher.ifPresent(Fetcher::close);
        }
    }
}
