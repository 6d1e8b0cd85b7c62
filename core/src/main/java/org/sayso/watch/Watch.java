package org.sayso.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sayso.ingest.Limits;
import org.sayso.ingest.Web;
import org.sayso.model.Outcome;
import org.sayso.pipeline.Pipeline;
import org.sayso.store.RecordStore;
import org.sayso.store.WatchedFeed;
import org.sayso.store.WatchedPage;
import org.sayso.store.Watchlist;

/**
 * Polls feeds and reads what they list into a record, until it is stopped. One watch runs once, on one thread; {@link #stop} may
 * be called from any other.
 */
public final class Watch {
    private static final Duration LONG = Duration.ofHours(1);

    private final RecordStore record;
    private final Watchlist list;
    private final Limits limits;
    private final Supplier<Pipeline> pipeline;
    private final Pace pace;
    private final Timing timing;
    private final Consumer<Told> listener;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** What the deciding thread waits for. */
    private sealed interface Event {
        record Done(String host) implements Event {}

        record Broken(String host, Throwable why) implements Event {}

        record Stop() implements Event {}
    }

    /** Something to be asked of a host. */
    private record Job(String host, Work work) {
        interface Work {
            void run() throws IOException, InterruptedException;
        }
    }

    /**
     * @param pipeline asked for each article, for its idea of today may change
     * @param listener called from several threads
     */
    public Watch(
            RecordStore record,
            Limits limits,
            Supplier<Pipeline> pipeline,
            Pace pace,
            Timing timing,
            Consumer<Told> listener) {
        this.record = record;
        this.list = record.watchlist();
        this.limits = limits;
        this.pipeline = pipeline;
        this.pace = pace;
        this.timing = timing;
        this.listener = listener;
    }

    /** Asks nothing more; {@link #run} returns when what is in work is done and kept. */
    public void stop() {
        events.add(new Event.Stop());
    }

    /**
     * Runs until it is stopped.
     *
     * @param feeds addresses
     * @param once end when all that is due at the start, and the pages listed there, have been asked
     * @throws IOException where the record cannot be written; what was kept before stays
     */
    public void run(Collection<String> feeds, boolean once) throws IOException, InterruptedException {
        Instant start = timing.now();
        list.watch(feeds, start);
        Set<String> busy = new HashSet<>();
        Optional<Throwable> broken = Optional.empty();
        boolean stopped = false;
        try (Web web = new Web(limits);
                Readers readers = new Readers()) {
            Hosts hosts = new Hosts(list, web, pace, timing);
            FeedPoll polls = new FeedPoll(list, web, hosts, pace, timing, listener, readers);
            PageReader pages = new PageReader(record, web, limits, hosts, pipeline, pace, timing, listener, readers);
            while (true) {
                Instant now = timing.now();
                Instant asOf = once ? start : now;
                Optional<Job> job = stopped || busy.size() >= pace.atOnce()
                        ? Optional.empty()
                        : next(asOf, union(busy, hosts.closed(now)), polls, pages);
                if (job.isPresent()) {
                    busy.add(job.get().host());
                    Thread.ofVirtual().start(() -> run(job.get()));
                    continue;
                }
                Optional<Instant> until = stopped ? Optional.empty() : nextTime(now, busy, hosts, once, start);
                if (busy.isEmpty() && until.isEmpty()) {
                    break;
                }
                Optional<Event> event = timing.await(events, until.orElse(now.plus(LONG)), !busy.isEmpty());
                if (event.isPresent()) {
                    switch (event.get()) {
                        case Event.Done done -> busy.remove(done.host());
                        case Event.Broken gone -> {
                            busy.remove(gone.host());
                            broken = Optional.of(gone.why());
                            stopped = true;
                        }
                        case Event.Stop stop -> stopped = true;
                    }
                }
            }
        }
        if (broken.isPresent()) {
            rethrow(broken.get());
        }
    }

    private static void rethrow(Throwable why) throws IOException {
        switch (why) {
            case IOException io -> throw io;
            case UncheckedIOException io -> throw new IOException(io.getMessage(), io);
            case Error error -> throw error;
            default -> throw new IllegalStateException(why);
        }
    }

    /** Feeds go before pages, and what has been due longest first. */
    private Optional<Job> next(Instant asOf, Set<String> except, FeedPoll polls, PageReader pages) throws IOException {
        Optional<WatchedFeed> feed = list.dueFeed(asOf, except);
        if (feed.isPresent()) {
            WatchedFeed one = feed.get();
            return Optional.of(new Job(Watchlist.host(one.address()), () -> {
                try {
                    polls.poll(one);
                } catch (RuntimeException | StackOverflowError bug) {
                    polls.failed(one, "a bug, please report it: " + named(bug), Optional.empty());
                }
            }));
        }
        return list.duePage(asOf, except).map(one -> new Job(Watchlist.host(one.address()), () -> read(one, pages)));
    }

    private static void read(WatchedPage page, PageReader pages) throws IOException, InterruptedException {
        try {
            pages.read(page);
        } catch (RuntimeException | StackOverflowError bug) {
            pages.failed(page, Outcome.Reason.BUG, named(bug), Optional.empty());
        }
    }

    /** A bug is told; a record that cannot be written ends the run. */
    private static String named(Throwable bug) {
        if (bug instanceof UncheckedIOException io) {
            throw io;
        }
        return bug + " at " + bug.getStackTrace()[0];
    }

    private void run(Job job) {
        try {
            job.work().run();
            events.add(new Event.Done(job.host()));
        } catch (Throwable e) {
            events.add(new Event.Broken(job.host(), e));
        }
    }

    /** When there may be something to do that is not in work; empty where there will not be. */
    private Optional<Instant> nextTime(Instant now, Set<String> busy, Hosts hosts, boolean once, Instant start)
            throws IOException {
        if (busy.size() >= pace.atOnce()) {
            return Optional.empty();
        }
        Optional<Instant> due = list.nextDue(busy).filter(d -> !once || !d.isAfter(start));
        return due.map(d -> d.isAfter(now) ? d : hosts.nextOpening(now).orElse(now));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
