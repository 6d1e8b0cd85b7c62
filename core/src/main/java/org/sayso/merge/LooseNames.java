package org.sayso.merge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.Entity;
import org.sayso.model.Reading;

/**
 * Gives bodies that one report names loosely to the party that others name in full: "the health ministry in Gaza" is the
 * "Gaza Health Ministry", "Gaza officials" are of its side. Used while {@link Names} are made.
 */
final class LooseNames {
    private static final Pattern HOLDERS = Pattern.compile(
            "(?:the )?(\\p{Lu}\\p{L}+) (?:health |security |local |senior )?(?:officials|authorities|government)");
    /** "Islamic State fighters" act for the Islamic State. */
    private static final Pattern MEMBERS = Pattern.compile(
            "^(?:[Tt]he )?(\\p{Lu}.*?)(?: group)? (?:fighters|militants|gunmen|rebels|insurgents|jihadists|soldiers|troops|forces|members|officials)$");

    private static final Set<String> SMALL = Set.of("the", "in", "of", "for", "s", "run");

    private final List<Reading> readings;
    private final Map<String, Party> parties;
    private final Map<String, Party> known;
    private final Map<String, Party> byWords = new TreeMap<>();
    private final Map<String, String> sideOfFirstWord = new TreeMap<>();

    LooseNames(List<Reading> readings, Map<String, Party> parties, Map<String, Party> byName) {
        this.readings = readings;
        this.parties = parties;
        this.known = byName;
        byName.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Party::key))
                .filter(p -> p.side().isPresent() && p.name().contains(" "))
                .forEach(p -> {
                    byWords.putIfAbsent(words(p.name()), p);
                    sideOfFirstWord.putIfAbsent(
                            p.name().substring(0, p.name().indexOf(' ')),
                            p.side().get());
                });
    }

    void settle() {
        for (Reading r : readings) {
            for (Entity e : r.entities()) {
                String id = r.article().docId() + "#" + e.id();
                Optional<Party> now = Optional.ofNullable(parties.get(id))
                        .filter(p -> p.side().isEmpty());
                now.flatMap(p -> better(r, e, p)).ifPresent(p -> parties.put(id, p));
            }
        }
    }

    private Optional<Party> better(Reading r, Entity e, Party now) {
        if (e.kind() == Entity.Kind.UNNAMED) {
            Optional<Party> body = MEMBERS.matcher(now.name())
                    .results()
                    .map(m -> known.get(Names.folded(m.group(1).replaceAll(" ?\\([^)]*\\)", ""))))
                    .flatMap(p -> Optional.ofNullable(p).stream())
                    .filter(p -> p.key().startsWith("body:"))
                    .findFirst();
            if (body.isPresent()) {
                return body;
            }
        }
        if (e.kind() == Entity.Kind.ORGANIZATION) {
            return e.mentions().stream()
                    .map(m -> byWords.get(words(m.of(r.article().text()))))
                    .flatMap(p -> Optional.ofNullable(p).stream())
                    .findFirst()
                    .or(() -> onlyOne(now));
        }
        Matcher holders = HOLDERS.matcher(now.name());
        return holders.matches()
                ? Optional.ofNullable(sideOfFirstWord.get(holders.group(1)))
                        .map(side -> new Party(now.key(), now.name(), Optional.of(side), now.kind()))
                : Optional.empty();
    }

    /** "The health ministry" where the story knows one health ministry by its full name. */
    private Optional<Party> onlyOne(Party now) {
        String ending = " " + Names.folded(now.name());
        List<Party> full = byWords.values().stream()
                .filter(p -> Names.folded(p.name()).endsWith(ending))
                .distinct()
                .toList();
        return full.size() == 1 ? Optional.of(full.getFirst()) : Optional.empty();
    }

    private static String words(String name) {
        return Arrays.stream(Names.folded(name).split(" ", -1))
                .filter(w -> !SMALL.contains(w))
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}
