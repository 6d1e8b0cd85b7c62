package org.sayso.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The time of day, and waiting. */
public interface Timing {
    Instant now();

    /**
     * Waits for something to happen, but not beyond a time.
     *
     * @param inWork whether something is being done that will come through the queue
     */
    <T> Optional<T> await(BlockingQueue<T> queue, Instant until, boolean inWork) throws InterruptedException;

    /** The machine's. */
    static Timing system() {
        return new Timing() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public <T> Optional<T> await(BlockingQueue<T> queue, Instant until, boolean inWork)
                    throws InterruptedException {
                long millis = Math.max(0, Duration.between(now(), until).toMillis() + 1);
                return Optional.ofNullable(queue.poll(millis, TimeUnit.MILLISECONDS));
            }
        };
    }
}
