package org.sayso.ingest;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.Outcome;

/** Documents from the web: one that its reader named is asked for at once. */
final class Fetcher implements AutoCloseable {
    private static final String ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1";

    private final Documents documents;
    private final Limits limits;
    private final Web web;

    Fetcher(Documents documents, Limits limits) {
        this(documents, limits, new Web(limits));
    }

    Fetcher(Documents documents, Limits limits, Web web) {
        this.documents = documents;
        this.limits = limits;
        this.web = web;
    }

    /** What is at an address; never throws. */
    Supply fetch(String url) {
        return switch (web.get(url, Map.of("Accept", ACCEPT), Gate.OPEN)) {
            case Answer.Arrived arrived -> in(documents, limits, url, arrived);
            case Answer.None none -> Supply.of(Incoming.missed(url, none.reason(), none.message()));
            case Answer.Later later -> throw new IllegalStateException("an open gate: " + later);
        };
    }

    /** One article's page; whatever it holds is read as mark-up. */
    static Incoming page(String docId, Limits limits, Answer.Arrived answer) {
        Documents documents = new Documents(Format.HTML, Given.NOTHING, limits.bytes());
        return switch (in(documents, limits, docId, answer).next()) {
            case Supply.Step.Ready ready -> ready.incoming();
            case Supply.Step.More more -> throw new IllegalStateException("one page is one document: " + docId);
        };
    }

    private static Supply in(Documents documents, Limits limits, String url, Answer.Arrived answer) {
        Optional<Incoming> fault = fault(url, limits, answer);
        if (fault.isPresent()) {
            return Supply.of(fault.get());
        }
        Given found =
                new Given(Optional.of(answer.at().toString()), Optional.empty(), Optional.empty(), Optional.empty());
        return documents.in(new ByteArrayInputStream(answer.body()), url, answer.charset(), found);
    }

    private static Optional<Incoming> fault(String url, Limits limits, Answer.Arrived answer) {
        if (answer.status() != 200) {
            String later = answer.header("retry-after")
                    .map(r -> ", to be tried again after " + r)
                    .orElse("");
            String message = "HTTP " + answer.status() + later;
            return Optional.of(Incoming.missed(url, Outcome.Reason.UNREACHABLE, message));
        }
        if (!answer.whole()) {
            String message = "more than " + Documents.size(limits.bytes());
            return Optional.of(Incoming.missed(url, Outcome.Reason.TOO_LARGE, message));
        }
        return answer.broken().map(why -> Incoming.missed(url, Outcome.Reason.UNREACHABLE, why));
    }

    @Override
    public void close() {
        web.close();
    }
}
