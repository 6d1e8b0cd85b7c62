package org.sayso.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** A compiled pattern: tries all ways and keeps the longest, of equally long ones the first. */
sealed interface Pattern {
    /** Calls back with the place after every way to match from here. */
    void match(Trial trial, int at, IntConsumer next);

    /** Classes that a match can begin with. */
    BitSet first();

    boolean canBeEmpty();

    /** What was found: the place after it, and the named runs in it. */
    record Run(int end, Map<String, int[]> captures) {}

    /** Names caught so far on the way that is being tried, as a stack. */
    final class Trial {
        final List<BitSet> classes;
        private final List<String> names = new ArrayList<>();
        private final List<int[]> ranges = new ArrayList<>();

        Trial(List<BitSet> classes) {
            this.classes = classes;
        }

        void push(String name, int from, int to) {
            names.add(name);
            ranges.add(new int[] {from, to});
        }

        void pop() {
            names.removeLast();
            ranges.removeLast();
        }

        Map<String, int[]> captures() {
            Map<String, int[]> all = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                all.put(names.get(i), ranges.get(i));
            }
            return all;
        }
    }

    default Run longest(List<BitSet> classes, int from) {
        Trial trial = new Trial(classes);
        Run[] best = {new Run(from, Map.of())};
        match(trial, from, end -> {
            if (end > best[0].end()) {
                best[0] = new Run(end, trial.captures());
            }
        });
        return best[0];
    }

    record Atom(int id) implements Pattern {
        @Override
        public void match(Trial trial, int at, IntConsumer next) {
            if (at < trial.classes.size() && trial.classes.get(at).get(id)) {
                next.accept(at + 1);
            }
        }

        @Override
        public BitSet first() {
            BitSet one = new BitSet();
            one.set(id);
            return one;
        }

        @Override
        public boolean canBeEmpty() {
            return false;
        }
    }

    record Row(List<Pattern> parts) implements Pattern {
        @Override
        public void match(Trial trial, int at, IntConsumer next) {
            from(0, trial, at, next);
        }

        private void from(int part, Trial trial, int at, IntConsumer next) {
            if (part == parts.size()) {
                next.accept(at);
            } else {
                parts.get(part).match(trial, at, end -> from(part + 1, trial, end, next));
            }
        }

        @Override
        public BitSet first() {
            BitSet all = new BitSet();
            for (Pattern part : parts) {
                all.or(part.first());
                if (!part.canBeEmpty()) {
                    break;
                }
            }
            return all;
        }

        @Override
        public boolean canBeEmpty() {
            return parts.stream().allMatch(Pattern::canBeEmpty);
        }
    }

    record Choice(List<Pattern> ways) implements Pattern {
        @Override
        public void match(Trial trial, int at, IntConsumer next) {
            ways.forEach(way -> way.match(trial, at, next));
        }

        @Override
        public BitSet first() {
            BitSet all = new BitSet();
            ways.forEach(way -> all.or(way.first()));
            return all;
        }

        @Override
        public boolean canBeEmpty() {
            return ways.stream().anyMatch(Pattern::canBeEmpty);
        }
    }

    record Repeat(Pattern part, boolean optional, boolean many) implements Pattern {
        @Override
        public void match(Trial trial, int at, IntConsumer next) {
            part.match(trial, at, end -> {
                if (many && end > at) {
                    new Repeat(part, true, true).match(trial, end, next);
                } else {
                    next.accept(end);
                }
            });
            if (optional) {
                next.accept(at);
            }
        }

        @Override
        public BitSet first() {
            return part.first();
        }

        @Override
        public boolean canBeEmpty() {
            return optional || part.canBeEmpty();
        }
    }

    record Named(String name, Pattern part) implements Pattern {
        @Override
        public void match(Trial trial, int at, IntConsumer next) {
            part.match(trial, at, end -> {
                trial.push(name, at, end);
                next.accept(end);
                trial.pop();
            });
        }

        @Override
        public BitSet first() {
            return part.first();
        }

        @Override
        public boolean canBeEmpty() {
            return part.canBeEmpty();
        }
    }
}
