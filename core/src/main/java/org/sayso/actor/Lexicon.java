package org.sayso.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.table.Table;
import org.sayso.world.Fold;

/** The words for people, bodies and documents, and what each tells. Immutable and thread-safe. */
final class Lexicon {
    private static final Noun AGED = new Noun("year-old", Sense.PERSON, Optional.empty(), Gender.UNKNOWN, true, false);

    private static final Set<String> OLD = Set.of("old", "olds");
    private static final Pattern YEAR_OLD = Pattern.compile("\\d+-year-olds?");

    private final Map<String, Noun> nouns = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, Gender> givenNames = new HashMap<>();
    private final Map<String, List<Institution>> institutions = new HashMap<>();

    /**
     * A noun that means somebody.
     *
     * @param general whether it can take up anybody of its class ("the man", "the group")
     * @param borrows whether whom one works for says the sector ("Hamas spokesman")
     */
    record Noun(String lemma, Sense kind, Optional<String> sector, Gender gender, boolean general, boolean borrows) {}

    /** What a noun names. */
    enum Sense {
        PERSON,
        BODY,
        FORCE,
        STATE,
        DOCUMENT
    }

    /**
     * A part of every state: "foreign ministry".
     *
     * @param words folded, as they stand in running text
     * @param nouns by which it is taken up again
     */
    record Institution(
            List<String> words,
            String name,
            Entity.Kind kind,
            Optional<String> sector,
            List<String> nouns,
            boolean state) {
        /** Of the many that a state may have one of; only with a country beside it is it known whose. */
        boolean force() {
            return nouns.contains("force") && kind == Entity.Kind.GROUP;
        }

        /** The men of armed groups alone, whose sector is the group's. */
        boolean ofGroups() {
            return sector.isEmpty();
        }
    }

    private Lexicon() {}

    /** Reads {@code nouns.tsv}, {@code institutions.tsv}, {@code givennames.tsv} and {@code regions.tsv}. */
    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        for (List<String> r : Table.rows(Lexicon.class, "nouns.tsv", 6)) {
            lexicon.nouns.put(
                    r.get(0),
                    new Noun(
                            r.get(0),
                            Sense.valueOf(r.get(1).toUpperCase(Locale.ROOT)),
                            r.get(2).isEmpty() ? Optional.empty() : Optional.of(r.get(2)),
                            Gender.of(r.get(3)),
                            r.get(4).contains("general"),
                            r.get(4).contains("borrows")));
        }
        for (List<String> r : Table.rows(Lexicon.class, "institutions.tsv", 6)) {
            for (String words : Table.list(r.get(0))) {
                lexicon.institution(words, r);
            }
        }
        lexicon.institutions
                .values()
                .forEach(l -> l.sort((a, b) -> b.words().size() - a.words().size()));
        for (List<String> r : Table.rows(Lexicon.class, "givennames.tsv", 2)) {
            Table.list(r.get(1)).forEach(n -> lexicon.givenNames.put(Fold.of(n), Gender.of(r.get(0))));
        }
        for (List<String> r : Table.rows(Lexicon.class, "regions.tsv", 3)) {
            Table.list(r.get(0)).forEach(n -> lexicon.regions.put(Fold.of(n), r.get(1)));
        }
        return lexicon;
    }

    private void institution(String words, List<String> r) {
        List<String> folded = List.of(Fold.of(words).split(" "));
        institutions
                .computeIfAbsent(folded.getFirst(), k -> new ArrayList<>())
                .add(new Institution(
                        folded,
                        r.get(1),
                        Entity.Kind.valueOf(r.get(2).toUpperCase(Locale.ROOT)),
                        r.get(3).isEmpty() ? Optional.empty() : Optional.of(r.get(3)),
                        Table.list(r.get(4)),
                        r.get(3).equals("GOV") && r.get(4).equals("government")));
    }

    /** The same, and for "think tank" and "45-year-old" by what stands before. */
    Optional<Noun> noun(Sentence s, Token token) {
        int i = token.index();
        if (i > 0 && (s.token(i - 1).is("compound") || s.token(i - 1).is("nmod:desc"))) {
            Noun two = nouns.get((s.token(i - 1).form() + "-" + token.lemma()).toLowerCase(Locale.ROOT));
            if (two != null) {
                return Optional.of(two);
            }
        }
        if (i > 1 && s.token(i - 1).form().equals("-")) {
            Noun whole = nouns.get((s.token(i - 2).form() + "-" + token.lemma()).toLowerCase(Locale.ROOT));
            if (whole != null) {
                return Optional.of(whole);
            }
        }
        boolean old = i > 2
                && OLD.contains(token.form().toLowerCase(Locale.ROOT))
                && Stream.of(s.token(i - 1), s.token(i - 2))
                        .anyMatch(t -> t.form().equals("year"));
        return old ? Optional.of(AGED) : noun(token);
    }

    /** By lemma, else by the last part of a compound written with a hyphen ("vice-president", "ex-minister"). */
    Optional<Noun> noun(Token token) {
        String lemma = token.lemma().toLowerCase(Locale.ROOT);
        String form = token.form().toLowerCase(Locale.ROOT);
        Noun noun = nouns.get(lemma);
        if (noun == null) {
            noun = nouns.getOrDefault(form, nouns.get(singular(form)));
        }
        if (noun == null && lemma.indexOf('-') > 0) {
            noun = nouns.get(lemma.substring(lemma.lastIndexOf('-') + 1));
        }
        if (noun == null && lemma.endsWith("-elect")) {
            noun = nouns.get(lemma.substring(0, lemma.length() - "-elect".length()));
        }
        if (noun == null && YEAR_OLD.matcher(lemma).matches()) {
            return Optional.of(AGED);
        }
        return Optional.ofNullable(noun);
    }

    /** The names of regions, folded. */
    Set<String> regions() {
        return regions.keySet();
    }

    /** The country that a region is a part of. */
    Optional<String> region(String name) {
        return Optional.ofNullable(regions.get(Fold.of(name)));
    }

    private static String singular(String form) {
        if (form.endsWith("ies")) {
            return form.substring(0, form.length() - 3) + "y";
        }
        if (form.endsWith("men")) {
            return form.substring(0, form.length() - 3) + "man";
        }
        return form.endsWith("s") && !form.endsWith("ss") ? form.substring(0, form.length() - 1) : form;
    }

    Gender genderOfGivenName(String name) {
        return givenNames.getOrDefault(Fold.of(name), Gender.UNKNOWN);
    }

    /** Institutions whose first word this is, the longest first. */
    List<Institution> institutionsFrom(String folded) {
        return institutions.getOrDefault(folded, List.of());
    }
}
