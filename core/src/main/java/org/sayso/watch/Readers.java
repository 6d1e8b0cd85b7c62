package org.sayso.watch;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that parse and read, as many as there are processors; whoever needs one waits. Thread-safe. */
final class Readers implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    interface Work {
        void run() throws IOException;
    }

    /** Runs it on one of the threads and waits for its end; what it throws is thrown here. */
    void run(Work work) throws IOException, InterruptedException {
        Future<Void> done = threads.submit((Callable<Void>) () -> {
            work.run();
            return null;
        });
        try {
            done.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException bug) {
                throw bug;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
