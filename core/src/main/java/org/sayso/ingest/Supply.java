package org.sayso.ingest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Steps in order, with whatever has to be closed after them. */
interface Supply extends Iterator<Supply.Step>, AutoCloseable {
    /** A document, or something that holds documents and is opened only when its turn comes. */
    sealed interface Step {
        record Ready(Incoming incoming) implements Step {}

        record More(Opening opening) implements Step {}
    }

    /** Opens what holds documents; never throws on bad input. */
    interface Opening {
        Supply open();
    }

    Supply NONE = of(Collections.emptyIterator());

    @Override
    default void close() {}

    /** How far the file is read from which these steps come, where they come from one. */
    default Optional<Reach> reach() {
        return Optional.empty();
    }

    static Supply of(Incoming incoming) {
        return of(List.<Step>of(new Step.Ready(incoming)).iterator());
    }

    static Supply of(Iterator<? extends Step> steps) {
        return new Supply() {
            @Override
            public boolean hasNext() {
                return steps.hasNext();
            }

            @Override
            public Step next() {
                return steps.next();
            }
        };
    }

    /** The same steps, with the file that they come from. */
    static Supply of(Supply steps, String file, Counting read, long size) {
        return new Supply() {
            @Override
            public boolean hasNext() {
                return steps.hasNext();
            }

            @Override
            public Step next() {
                return steps.next();
            }

            @Override
            public void close() {
                steps.close();
            }

            @Override
            public Optional<Reach> reach() {
                return Optional.of(new Reach(file, read.count(), size));
            }
        };
    }
}
