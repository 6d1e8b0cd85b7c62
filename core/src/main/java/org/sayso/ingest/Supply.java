package org.sayso.ingest;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

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
}
