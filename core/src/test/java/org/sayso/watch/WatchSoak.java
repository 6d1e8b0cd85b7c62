package org.sayso.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Reading;
import org.sayso.store.RecordStore;
import org.sayso.testing.NewsSite;

/**
 * {@code sayso watch} in real time against a dozen sites on loopback that publish, change their articles and fail in the ways
 * servers fail; it is killed once and interrupted once on the way. At the end the record is compared with what was published.
 *
 * <pre>
 * mvn -q -Dquick -DskipTests -pl core,app -am package
 * java -cp "core/target/test-classes:core/target/classes:app/target/lib/*" org.sayso.watch.WatchSoak 30 ./sayso
 * </pre>
 *
 * The last four minutes nothing is published and nothing fails, so that what was listed can be had. Prints YAML; exits with 1
 * where an article was lost or is there twice.
 */
final class WatchSoak {
    private static final Duration QUIET = Duration.ofMinutes(4);
    private static final Duration TICK = Duration.ofSeconds(20);

    private WatchSoak() {}

    public static void main(String[] args) throws Exception {
        Duration length = Duration.ofMinutes(Long.parseLong(args[0]));
        List<String> command = List.of(args).subList(1, args.length);
        Path folder = Files.createTempDirectory("sayso-soak");
        Path db = folder.resolve("record.db");
        List<SoakSite> sites = SoakFaults.sites();
        Path opml = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml><body>"
                        + sites.stream()
                                .map(s -> "<outline xmlUrl=\"" + s.server.url("/feed") + "\"/>")
                                .collect(Collectors.joining())
                        + "</body></opml>");
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("watch", "--allow-private", "--every", "5s", "--db", db.toString(), opml.toString()));
        Instant start = Instant.now();
        Instant end = start.plus(length);
        Instant calm = end.minus(QUIET);
        Instant kill = start.plus(length.dividedBy(3));
        Instant interrupt = start.plus(length.multipliedBy(6).dividedBy(10));
        List<String> ends = new ArrayList<>();
        Process watch = start(all, folder, 1);
        int runs = 1;
        boolean killed = false;
        boolean interrupted = false;
        for (Instant now = start; now.isBefore(end); now = Instant.now()) {
            if (now.isAfter(calm)) {
                sites.forEach(s -> s.quiet = true);
            } else {
                sites.forEach(SoakSite::tick);
            }
            if (!killed && now.isAfter(kill)) {
                killed = true;
                watch.destroyForcibly().waitFor();
                ends.add("kill -9: " + watch.exitValue());
                watch = start(all, folder, ++runs);
            }
            if (!interrupted && now.isAfter(interrupt)) {
                interrupted = true;
                ends.add("Ctrl-C: " + interrupt(watch));
                watch = start(all, folder, ++runs);
            }
            if (!watch.isAlive()) {
                ends.add("by itself: " + watch.exitValue());
                break;
            }
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
        }
        ends.add("Ctrl-C: " + interrupt(watch));
        System.out.println(
                "# " + Files.readString(folder.resolve("out-" + runs)).strip());
        compare(db, sites, length, ends);
    }

    private static Process start(List<String> command, Path folder, int run) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out-" + run).toFile())
                .redirectError(folder.resolve("err-" + run).toFile())
                .start();
    }

    private static int interrupt(Process watch) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(watch.pid())).start().waitFor();
        watch.waitFor();
        return watch.exitValue();
    }

    private static void compare(Path db, List<SoakSite> sites, Duration length, List<String> ends) throws IOException {
        int lost = 0;
        int twice = 0;
        int stale = 0;
        int strange = 0;
        Map<String, List<String>> documents = new TreeMap<>();
        StringBuilder rows = new StringBuilder();
        try (RecordStore record = RecordStore.openExisting(db)) {
            try (Stream<Reading> readings = record.readings()) {
                readings.forEach(r -> documents
                        .computeIfAbsent(r.article().text(), t -> new ArrayList<>())
                        .add(r.article().docId()));
            }
            int versions = record.revisions(Instant.EPOCH).size();
            int known = 0;
            for (SoakSite site : sites) {
                int there = 0;
                int changed = 0;
                int missing = 0;
                for (SoakSite.Published p : site.published) {
                    changed += p.version().get() > 1 ? 1 : 0;
                    int current = documents
                            .getOrDefault(text(p.n(), p.version().get()), List.of())
                            .size();
                    there += Math.min(1, current);
                    twice += Math.max(0, current - 1);
                    boolean older = p.version().get() > 1 && documents.containsKey(text(p.n(), 1));
                    stale += older && current == 0 ? 1 : 0;
                    twice += older && current > 0 ? 1 : 0;
                    missing += current == 0 && !older ? 1 : 0;
                }
                known += there;
                lost += site.gone ? 0 : missing;
                rows.append(String.format(
                        "  - {site: %s, format: %s, polls: %d, unchanged: %d, tried: {%s}, published: %d, changed: %d, in_record: %d%s}%n",
                        site.name,
                        site.format,
                        site.polls.get(),
                        site.unchanged.get(),
                        site.tried.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                                .collect(Collectors.joining(", ")),
                        site.published.size(),
                        changed,
                        there,
                        site.gone ? ", ended_by_410: true" : ""));
            }
            strange = record.size() - known - stale;
            System.out.printf(
                    "minutes: %d%nends: %s%narticles_in_record: %d%nnew_versions: %d%nlost: %d%ntwice: %d%nolder_version_current: %d%nnot_published: %d%nsites:%n%s",
                    length.toMinutes(), ends, record.size(), versions, lost, twice, stale, strange, rows);
        }
        Runtime.getRuntime().halt(lost + twice + stale + strange == 0 ? 0 : 1);
    }

    private static String text(int n, int version) {
        return String.join("\n\n", NewsSite.text(n, version));
    }
}
