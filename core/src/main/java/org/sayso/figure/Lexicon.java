package org.sayso.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Figure.Measure;
import org.sayso.pattern.Grammar;
import org.sayso.pattern.Word;
import org.sayso.table.Table;

/** The words of figures, from the tables beside this class. Immutable. */
final class Lexicon implements Grammar.Classifier {
    static final String PERCENT = "percent";

    private static final BigDecimal SMALL = BigDecimal.valueOf(20);

    /** What a word before or after a number does to it. */
    enum Effect {
        LOW,
        HIGH,
        NEAR,
        SAME
    }

    /**
     * Where what is counted stands: as object of the verb (PERSON and CRAFT: only of that kind), as its subject, anywhere,
     * after "of" only; WEAK only where nothing else tells.
     */
    enum Role {
        OBJECT,
        PERSON,
        CRAFT,
        SUBJECT,
        ANY,
        OF,
        WEAK
    }

    /** What kind of thing a noun names. UNKNOWN: no table has it; PAGE is no part of the report. */
    enum Kind {
        UNKNOWN,
        PERSON,
        FLYING,
        CRAFT,
        THING,
        PAGE
    }

    record Cue(Role role, Measure measure) {}

    record Unit(String name, Kind kind) {}

    private final Map<String, List<String>> classes = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Effect> before = effects("bounds.tsv");
    private final Map<String, Effect> after = effects("bounds_after.tsv");
    private final Map<String, List<Cue>> cues = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Set<String>> tolls = new HashMap<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        for (List<String> row : Table.rows(Lexicon.class, "words.tsv", 3)) {
            lexicon.classes.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(row.get(1));
            lexicon.values.put(row.get(1) + " " + row.get(0), row.get(2));
        }
        for (List<String> row : Table.rows(Lexicon.class, "cues.tsv", 5)) {
            Cue cue = new Cue(Role.valueOf(row.get(2)), Measure.valueOf(row.get(3)));
            lexicon.cues
                    .computeIfAbsent(row.get(1) + " " + row.get(0), k -> new ArrayList<>())
                    .add(cue);
        }
        for (List<String> row : Table.rows(Lexicon.class, "units.tsv", 3)) {
            lexicon.units.putIfAbsent(row.get(0), new Unit(row.get(1), Kind.valueOf(row.get(2))));
        }
        for (List<String> row : Table.rows(Lexicon.class, "tolls.tsv", 3)) {
            lexicon.tolls.computeIfAbsent(row.get(1), k -> new HashSet<>()).add(row.get(0));
        }
        return lexicon;
    }

    private static Map<String, Effect> effects(String table) {
        Map<String, Effect> all = new HashMap<>();
        for (List<String> row : Table.rows(Lexicon.class, table, 3)) {
            all.put(row.get(0), Effect.valueOf(row.get(1)));
        }
        return Map.copyOf(all);
    }

    Map<String, List<String>> classes() {
        return classes;
    }

    /** What a word of a class is worth; empty for none. */
    String value(String wordClass, String key) {
        return values.getOrDefault(wordClass + " " + key, "");
    }

    Optional<Effect> effectBefore(String words) {
        return Optional.ofNullable(before.get(words));
    }

    Optional<Effect> effectAfter(String words) {
        return Optional.ofNullable(after.get(words));
    }

    /** @param kind VERB, ADJ, NOUN, COMPLEMENT ("took 12 people hostage") or STATE ("in custody") */
    List<Cue> cues(String kind, String lemma) {
        return cues.getOrDefault(kind + " " + lemma.toLowerCase(Locale.ROOT), List.of());
    }

    Optional<Unit> unit(String lemma) {
        return Optional.ofNullable(units.get(lemma.toLowerCase(Locale.ROOT)));
    }

    /** The unit of a noun for a person, not one for what is done to people ("death") or left of them ("body"). */
    Optional<Unit> person(String lemma) {
        return unit(lemma)
                .filter(u -> u.kind() == Kind.PERSON)
                .filter(u -> cues("NOUN", lemma).stream().noneMatch(c -> c.role() == Role.ANY));
    }

    /** Whether a plural name looks like that of a people. */
    boolean isDemonym(String form) {
        return classes.entrySet().stream()
                .anyMatch(e -> e.getValue().contains("DEMONYM")
                        && form.length() > e.getKey().length() + 1
                        && form.endsWith(e.getKey()));
    }

    /** Whether words begin with "along with" or the like. */
    boolean isCompany(String words) {
        return tolls.getOrDefault("WITH", Set.of()).stream()
                .anyMatch(w -> words.equals(w) || words.startsWith(w + " "));
    }

    /** Whether a word is the last of a street's name. */
    boolean isStreet(String form) {
        return Character.isUpperCase(form.charAt(0))
                && tolls.getOrDefault("STREET", Set.of()).contains(form.toLowerCase(Locale.ROOT));
    }

    /** @param kind TOLL, COUNT or RISE */
    boolean isToll(String kind, String lemma) {
        return tolls.getOrDefault(kind, Set.of()).contains(lemma.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<String> classesOf(Word word) {
        return switch (word.kind()) {
            case NUMBER, SPELLED ->
                word.number().orElseThrow().compareTo(SMALL) <= 0 ? List.of("NUM", "SMALL") : List.of("NUM");
            case CLOCK -> List.of("CLOCK");
            case LETTERS, ORDINAL, DECADE, SHORT_YEAR, DATE, FRACTION, MARK, BREAK -> List.of();
        };
    }
}
