package org.sayso.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sayso.ingest.Limits;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;
import org.sayso.store.RecordStore;
import org.sayso.store.WatchedFeed;
import org.sayso.testing.FaultServer;
import org.sayso.testing.NewsSite;

/** A news site, a record, and a watch whose time passes by hand. */
abstract class WatchFixture {
    static final Pipeline PIPELINE = new Pipeline(Stages.standard());
    static final Limits LIMITS = new Limits(1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(20), 5, true);
    static final Pace PACE = Pace.every(Duration.ofMinutes(30));

    @TempDir
    Path folder;

    final ManualTiming timing = new ManualTiming();
    final List<Told> told = Collections.synchronizedList(new ArrayList<>());
    FaultServer server;
    NewsSite site;
    RecordStore record;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer();
        site = new NewsSite(server);
        record = RecordStore.open(folder.resolve("record.db"), timing::now);
    }

    @AfterEach
    void stop() throws IOException {
        record.close();
        server.close();
    }

    Watch watch() {
        return new Watch(record, LIMITS, () -> PIPELINE, PACE, timing, told::add);
    }

    void once(String... feeds) throws Exception {
        watch().run(Stream.of(feeds).map(server::url).toList(), true);
    }

    void run(Duration time, String... feeds) throws Exception {
        Watch watch = watch();
        timing.endAfter(time, watch::stop);
        watch.run(Stream.of(feeds).map(server::url).toList(), false);
    }

    WatchedFeed feed() throws IOException {
        return record.watchlist().feeds().getFirst();
    }

    <T extends Told> List<T> of(Class<T> kind) {
        synchronized (told) {
            return told.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    List<String> texts() throws IOException {
        return record.readings().map(r -> r.article().text()).toList();
    }

    static String text(int n, int version) {
        return String.join("\n\n", NewsSite.text(n, version));
    }
}
