package org.sayso.pipeline;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, then kept. Thread-safe; a failed attempt is tried again. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T value;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = value;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            T again = value;
            if (again == null) {
                again = make.get();
                value = again;
            }
            return again;
        }
    }
}
