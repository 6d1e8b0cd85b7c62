package org.sayso.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Documents one after another, each taken in only when it is asked for: memory does not grow with their number. Ends when
 * all are told; what could not be had is told in its place. Not thread-safe. Closing it closes the open file and the
 * connections.
 */
public final class Arrivals implements Iterator<Incoming>, AutoCloseable {
    private final Deque<Supply> open = new ArrayDeque<>();
    private final Runnable last;
    private @Nullable Incoming ahead;

    Arrivals(Supply all, Runnable last) {
        this.open.push(all);
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !open.isEmpty()) {
            Supply top = open.getFirst();
            if (!top.hasNext()) {
                open.pop().close();
                continue;
            }
            switch (top.next()) {
                case Supply.Step.Ready ready -> ahead = ready.incoming();
                case Supply.Step.More more -> open.push(more.opening().open());
            }
        }
        return ahead != null;
    }

    @Override
    public Incoming next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more documents");
        }
        Incoming next = ahead;
        ahead = null;
        return next;
    }

    /** How far the file now open is read; empty between files and where there is none. */
    public Optional<Reach> reach() {
        return open.stream().map(Supply::reach).flatMap(Optional::stream).findFirst();
    }

    /** The same as a sequential stream, to be closed. */
    public Stream<Incoming> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        last.run();
    }
}
