package org.sayso.watch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.sayso.ingest.Answer;
import org.sayso.ingest.Gate;
import org.sayso.ingest.Web;
import org.sayso.model.Outcome;
import org.sayso.store.Watchlist;

/**
 * Who may be asked, and when: one request at a time to each host, a delay between two, and what its robots.txt allows (RFC 9309).
 * A robots.txt that cannot be had for a fault of the server forbids everything for a while; one that is not there allows
 * everything. Thread-safe.
 */
final class Hosts implements Gate {
    /** By which robots.txt calls us. */
    private static final List<String> NAME = List.of("sayso");
    /** RFC 9309, 2.4 and 2.5. */
    private static final Duration ROBOTS_GOOD = Duration.ofHours(24);

    private static final int ROBOTS_LONGEST = 500 << 10;

    private final Watchlist list;
    private final Web web;
    private final Pace pace;
    private final Timing timing;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /** What is known of one host. Its rules are read and written by whoever holds {@link #one}. */
    private static final class Host {
        final Semaphore one = new Semaphore(1, true);
        volatile Instant free = Instant.MIN;
        volatile Instant held = Instant.MIN;
        Instant rulesUntil = Instant.MIN;
        Rules rules = new Rules.Missing("");
    }

    /** What a robots.txt says. */
    private sealed interface Rules {
        record Read(BaseRobotRules rules) implements Rules {}

        record Missing(String why) implements Rules {}

        record Refused(Answer.None none) implements Rules {}
    }

    Hosts(Watchlist list, Web web, Pace pace, Timing timing) {
        this.list = list;
        this.web = web;
        this.pace = pace;
        this.timing = timing;
    }

    /** Hosts that were asked just now, and want to be left alone for a while. */
    Set<String> closed(Instant now) {
        return hosts.entrySet().stream()
                .filter(h -> h.getValue().free.isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** When the next of them may be asked again. */
    Optional<Instant> nextOpening(Instant now) {
        return hosts.values().stream()
                .map(h -> h.free)
                .filter(o -> o.isAfter(now))
                .min(Instant::compareTo);
    }

    /** By a host's own word (429, 503) it is left alone until then, also by the next run. */
    void hold(URI at, Instant until) throws IOException {
        Host host = host(at);
        host.held = until.isAfter(host.held) ? until : host.held;
        list.hold(Watchlist.host(at.toString()), until);
    }

    private Host host(URI at) {
        return hosts.computeIfAbsent(Watchlist.host(at.toString()), name -> new Host());
    }

    @Override
    public Pass pass(URI at) throws InterruptedException {
        Host host = host(at);
        host.one.acquire();
        boolean passed = false;
        try {
            Pass pass = permission(host, at);
            passed = pass instanceof Pass.Go;
            return pass;
        } finally {
            if (!passed) {
                host.one.release();
            }
        }
    }

    private Pass permission(Host host, URI at) {
        Instant now = timing.now();
        if (host.held.isAfter(now)) {
            return new Pass.Later(host.held);
        }
        if (!host.rulesUntil.isAfter(now)) {
            host.rules = ask(at);
            host.rulesUntil = now.plus(host.rules instanceof Rules.Read ? ROBOTS_GOOD : pace.least());
            host.free = timing.now().plus(delay(host));
        }
        return switch (host.rules) {
            case Rules.Refused refused ->
                new Pass.No(refused.none().reason(), refused.none().message());
            case Rules.Missing missing ->
                new Pass.No(
                        Outcome.Reason.UNREACHABLE,
                        "robots.txt of " + at.getRawAuthority() + " cannot be had (" + missing.why()
                                + "), and tells what may be asked");
            case Rules.Read read ->
                read.rules().isAllowed(at.toString())
                        ? new Pass.Go(() -> {
                            host.free = timing.now().plus(delay(host));
                            host.one.release();
                        })
                        : new Pass.No(
                                Outcome.Reason.DISALLOWED,
                                "robots.txt of " + at.getRawAuthority() + " does not allow " + at.getRawPath());
        };
    }

    private Duration delay(Host host) {
        return host.rules instanceof Rules.Read read && read.rules().getCrawlDelay() != BaseRobotRules.UNSET_CRAWL_DELAY
                ? Duration.ofMillis(
                        Math.min(read.rules().getCrawlDelay(), pace.most().toMillis()))
                : pace.gap();
    }

    private Rules ask(URI at) {
        String robots = at.getScheme() + "://" + at.getRawAuthority() + "/robots.txt";
        return switch (web.get(robots, Map.of(), Gate.OPEN)) {
            case Answer.Later later -> throw new IllegalStateException("an open gate: " + later);
            case Answer.None none ->
                none.reason() == Outcome.Reason.UNREACHABLE
                        ? new Rules.Missing(none.message())
                        : new Rules.Refused(none);
            case Answer.Arrived arrived -> {
                int status = arrived.status();
                if (status == 200) {
                    byte[] body = Arrays.copyOf(arrived.body(), Math.min(arrived.body().length, ROBOTS_LONGEST));
                    yield new Rules.Read(new SimpleRobotRulesParser(pace.most().toMillis(), 0)
                            .parseContent(robots, body, "text/plain", NAME));
                }
                yield status / 100 == 5 || status == 429
                        ? new Rules.Missing("HTTP " + status)
                        : new Rules.Read(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL));
            }
        };
    }
}
