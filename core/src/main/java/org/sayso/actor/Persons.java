package org.sayso.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.world.Fold;

/**
 * Tells which names of persons are one person's: "Dmitry Peskov" and "Peskov"; not "Donald Trump" and "Donald Trump Jr.".
 * Names of two words or more are settled first, wherever they stand, so that a headline's "Peskov" is known.
 */
final class Persons {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "junior", "senior");

    private Persons() {}

    /** A name taken apart once, for comparing it with many. */
    private record Parted(Named name, List<String> parts, String suffix) {
        static Parted of(Named name) {
            return new Parted(name, Persons.parts(name), Persons.suffix(name));
        }
    }

    /** Groups of places in the list, each one person; in order of first mention. */
    static List<List<Integer>> group(List<Named> names, List<Gender> genders) {
        List<Parted> parted = names.stream().map(Parted::of).toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (parted.get(i).parts().size() > 1) {
                place(i, parted, genders, groups);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (parted.get(i).parts().size() == 1) {
                place(i, parted, genders, groups);
            }
        }
        groups.forEach(g -> g.sort(null));
        groups.sort((a, b) -> Integer.compare(a.getFirst(), b.getFirst()));
        return groups;
    }

    private static void place(int i, List<Parted> names, List<Gender> genders, List<List<Integer>> groups) {
        List<Integer> best = List.of();
        int bestScore = 0;
        for (List<Integer> group : groups) {
            int score = group.stream()
                    .mapToInt(k -> genders.get(k).agrees(genders.get(i)) ? same(names.get(k), names.get(i)) : 0)
                    .max()
                    .orElse(0);
            boolean clash = group.stream().anyMatch(k -> differ(names.get(k), names.get(i)));
            // between namesakes the one the files know, then the one named more, then the one named last before this
            // place
            boolean nearer = score == bestScore && score > 0 && weight(group, i, names) > weight(best, i, names);
            if (!clash && (score > bestScore || nearer)) {
                best = group;
                bestScore = score;
            }
        }
        if (bestScore == 0) {
            groups.add(new ArrayList<>(List.of(i)));
        } else {
            best.add(i);
        }
    }

    private static int weight(List<Integer> group, int i, List<Parted> names) {
        boolean known = group.stream().anyMatch(k -> names.get(k).name().known().isPresent());
        long before = group.stream().filter(k -> k < i).count();
        return (known ? 1_000_000 : 0) + (int) Math.min(before, 90) * 10_000 + Math.min(before(group, i), 9_999);
    }

    private static int before(List<Integer> group, int i) {
        return group.stream().filter(k -> k < i).max(Integer::compare).orElse(-1);
    }

    /** 0 where they are not one person; the more, the surer. */
    static int same(Named a, Named b) {
        return same(Parted.of(a), Parted.of(b));
    }

    private static int same(Parted a, Parted b) {
        List<String> x = a.parts();
        List<String> y = b.parts();
        boolean sameSuffix = a.suffix().equals(b.suffix());
        if (sameSuffix && x.equals(y)) {
            return 9;
        }
        Named one = a.name();
        Named other = b.name();
        boolean father = x.size() != y.size()
                && !sameSuffix
                && one.known().isPresent()
                && other.known().isPresent()
                && !one.known().equals(other.known());
        if (father) {
            return 0;
        }
        List<String> shorter = x.size() <= y.size() ? x : y;
        List<String> longer = x.size() <= y.size() ? y : x;
        if (one.known().isPresent() && one.known().equals(other.known())) {
            return 8;
        }
        boolean oneIsOfFiles = one.known().isPresent() != other.known().isPresent();
        if (longer.subList(longer.size() - shorter.size(), longer.size()).equals(shorter)) {
            return (sameSuffix ? 6 : 2) - (oneIsOfFiles && shorter.size() > 1 ? 1 : 0);
        }
        if (shorter.size() > 1) {
            return shorter.getLast().equals(longer.getLast()) && firstAgree(shorter.getFirst(), longer.getFirst())
                    ? 5
                    : 0;
        }
        return longer.getFirst().equals(shorter.getFirst()) ? 1 : 0;
    }

    /** Whether two full names, though alike, are of two persons. */
    private static boolean differ(Parted a, Parted b) {
        if (a.parts().size() < 2 || b.parts().size() < 2) {
            return false;
        }
        return same(a, b) == 0 || (!a.suffix().equals(b.suffix()) && same(a, b) < 8);
    }

    private static boolean firstAgree(String a, String b) {
        return a.equals(b) || ((a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0));
    }

    static List<String> parts(Named name) {
        return parts(name.text());
    }

    private static List<String> parts(String name) {
        List<String> parts =
                new ArrayList<>(Arrays.asList(Fold.of(name).replace(",", "").split(" ")));
        if (parts.size() > 1 && SUFFIXES.contains(parts.getLast())) {
            parts.removeLast();
        }
        return parts;
    }

    /** The last word of a full name, suffixes aside. */
    static Optional<String> surname(Referent r) {
        List<String> parts = parts(r.name);
        return parts.size() > 1 ? Optional.of(parts.getLast()) : Optional.empty();
    }

    private static String suffix(Named name) {
        String[] parts = Fold.of(name.text()).replace(",", "").split(" ");
        String last = parts[parts.length - 1];
        return parts.length > 1 && SUFFIXES.contains(last) ? last : "";
    }
}
