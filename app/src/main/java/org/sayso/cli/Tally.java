package org.sayso.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sayso.model.Outcome;
import org.sayso.model.Problem;
import org.sayso.model.Reading;
import org.sayso.store.Added;
import org.sayso.store.RecordStore;
import org.sayso.wording.Wording;

/** Puts outcomes into a record and counts what became of them: nothing that came in goes untold. */
final class Tally {
    private static final int SHOWN = 20;

    private final RecordStore store;
    private int added;
    private int newVersions;
    private int known;
    private int unread;
    private int leftOut;
    private final Map<String, Integer> reasons = new TreeMap<>();
    /** The first of what was left out; there may be millions. */
    private final List<Outcome.LeftOut> first = new ArrayList<>();

    Tally(RecordStore store) {
        this.store = store;
    }

    void take(Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.LeftOut left -> {
                store.leaveOut(left);
                leftOut++;
                reasons.merge(Wording.word(left.reason()), 1, Integer::sum);
                if (first.size() < SHOWN) {
                    first.add(left);
                }
            }
            case Outcome.Read read -> {
                if (notEnglish(read.reading())) {
                    unread++;
                }
                switch (store.add(read.reading())) {
                    case Added.New n -> added++;
                    case Added.NewVersion v -> newVersions++;
                    case Added.AlreadyKnown k -> known++;
                }
            }
        }
    }

    static boolean notEnglish(Reading reading) {
        return reading.problems().stream().anyMatch(p -> p.code() == Problem.Code.NOT_ENGLISH);
    }

    int total() {
        return added + newVersions + known + leftOut;
    }

    int exitCode() {
        return total() == 0 ? Main.NOTHING : leftOut == 0 ? Main.DONE : Main.PARTLY;
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("new", added).put("newVersions", newVersions).put("alreadyKnown", known);
        node.put("notEnglish", unread);
        ObjectNode counts = node.putObject("leftOut");
        reasons.forEach(counts::put);
        return node;
    }

    void print(Terminal terminal) {
        List<String> parts = new ArrayList<>();
        parts.add(Wording.count(added, "new report"));
        if (newVersions > 0) {
            parts.add(Wording.count(newVersions, "new version"));
        }
        if (known > 0) {
            parts.add(known + " known already");
        }
        if (unread > 0) {
            parts.add(unread + " kept but not read, being in another language than English");
        }
        if (leftOut > 0) {
            parts.add(leftOut + " left out ("
                    + reasons.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        terminal.out().println(String.join(" · ", parts));
    }

    /** What was left out and why, on the error stream: the first {@value #SHOWN}; the record holds them all. */
    void explain(Terminal terminal) {
        if (total() == 0) {
            terminal.error("there is no document in what was named");
        }
        first.forEach(l -> terminal.error(l.docId() + ": left out, " + Wording.word(l.reason()) + ": " + l.message()));
        if (leftOut > SHOWN) {
            terminal.error("and " + (leftOut - SHOWN) + " more; the record lists them all (table left_out)");
        }
    }
}
