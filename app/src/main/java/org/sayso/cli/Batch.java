package org.sayso.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.sayso.ingest.Incoming;
import org.sayso.model.Outcome;
import org.sayso.model.Page;

/**
 * Reads documents on all processors and hands on what became of each in the order they came. Never holds more than a
 * few of them at once.
 */
final class Batch {
    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final Function<Page, Outcome> pipeline;
    private final Progress progress;

    Batch(Function<Page, Outcome> pipeline, Progress progress) {
        this.pipeline = pipeline;
        this.progress = progress;
    }

    /** What is done with an outcome, before the next is handed on. */
    interface Sink<X extends Exception> {
        void take(Outcome outcome) throws X;
    }

    /** @throws X as the sink does; documents in work are then given up */
    <X extends Exception> void run(Iterator<Incoming> documents, Sink<X> sink) throws X, InterruptedException {
        Deque<Future<Outcome>> inWork = new ArrayDeque<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            while (documents.hasNext() || !inWork.isEmpty()) {
                while (documents.hasNext() && inWork.size() < 2 * WORKERS) {
                    Incoming next = documents.next();
                    inWork.add(workers.submit(() -> read(next)));
                }
                Outcome outcome = get(inWork.remove());
                sink.take(outcome);
                progress.step(outcome);
            }
        } finally {
            workers.shutdownNow();
            progress.end();
        }
    }

    private Outcome read(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Missed missed -> missed.why();
            case Incoming.Arrived arrived -> placed(pipeline.apply(arrived.page()), arrived);
        };
    }

    /** What was left out is named by where it lies. */
    private static Outcome placed(Outcome outcome, Incoming.Arrived arrived) {
        boolean named = arrived.place().equals(arrived.page().docId());
        return outcome instanceof Outcome.LeftOut left && !named
                ? new Outcome.LeftOut(arrived.place(), left.reason(), left.message() + ": " + left.docId())
                : outcome;
    }

    private static Outcome get(Future<Outcome> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            // The pipeline makes bugs into outcomes; what still comes here (memory, a missing model) must stop the run.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
