package org.sayso.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;
import org.sayso.world.Fold;

/**
 * The places that words of an article may mean: under the words as they stand, else without what news puts around a name
 * ("northern Iraq", "Kharkiv region", "Gaza's", "Dallas Airport"). Thread-safe.
 */
final class Candidates {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern DIRECTION = Pattern.compile(
            "^(?:the )?(?:far )?(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west"
                    + "|south-east|south-west|central|upper|lower|mainland|greater|metropolitan|downtown|rural|inner"
                    + "|mid|old|occupied|modern|post-war|rebel-held|state of|city of|town of|village of|county of"
                    + "|province of|district of|township of|borough of|republic of|kingdom of|port of|isle of"
                    + "|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern"
                    + "|north-eastern|north-western|south-eastern|south-western)[ -])+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KIND = Pattern.compile(
            " (?:city|town|village|township|province|region|state|district|county|governorate|oblast|prefecture|area|island"
                    + "|islands|peninsula|valley|municipality|borough|parish|suburb|neighbou?rhood|suburbs|metro area"
                    + "|heights|river|creek|lake|bay|harbou?r|beach|port|mountains?|hills?|forest|desert|park|airport"
                    + "|international airport|regional airport|air base|airbase|university|college|high school|school"
                    + "|hospital|church|prison|stadium|station|zoo|museum|hotel"
                    + "|refugee camp|camp|proper)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PEOPLE =
            Pattern.compile("(\\p{Lu}\\p{L}+)(?:-\\p{L}+)? (?:\\p{Ll}[\\p{Ll}-]+ ){0,3}(?:city|town|village"
                    + "|hamlet|port|capital|region|province|district|island|enclave|territory|suburb|resort|settlement"
                    + "|stronghold|area|governorate|state|border town|municipality)(?: of| called)? (?:the )?$");

    private static final String AREA =
            "(?:region|province|oblast|governorate|prefecture|county|state|department|voivodeship|krai|raion)";
    private static final Pattern AREA_INSIDE = Pattern.compile("(?i) " + AREA + "$");
    private static final Pattern AREA_AFTER = Pattern.compile("\\s+" + AREA + "\\b(?! (?:police|university))");
    private static final Pattern TOWN_BEFORE = Pattern.compile("\\b(?:city|town|village) of $");
    private static final Pattern TOWN_AFTER = Pattern.compile("\\s+(?:city|town|village)\\b(?! of)");

    private final Gazetteer gazetteer;

    Candidates(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    Mention at(String text, Span span) {
        String words = Surroundings.bare(BLANKS.matcher(span.of(text)).replaceAll(" "));
        boolean afterComma = span.start() >= 2 && text.charAt(span.start() - 2) == ',';
        Kind kind = kind(text, span, words);
        List<Entry> found = withoutFormerNames(of(words, afterComma), words);
        List<Entry> fitting = fitting(found, kind);
        String key = Fold.of(words) + (fitting.size() < found.size() ? kind.mark : "");
        return new Mention(span, key, fitting, people(text, span));
    }

    /** What the words around a name say that it is. */
    private enum Kind {
        ANY(""),
        AREA(" [area]"),
        TOWN(" [town]");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        boolean fits(Entry e) {
            return switch (this) {
                case ANY -> true;
                case AREA ->
                    e.feature() == Feature.ADMIN1 || e.feature() == Feature.ADMIN2 || e.feature() == Feature.REGION;
                case TOWN -> e.feature().isTown();
            };
        }
    }

    private static Kind kind(String text, Span span, String words) {
        String after = text.substring(span.end(), Math.min(text.length(), span.end() + 15));
        String before = text.substring(Math.max(0, span.start() - 15), span.start());
        if (AREA_INSIDE.matcher(words).find() || AREA_AFTER.matcher(after).lookingAt()) {
            return Kind.AREA;
        }
        boolean town = TOWN_AFTER.matcher(after).lookingAt()
                || TOWN_BEFORE.matcher(before).find();
        return town ? Kind.TOWN : Kind.ANY;
    }

    /** "Kharkiv region" is no town, "Kharkiv city" no region, where there is a choice. */
    private static List<Entry> fitting(List<Entry> found, Kind kind) {
        List<Entry> fitting = found.stream().filter(kind::fits).toList();
        return fitting.isEmpty() ? found : fitting;
    }

    /** "Islamabad" is Pakistan's capital, and no longer Chattogram. */
    private static List<Entry> withoutFormerNames(List<Entry> found, String words) {
        String name = Fold.of(words);
        boolean capital = found.stream()
                .anyMatch(
                        e -> e.feature() == Feature.CAPITAL && Fold.of(e.name()).equals(name));
        return capital
                ? found.stream().filter(e -> Fold.of(e.name()).equals(name)).toList()
                : found;
    }

    private Optional<Entry> people(String text, Span span) {
        Matcher m = PEOPLE.matcher(text.substring(Math.max(0, span.start() - 60), span.start()));
        return m.find() ? gazetteer.peopled(m.group(1)).stream().findFirst() : Optional.empty();
    }

    private List<Entry> of(String words, boolean afterComma) {
        List<Entry> abbreviated = Character.isUpperCase(words.charAt(0)) ? gazetteer.abbreviated(words) : List.of();
        if (!abbreviated.isEmpty() && (afterComma || words.endsWith("."))) {
            return abbreviated;
        }
        List<Entry> peopled = gazetteer.peopled(words);
        List<Entry> found =
                peopled.isEmpty() || gazetteer.countries().named(words).isPresent() ? named(words) : peopled;
        return found.isEmpty() ? abbreviated : found;
    }

    private List<Entry> named(String words) {
        List<String> tries = new ArrayList<>(List.of(words));
        Matcher direction = DIRECTION.matcher(words);
        String bare = direction.find() ? words.substring(direction.end()) : words;
        tries.add(bare);
        Matcher kind = KIND.matcher(bare);
        for (String rest = bare; kind.find(); kind = KIND.matcher(rest)) {
            rest = rest.substring(0, kind.start());
            tries.add(rest);
        }
        int comma = words.indexOf(',');
        if (comma > 0) {
            tries.add(words.substring(0, comma));
        }
        for (String t : tries) {
            if (!t.isBlank() && !isTooShort(t)) {
                List<Entry> found = gazetteer.named(t);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean isTooShort(String name) {
        return Fold.of(name).length() < 2 || name.equals(name.toLowerCase(Locale.ROOT));
    }
}
