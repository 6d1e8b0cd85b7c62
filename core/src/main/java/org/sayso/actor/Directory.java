package org.sayso.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Entity;
import org.sayso.table.Table;
import org.sayso.world.Fold;

/** The people and bodies that the files know, by name. Immutable and thread-safe. */
final class Directory {
    /** How an office ends that heads the body before it. */
    private static final List<String> HEADING = List.of(
            " director-general",
            " secretary-general",
            " chief",
            " head",
            " president",
            " high commissioner",
            " chairman");

    private final Map<String, Known> bodies = new HashMap<>();
    /** Bodies that share a name with others, as "National Liberation Army (Colombia)", by the name alone. */
    private final Map<String, List<Known>> namesakes = new HashMap<>();

    private final Map<String, Known> people = new HashMap<>();
    private final List<Known> holders = new ArrayList<>();

    private final Map<String, List<Change>> changes = new HashMap<>();

    /** A body's sector from a day on. */
    private record Change(LocalDate from, String sector) {}

    private Directory() {}

    /** Reads {@code people.tsv}, {@code bodies.tsv} and {@code changes.tsv}. */
    static Directory load() {
        Directory directory = new Directory();
        directory.readBodies();
        directory.readPeople();
        for (List<String> r : Table.rows(Directory.class, "changes.tsv", 4)) {
            if (directory.body(r.get(0)).isEmpty()) {
                throw new IllegalStateException("changes.tsv names " + r.get(0) + ", which bodies.tsv does not");
            }
            directory
                    .changes
                    .computeIfAbsent(r.get(0), k -> new ArrayList<>())
                    .add(new Change(LocalDate.parse(r.get(1)), r.get(2)));
        }
        return directory;
    }

    /** A body's sector on a day; the one that it has now where the day is not known. */
    Optional<String> sector(Known body, Optional<LocalDate> day) {
        return changes.getOrDefault(body.name(), List.of()).stream()
                .filter(c -> day.isEmpty() || !day.get().isBefore(c.from()))
                .map(Change::sector)
                .reduce((first, second) -> second)
                .or(body::sector);
    }

    Optional<Known> body(String name) {
        Known known = bodies.get(Fold.of(name));
        return Optional.ofNullable(known);
    }

    /** The one body of a name that others may have that is of one of these countries. */
    Optional<Known> namesake(String name, Set<String> countries) {
        List<Known> found = namesakes.getOrDefault(Fold.of(name), List.of()).stream()
                .filter(k -> k.country().filter(countries::contains).isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** By full name, or by the short name that means nobody else ("Putin"). */
    Optional<Known> person(String name) {
        return Optional.ofNullable(people.get(Fold.of(name)));
    }

    /** The names of all, folded. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>(bodies.keySet());
        keys.addAll(people.keySet());
        return keys;
    }

    /** Who held an office of a country on a day. */
    Optional<Known> holder(String role, String country, LocalDate day) {
        List<Known> found = holders.stream()
                .filter(p -> p.country().filter(country::equals).isPresent())
                .filter(p -> p.offices().stream()
                        .anyMatch(o ->
                                o.holds(day) && o.from().isPresent() && o.role().equals(role)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Who headed a body on a day: the holder of "WHO director-general". */
    Optional<Known> head(Known body, LocalDate day) {
        List<Known> found = holders.stream()
                .filter(p -> p.offices().stream()
                        .filter(o -> o.holds(day) && o.from().isPresent())
                        .anyMatch(o -> HEADING.stream()
                                .filter(o.role()::endsWith)
                                .map(title -> o.role().substring(0, o.role().length() - title.length()))
                                .anyMatch(of -> body(of).filter(body::equals).isPresent())))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void readBodies() {
        for (List<String> r : Table.rows(Directory.class, "bodies.tsv", 7)) {
            Known known = new Known(
                    r.get(0),
                    Entity.Kind.valueOf(r.get(2).toUpperCase(Locale.ROOT)),
                    Gender.UNKNOWN,
                    given(r.get(3)),
                    given(r.get(4)),
                    given(r.get(5)),
                    Set.copyOf(Table.list(r.get(6))),
                    List.of());
            bodies.put(Fold.of(r.get(0)), known);
            int apart = r.get(0).indexOf(" (");
            if (apart > 0) {
                namesakes
                        .computeIfAbsent(Fold.of(r.get(0).substring(0, apart)), k -> new ArrayList<>())
                        .add(known);
            }
            Table.list(r.get(1)).forEach(a -> bodies.put(Fold.of(a), known));
        }
    }

    private void readPeople() {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (List<String> r : Table.rows(Directory.class, "people.tsv", 9)) {
            rows.computeIfAbsent(r.get(0), k -> new ArrayList<>()).add(r);
        }
        rows.forEach((name, offices) -> {
            List<String> first = offices.getFirst();
            Known known = new Known(
                    name,
                    Entity.Kind.PERSON,
                    Gender.of(first.get(2)),
                    given(first.get(3)),
                    Optional.empty(),
                    given(first.get(8)),
                    Set.of(),
                    offices.stream().map(Directory::office).toList());
            holders.add(known);
            people.put(Fold.of(name), known);
            Table.list(first.get(1)).forEach(a -> people.put(Fold.of(a), known));
        });
    }

    private static Known.Office office(List<String> row) {
        return new Known.Office(row.get(4), row.get(5), day(row.get(6)), day(row.get(7)));
    }

    private static Optional<LocalDate> day(String cell) {
        return given(cell).map(c -> LocalDate.parse(c.length() == 4 ? c + "-01-01" : c.length() == 7 ? c + "-01" : c));
    }

    private static Optional<String> given(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }
}
