package org.sayso.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sayso.model.Outcome;
import org.sayso.store.Added;
import org.sayso.store.WatchedFeed;
import org.sayso.watch.Told;
import org.sayso.wording.Wording;

/** Counts what a watch tells, and says at once what its user should know at once. Thread-safe. */
final class WatchTally {
    private static final int SHOWN = 20;

    private final Terminal terminal;
    private final InstantSource clock;
    private final PacedLine line;
    private final int named;
    /** How many feeds each list names. */
    private final Map<String, Integer> followed = new HashMap<>();

    private final boolean live;
    private int polls;
    private int unchanged;
    private int added;
    private int newVersions;
    private int known;
    private int notEnglish;
    /** The last word on each feed that is not as it should be, and on each page that could not be had. */
    private final Map<String, String> troubled = new LinkedHashMap<>();

    private final Map<String, Outcome.LeftOut> leftOut = new LinkedHashMap<>();
    private int moved;
    private int ended;

    /** @param live whether troubles are told as they come, and not at the end alone */
    WatchTally(Terminal terminal, InstantSource clock, int feeds, boolean live) {
        this.live = live;
        this.terminal = terminal;
        this.clock = clock;
        this.line = new PacedLine(terminal);
        this.named = feeds;
    }

    synchronized void take(Told told) {
        switch (told) {
            case Told.Listed listed -> {
                polls++;
                troubled.remove(listed.feed());
                if (listed.cutOff()) {
                    troubled.put(
                            listed.feed(),
                            "broke off; the " + listed.entries() + " entries before the break were kept");
                    say(listed.feed());
                }
            }
            case Told.Followed list -> {
                polls++;
                troubled.remove(list.list());
                followed.put(list.list(), list.feeds());
                if (list.fresh() > 0 && live) {
                    message(list.list() + ": follows " + Wording.count(list.feeds(), "feed") + " listed there"
                            + (list.older() > 0 ? ", not " + list.older() + " that did not change of late" : ""));
                }
            }
            case Told.NoNews none -> polls++;
            case Told.Unchanged same -> {
                polls++;
                unchanged++;
                troubled.remove(same.feed());
            }
            case Told.Failed failed -> {
                polls++;
                troubled.put(failed.feed(), failed.why() + "; asked again " + in(failed.again()));
                say(failed.feed());
            }
            case Told.Moved to -> {
                moved++;
                message(to.feed() + ": has moved for good to " + to.to());
            }
            case Told.Ended gone -> {
                polls++;
                ended++;
                troubled.put(gone.feed(), gone.why() + "; asked no more");
                say(gone.feed());
            }
            case Told.Kept kept -> {
                leftOut.remove(kept.page());
                notEnglish += Tally.notEnglish(kept.reading()) ? 1 : 0;
                switch (kept.added()) {
                    case Added.New n -> added++;
                    case Added.NewVersion v -> newVersions++;
                    case Added.AlreadyKnown k -> known++;
                }
            }
            case Told.Known same -> {
                leftOut.remove(same.page());
                known++;
            }
            case Told.LeftOut left -> leftOut.put(left.outcome().docId(), left.outcome());
        }
        line.tell(() -> Wording.count(feeds(), "feed") + ", " + Wording.count(polls, "poll") + ": "
                + String.join(", ", articles()));
    }

    /** Feeds that ended before, and how long it is until the next is due where none was. */
    synchronized void standing(List<WatchedFeed> all) {
        all.forEach(f -> f.ended().ifPresent(why -> troubled.putIfAbsent(f.url(), why + "; asked no more")));
        if (polls == 0) {
            all.stream()
                    .filter(f -> f.ended().isEmpty())
                    .map(WatchedFeed::due)
                    .min(Instant::compareTo)
                    .ifPresent(next -> message("no feed is due yet; the next is " + in(next)));
        }
    }

    /** Those named, and those on the lists named. */
    private int feeds() {
        return named + followed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void say(String feed) {
        if (live) {
            message(feed + ": " + troubled.get(feed));
        }
    }

    private void message(String words) {
        line.clear();
        terminal.message(words);
    }

    private String in(Instant at) {
        long seconds = Math.round(Duration.between(clock.instant(), at).toMillis() / 1000.0);
        return seconds < 90
                ? "in " + Math.max(1, seconds) + " s"
                : seconds < 90 * 60
                        ? "in " + Math.round(seconds / 60.0) + " min"
                        : "in " + Math.round(seconds / 3600.0) + " h";
    }

    private List<String> articles() {
        List<String> parts = new ArrayList<>();
        parts.add(Wording.count(added, "new report"));
        if (newVersions > 0) {
            parts.add(Wording.count(newVersions, "new version"));
        }
        if (known > 0) {
            parts.add(known + " asked again and unchanged, or known");
        }
        if (notEnglish > 0) {
            parts.add(notEnglish + " kept but not read, being in another language than English");
        }
        if (!leftOut.isEmpty()) {
            parts.add(leftOut.size() + " left out ("
                    + reasons().entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        return parts;
    }

    private Map<String, Long> reasons() {
        return leftOut.values().stream()
                .collect(Collectors.groupingBy(l -> Wording.word(l.reason()), TreeMap::new, Collectors.counting()));
    }

    synchronized int exitCode() {
        return leftOut.isEmpty() && troubled.isEmpty() ? Main.DONE : Main.PARTLY;
    }

    synchronized ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("new", added).put("newVersions", newVersions).put("alreadyKnown", known);
        node.put("notEnglish", notEnglish);
        ObjectNode reasons = node.putObject("leftOut");
        reasons().forEach(reasons::put);
        node.putObject("feeds")
                .put("watched", feeds())
                .put("polls", polls)
                .put("unchanged", unchanged)
                .put("moved", moved)
                .put("ended", ended)
                .put("troubled", troubled.size());
        return node;
    }

    /** The summary, on the output stream. */
    synchronized void print() {
        line.clear();
        terminal.out()
                .println(String.join(" · ", articles()) + " · " + Wording.count(polls, "poll") + " of "
                        + Wording.count(feeds(), "feed")
                        + (unchanged > 0 ? ", " + unchanged + " of them unchanged" : ""));
    }

    /** What was left out and why, on the error stream: the first {@value #SHOWN} pages; the record holds them all. */
    synchronized void explain() {
        line.clear();
        troubled.forEach((feed, why) -> terminal.error(feed + ": " + why));
        leftOut.values().stream()
                .limit(SHOWN)
                .forEach(l ->
                        terminal.error(l.docId() + ": left out, " + Wording.word(l.reason()) + ": " + l.message()));
        if (leftOut.size() > SHOWN) {
            terminal.error("and " + (leftOut.size() - SHOWN) + " more; the record lists them all (table left_out)");
        }
    }
}
