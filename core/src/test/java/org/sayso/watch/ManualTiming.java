package org.sayso.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time that stands still while something is in work, and passes at once where nothing is. */
final class ManualTiming implements Timing {
    private volatile Instant now = Instant.parse("2026-01-05T06:00:00Z");
    private volatile Instant end = Instant.MAX;
    private volatile Runnable atEnd = () -> {};

    @Override
    public Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Calls back when so much time has passed. */
    void endAfter(Duration time, Runnable call) {
        end = now.plus(time);
        atEnd = call;
    }

    @Override
    public <T> Optional<T> await(BlockingQueue<T> queue, Instant until, boolean inWork) throws InterruptedException {
        T there = queue.poll();
        if (there != null || inWork) {
            return Optional.ofNullable(there != null ? there : queue.poll(30, TimeUnit.SECONDS));
        }
        now = until.isAfter(now) ? until : now;
        if (now.isAfter(end)) {
            now = end;
            atEnd.run();
        }
        return Optional.empty();
    }
}
