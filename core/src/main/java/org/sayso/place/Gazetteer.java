package org.sayso.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sayso.table.Table;
import org.sayso.world.Countries;
import org.sayso.world.Country;
import org.sayso.world.Fold;

/**
 * Countries, our own places and GeoNames rows under one roof. Own places come first: a row of GeoNames that is the same
 * place (same kind, same country, close by) only lends its id. Immutable and thread-safe.
 */
final class Gazetteer {
    /** From how far apart two entries of one name and country may be one place: kilometres for towns, for areas. */
    private static final double SAME_TOWN = 30;

    private static final double SAME_AREA = 400;

    /** Share of its weight that a place keeps under an alternate name. */
    private static final double ALTERNATE_SHARE = 0.3;

    private final Countries countries;
    private final GazetteerFile file;
    private final Map<String, List<Entry>> own = new HashMap<>();
    private final Map<String, List<Entry>> abbreviations = new HashMap<>();
    private final Map<String, List<Entry>> peoples = new HashMap<>();

    private Gazetteer(Countries countries, GazetteerFile file) {
        this.countries = countries;
        this.file = file;
        int key = file.size();
        for (Country c : countries.all()) {
            Entry entry = country(c, key++);
            own.computeIfAbsent(Fold.of(c.name()), k -> new ArrayList<>()).add(entry);
            c.aliases().stream()
                    .map(Fold::of)
                    .distinct()
                    .forEach(a -> own.computeIfAbsent(a, k -> new ArrayList<>()).add(entry));
        }
        for (List<String> row : Table.rows(Gazetteer.class, "places.tsv", 9)) {
            add(row, key++);
        }
    }

    static Gazetteer load(Countries countries) {
        return new Gazetteer(countries, GazetteerFile.load(countries));
    }

    private static Entry country(Country c, int key) {
        return new Entry(
                key,
                c.name(),
                Feature.COUNTRY,
                Optional.of(c.alpha3()),
                Optional.empty(),
                Optional.empty(),
                c.lat(),
                c.lon(),
                50_000_000,
                Optional.of(c.geonames()));
    }

    private void add(List<String> row, int key) {
        Entry entry = new Entry(
                key,
                row.get(0).replaceFirst(" \\(.*\\)$", ""),
                Feature.of(row.get(2).charAt(0)),
                text(row.get(3)),
                text(row.get(4)),
                Optional.empty(),
                Double.parseDouble(row.get(5)),
                Double.parseDouble(row.get(6)),
                Long.parseLong(row.get(7)),
                text(row.get(8)).map(Long::valueOf));
        List<String> names = new ArrayList<>(List.of(entry.name()));
        names.addAll(Table.list(row.get(1)));
        for (String name : names) {
            switch (name.charAt(0)) {
                case '~' -> add(abbreviations, name.substring(1), entry);
                case '@' -> add(peoples, name.substring(1), entry);
                default -> add(own, name, entry);
            }
        }
    }

    private static void add(Map<String, List<Entry>> names, String name, Entry entry) {
        List<Entry> bearers = names.computeIfAbsent(Fold.of(name), k -> new ArrayList<>());
        if (!bearers.contains(entry)) {
            bearers.add(entry);
        }
    }

    private static Optional<String> text(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    Countries countries() {
        return countries;
    }

    /** The entry of a country. */
    Optional<Entry> country(String alpha3) {
        return countries
                .code(alpha3)
                .flatMap(c -> own.getOrDefault(Fold.of(c.name()), List.of()).stream()
                        .filter(e ->
                                e.feature() == Feature.COUNTRY && e.country().equals(Optional.of(alpha3)))
                        .findFirst());
    }

    /** States that an abbreviation means ("TX", "Mass."). */
    List<Entry> abbreviated(String name) {
        return abbreviations.getOrDefault(Fold.of(name), List.of());
    }

    /** The country or region whose people or things are called so ("Turkish", "European"). */
    List<Entry> peopled(String name) {
        Optional<Entry> country = countries.peopled(name).flatMap(c -> country(c.alpha3()));
        return country.map(List::of).orElseGet(() -> peoples.getOrDefault(Fold.of(name), List.of()));
    }

    /** Whether a name is a country's or stands in our own list. */
    boolean isOwn(String name) {
        return own.containsKey(Fold.of(name));
    }

    /** All entries that bear a name, the weightiest first. */
    List<Entry> named(String name) {
        String folded = Fold.of(name);
        Map<Integer, Entry> found = new LinkedHashMap<>();
        List<Entry> mine = own.getOrDefault(folded, List.of());
        List<Entry> rows = rows(folded);
        mine.stream()
                .filter(e -> e.feature() == Feature.COUNTRY)
                .forEach(c -> rows.removeIf(r -> isOvershadowed(r, c)));
        for (Entry e : mine) {
            Entry same = rows.stream().filter(r -> isSame(e, r)).findFirst().orElse(e);
            found.put(e.key(), merged(e, same));
        }
        for (Entry r : rows) {
            if (mine.stream().noneMatch(e -> isSame(e, r))) {
                found.put(r.key(), r);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingLong(Entry::weight).reversed().thenComparingInt(Entry::key))
                .toList();
    }

    /** "Mexico" means neither the state of that name nor the capital, which bears it among its alternate names. */
    private static boolean isOvershadowed(Entry row, Entry country) {
        return row.country().equals(country.country())
                && (!Fold.of(row.name()).equals(Fold.of(country.name()))
                        || !row.feature().isTown());
    }

    private List<Entry> rows(String folded) {
        List<Entry> rows = new ArrayList<>();
        for (int p : file.bearing(folded)) {
            Entry e = file.entry(p & ~GazetteerFile.ALTERNATE);
            boolean alternate = p < 0 && e.feature() != Feature.ADMIN1 && e.feature() != Feature.ADMIN2;
            rows.add(alternate ? withWeight(e, (long) (e.weight() * ALTERNATE_SHARE)) : e);
        }
        return rows;
    }

    private static boolean isSame(Entry own, Entry row) {
        if (!own.country().equals(row.country())) {
            return false;
        }
        double km = own.km(row);
        return own.feature().isTown() == row.feature().isTown()
                        && km < (own.feature().isTown() ? SAME_TOWN : SAME_AREA)
                || own.feature() == row.feature() && km < SAME_AREA;
    }

    private static Entry merged(Entry own, Entry row) {
        return new Entry(
                own.key(),
                own.name(),
                own.feature(),
                own.country(),
                own.admin1().isPresent() ? own.admin1() : row.admin1(),
                own.admin2().isPresent() ? own.admin2() : row.admin2(),
                own.lat(),
                own.lon(),
                Math.max(own.weight(), row.weight()),
                own.geonames().isPresent() || !own.feature().isTown() ? own.geonames() : row.geonames());
    }

    private static Entry withWeight(Entry e, long weight) {
        return new Entry(
                e.key(),
                e.name(),
                e.feature(),
                e.country(),
                e.admin1(),
                e.admin2(),
                e.lat(),
                e.lon(),
                weight,
                e.geonames());
    }
}
