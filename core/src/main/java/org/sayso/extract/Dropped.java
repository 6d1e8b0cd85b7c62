package org.sayso.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements of a page that are not looked into, and why, by their numbers. For one page, on one thread. */
final class Dropped {
    private final @Nullable Verdict[] verdicts;

    Dropped(Outline page) {
        verdicts = new Verdict[page.size()];
    }

    void put(int number, Verdict verdict) {
        verdicts[number] = verdict;
    }

    /** What was said first stays. */
    void putIfAbsent(int number, Verdict verdict) {
        if (verdicts[number] == null) {
            verdicts[number] = verdict;
        }
    }

    boolean has(int number) {
        return verdicts[number] != null;
    }

    Optional<Verdict> of(int number) {
        return Optional.ofNullable(verdicts[number]);
    }

    /** Whether a node is, or stands below, such an element. */
    boolean holds(Outline page, int number) {
        int n = number;
        while (n >= 0 && verdicts[n] == null) {
            n = page.parent(n);
        }
        return n >= 0;
    }
}
