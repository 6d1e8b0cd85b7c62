package org.sayso.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sayso.model.Span;
import org.sayso.world.Fold;

/**
 * Which place the text itself puts inside which: "Paris, Texas", "Pokrovsk in the Donetsk region", "Ukraine's Kharkiv",
 * "the capital of Chad, N'Djamena".
 */
final class Containment {
    private static final String KIND =
            "(?:\\p{L}+[ -]){0,3}(?:city|town|village|port|capital|region|province|district|state|suburb|county|area)";
    private static final Pattern INNER_FIRST = Pattern.compile("\\s*,\\s+|\\s*\\(\\s*|(?: " + KIND
            + ")?,?\\s+(?:in|of|near|outside|inside)\\s+(?:the\\s+)?(?:(?:\\p{L}+[ -]){0,2})?"
            + "|,\\s+(?:\\p{L}+\\s+)?(?:the\\s+)?(?:" + KIND + ")\\s+(?:of|in)\\s+(?:the\\s+)?"
            + "|,\\s+(?:in\\s+)?(?:the\\s+)?(?:north|south|east|west|central|northern|southern|eastern|western|north-?eastern"
            + "|north-?western|south-?eastern|south-?western)\\s+");
    private static final Pattern OUTER_FIRST = Pattern.compile(
            "['\u2019]s?\\s+(?:" + KIND + "\\s+)?(?:of\\s+)?|\\s+(?:" + KIND + ")\\s+(?:of\\s+)?|,\\s+");

    private static final Pattern KIND_OF_AREA = Pattern.compile(
            " (oblast|province|governorate|region|state|krai|raion|district|prefecture|county|city|republic)$");
    private static final Pattern LIST = Pattern.compile(",?\\s+(?:and|or)\\s+|,\\s+|/|\\s*[&-]\\s*");

    private Containment() {}

    /**
     * One mention's place inside another's.
     *
     * @param inner index of the mention inside
     * @param outer index of the mention around it
     */
    record Pair(int inner, int outer) {}

    /** Pairs among neighbouring mentions, whether or not their places bear it out. */
    static List<Pair> pairs(String text, List<Span> spans) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < spans.size(); i++) {
            for (int j = i + 1; j < spans.size() && j <= i + 2; j++) {
                int from = spans.get(i).end();
                int to = spans.get(j).start();
                if (to <= from || to - from > 60) {
                    break;
                }
                String between = text.substring(from, to);
                boolean chain = j == i + 2;
                if (chain
                        ? between.matches(",\\s+[\\p{L}. ]+,\\s+")
                        : INNER_FIRST.matcher(between).matches()) {
                    pairs.add(new Pair(i, j));
                }
                if (!chain && OUTER_FIRST.matcher(between).matches()) {
                    pairs.add(new Pair(j, i));
                }
            }
        }
        return pairs;
    }

    /** Pairs of neighbours in a list ("Georgia and Ukraine"), each with the earlier one first. */
    static List<Pair> lists(String text, List<Span> spans) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < spans.size(); i++) {
            int from = spans.get(i).end();
            int to = spans.get(i + 1).start();
            if (from < to
                    && to - from < 12
                    && LIST.matcher(text.substring(from, to)).matches()) {
                pairs.add(new Pair(i, i + 1));
            }
        }
        return pairs;
    }

    /** Whether one entry lies inside another, as far as codes, names and distance tell. */
    static boolean holds(Entry inner, Entry outer) {
        if (inner.key() == outer.key()) {
            return false;
        }
        boolean sameCountry = inner.country().isPresent() && inner.country().equals(outer.country());
        return switch (outer.feature()) {
            case COUNTRY -> sameCountry && inner.feature() != Feature.COUNTRY;
            case ADMIN1 -> sameCountry && isSmaller(inner) && sameArea(inner.admin1(), outer);
            case ADMIN2 ->
                sameCountry
                        && inner.feature() != Feature.ADMIN1
                        && (sameArea(inner.admin2(), outer) && inner.admin1().equals(outer.admin1()));
            case REGION, ISLAND -> isSmaller(inner) && (sameArea(inner.admin1(), outer) || inner.km(outer) < 250);
            case CAPITAL, SEAT, SEAT2, TOWN, VILLAGE ->
                inner.weight() < outer.weight() && isSmaller(inner) && inner.km(outer) < 40;
            case CONTINENT, WATER, MOUNTAIN, LINE, QUARTER, BASE, CAMP, CROSSING, SITE -> false;
        };
    }

    private static boolean isSmaller(Entry inner) {
        return switch (inner.feature()) {
            case COUNTRY, ADMIN1, CONTINENT -> false;
            default -> true;
        };
    }

    private static boolean sameArea(Optional<String> admin, Entry area) {
        return admin.isPresent()
                && (bare(admin.get()).equals(bare(area.name()))
                        || area.admin1().isPresent()
                                && area.feature() == Feature.ADMIN1
                                && admin.equals(area.admin1()));
    }

    static String bare(String area) {
        return KIND_OF_AREA.matcher(Fold.of(area)).replaceFirst("");
    }
}
