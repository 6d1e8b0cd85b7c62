package org.sayso.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sayso.table.Table;

/**
 * All countries, found by code, name, demonym or capital, whatever case or accents they are written with. Immutable and
 * thread-safe.
 */
public final class Countries {
    private final List<Country> all;
    private final Map<String, Country> byCode = new HashMap<>();
    private final Map<String, Country> byName = new HashMap<>();
    private final Map<String, Country> byDemonym = new HashMap<>();
    private final Map<String, Country> byCapital = new HashMap<>();

    private Countries(List<Country> all) {
        this.all = List.copyOf(all);
        for (Country c : all) {
            byCode.put(c.alpha3(), c);
            byCode.put(c.alpha2(), c);
            byName.put(Fold.of(c.name()), c);
            c.aliases().forEach(a -> byName.put(Fold.of(a), c));
            c.capitals().forEach(a -> byCapital.put(Fold.of(a), c));
            for (String demonym : c.demonyms()) {
                String key = Fold.of(demonym);
                byDemonym.putIfAbsent(key, c);
                byDemonym.putIfAbsent(plural(key), c);
            }
        }
    }

    /** Reads the table that ships with this package. */
    public static Countries load() {
        List<Country> all = new ArrayList<>();
        for (List<String> r : Table.rows(Countries.class, "countries.tsv", 10)) {
            all.add(new Country(
                    r.get(0),
                    r.get(1),
                    Long.parseLong(r.get(2)),
                    Double.parseDouble(r.get(3)),
                    Double.parseDouble(r.get(4)),
                    r.get(5),
                    Table.list(r.get(6)),
                    Table.list(r.get(7)),
                    Table.list(r.get(8)),
                    Table.list(r.get(9))));
        }
        return new Countries(all);
    }

    public List<Country> all() {
        return all;
    }

    /** By ISO code of two or three letters. */
    public Optional<Country> code(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** By name or alias ("the U.K.", "Burma"). */
    public Optional<Country> named(String name) {
        return Optional.ofNullable(byName.get(Fold.of(name)));
    }

    /** By the word for its people, in the singular or plural ("Turkish", "Turks"). */
    public Optional<Country> peopled(String demonym) {
        return Optional.ofNullable(byDemonym.get(Fold.of(demonym)));
    }

    /** By capital ("Kiev"). */
    public Optional<Country> governedFrom(String capital) {
        return Optional.ofNullable(byCapital.get(Fold.of(capital)));
    }

    /** All that these find by: names, words for peoples, capitals, each folded. */
    public Set<String> keys() {
        Set<String> keys = new HashSet<>(byName.keySet());
        keys.addAll(byDemonym.keySet());
        keys.addAll(byCapital.keySet());
        return keys;
    }

    private static String plural(String word) {
        if (word.endsWith("man")) {
            return word.substring(0, word.length() - 3) + "men";
        }
        return word.endsWith("s") || word.endsWith("sh") || word.endsWith("ese") ? word : word + "s";
    }
}
