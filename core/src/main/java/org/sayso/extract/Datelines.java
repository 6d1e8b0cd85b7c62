package org.sayso.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Dateline;
import org.sayso.model.Span;
import org.sayso.table.Table;

/**
 * Finds the dateline that opens a report: "MOSCOW, Nov 11 (Reuters) -". It is looked for at the start of the first lines only.
 * A name in brackets counts where it is an agency's, or where the place is in capitals and a dash follows; what shows neither
 * agency nor date must be a known place, a place within a place, or in capitals before a long dash, so that a sentence with a
 * dash is none. Immutable.
 */
final class Datelines {
    private static final int LINES = 4;
    private static final int LONGEST = 200;
    private static final int LONGEST_PLACE = 40;
    private static final int MOST_WORDS = 4;
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
                    + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String DATE = "(?<date>(?i:" + MONTH
            + "\\s\\d{1,2}(?:,?\\s\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\s" + MONTH + "(?:,?\\s\\d{4})?))";
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}.'’]*+(?:-\\p{L}++)*+";
    private static final String PLACE = "(?<place>" + WORD + "(?:(?:,\\s?|/|\\s)(?:" + WORD
            + "|de|del|la|of|al-\\p{L}+|the)){0,6}(?:\\s?\\[[\\p{L} ]+\\])?)";
    private static final String DASH = "\\s?(?:--|[-–—:|])\\s*(?=\\S)";
    private static final Pattern SIGNED = Pattern.compile("^(?:" + PLACE + "?[,.]?\\s*" + DATE + "?[.,]?\\s*)"
            + "(?:\\((?<agency>[^()]{2,40})\\)|/(?<slashed>[^/()]{2,20})/)\\.?(?:" + DASH + ")?");
    private static final Pattern SIGNED_FIRST =
            Pattern.compile("^\\((?<agency>[^()]{2,40})\\)" + DASH + PLACE + ",\\s" + DATE + DASH);
    private static final Pattern UNBRACKETED = Pattern.compile("^" + PLACE + "(?:[,.]\\s?" + DATE
            + ")?(?:[,.]\\s?|\\s[-–—]\\s)(?<agency>[\\p{L}-]{2,20})(?:\\s?[-–—.:]{1,2})\\s*(?=\\S)");
    private static final Pattern DATED =
            Pattern.compile("^" + PLACE + "[,.]\\s*" + DATE + "(?:" + DASH + "|\\.\\s+(?=\\p{Lu}))");
    private static final Pattern BRACKETED_DATE = Pattern.compile("^" + PLACE + "\\s\\(" + DATE + "\\)" + DASH);
    private static final Pattern PLACED = Pattern.compile("^" + PLACE + "\\s?(?<dash>--|[-–—:])\\s+(?=\\S)");
    private static final Pattern ABBREVIATED = Pattern.compile(".*(?:\\.\\p{L}|\\b\\p{Lu}\\p{Ll}{1,4})\\.");

    private static final List<String> PLACE_WORDS = List.of("in", "at", "from", "near", "of", "outside");

    private final Agencies agencies;
    private final Set<String> labels;
    private final Set<String> places = new HashSet<>();

    Datelines(Agencies agencies) {
        this.agencies = agencies;
        Set<String> words = new HashSet<>();
        Table.rows(Datelines.class, "labels.tsv", 2).forEach(row -> words.add(row.getFirst()));
        this.labels = Set.copyOf(words);
        Table.rows(Datelines.class, "places.tsv", 2)
                .forEach(row -> places.add(row.getFirst().toLowerCase(Locale.ROOT)));
    }

    Optional<Dateline> find(String text) {
        int start = 0;
        for (int line = 0; line < LINES && start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Optional<Dateline> found = at(text.substring(start, Math.min(end, start + LONGEST)), start, text);
            if (found.isPresent()) {
                return found;
            }
            start = end;
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
        }
        return Optional.empty();
    }

    private Optional<Dateline> at(String line, int offset, String text) {
        boolean bracketed = line.indexOf('(') >= 0 || line.indexOf('/') >= 0;
        boolean dated = DayFinder.hasDigit(line);
        Optional<Dateline> signed =
                bracketed ? dated(SIGNED_FIRST, line, offset).or(() -> signed(line, offset)) : Optional.empty();
        return signed.or(() -> unbracketed(line, offset))
                .or(() -> dated ? dated(DATED, line, offset) : Optional.empty())
                .or(() -> dated && bracketed ? dated(BRACKETED_DATE, line, offset) : Optional.empty())
                .or(() -> placed(line, offset, text));
    }

    private Optional<Dateline> signed(String line, int offset) {
        Matcher m = SIGNED.matcher(line);
        if (!m.find()) {
            return Optional.empty();
        }
        Optional<String> agency = group(m, "agency").or(() -> group(m, "slashed"));
        boolean dashed = m.group().matches("(?s).*[-–—:|]\\s*$");
        boolean known = agency.flatMap(agencies::named).isPresent();
        boolean signature = agency.filter(name -> name.codePoints().noneMatch(Character::isDigit))
                .isPresent();
        boolean capitals = group(m, "place").filter(Datelines::inCapitals).isPresent();
        return known || (signature && capitals && dashed) ? Optional.of(dateline(m, agency, offset)) : Optional.empty();
    }

    private Optional<Dateline> dated(Pattern pattern, String line, int offset) {
        Matcher m = pattern.matcher(line);
        if (!m.find() || !isDated(m.group("place").strip())) {
            return Optional.empty();
        }
        Optional<String> agency = pattern.equals(SIGNED_FIRST) ? group(m, "agency") : Optional.empty();
        return Optional.of(dateline(m, agency, offset));
    }

    private boolean isDated(String place) {
        boolean known = inCapitals(place) || places.contains(head(place).toLowerCase(Locale.ROOT));
        return known && !labels.contains(place);
    }

    private Optional<Dateline> unbracketed(String line, int offset) {
        Matcher m = UNBRACKETED.matcher(line);
        return m.find() && agencies.named(m.group("agency")).isPresent()
                ? Optional.of(dateline(m, group(m, "agency"), offset))
                : Optional.empty();
    }

    private Optional<Dateline> placed(String line, int offset, String text) {
        Matcher m = PLACED.matcher(line);
        if (!m.find()) {
            return Optional.empty();
        }
        String place = m.group("place").strip();
        boolean wide = !m.group("dash").matches("[-:]");
        boolean written = inCapitals(place) || wide;
        boolean known = written
                && (places.contains(head(place).toLowerCase(Locale.ROOT))
                        || (inCapitals(place) && isPlaceIn(text, head(place))));
        boolean within = wide && place.matches(".*,\\s?\\p{Lu}.*") && place.length() <= LONGEST_PLACE;
        boolean capitals = wide && inCapitals(place) && place.split("\\s+").length <= MOST_WORDS;
        if (labels.contains(place) || !(known || within || capitals)) {
            return Optional.empty();
        }
        return Optional.of(new Dateline(
                Optional.of(place), Optional.empty(), Optional.empty(), new Span(offset, offset + m.end("dash"))));
    }

    /** Whether the text goes on to speak of something happening there: "TANK: … at a hospital in Tank". */
    private static boolean isPlaceIn(String text, String capitals) {
        StringBuilder written = new StringBuilder();
        for (String word : capitals.split("(?<=[\\s-])")) {
            written.append(word, 0, 1).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return PLACE_WORDS.stream().anyMatch(in -> {
            int at = text.indexOf(" " + in + " " + written);
            int end = at + in.length() + 2 + written.length();
            return at >= 0 && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        });
    }

    /** The place itself, without the land it lies in: "ST. JOSEPH" of "ST. JOSEPH, Mich." */
    private static String head(String place) {
        return place.split("[,\\[/]", 2)[0].strip();
    }

    private static boolean inCapitals(String place) {
        String head = head(place);
        return head.length() >= 3 && head.equals(head.toUpperCase(Locale.ROOT));
    }

    private static Dateline dateline(Matcher m, Optional<String> agency, int offset) {
        int end = m.end();
        while (end > 0 && Character.isWhitespace(m.group().charAt(end - 1))) {
            end--;
        }
        return new Dateline(
                group(m, "place").map(Datelines::withoutStop),
                agency,
                group(m, "date"),
                new Span(offset, offset + end));
    }

    /** "MOSCOW." is Moscow, "St. Joseph, Mich." keeps its full stop. */
    private static String withoutStop(String place) {
        String bare = place.replaceAll("[,\\s]+$", "");
        return ABBREVIATED.matcher(bare).matches() ? bare : bare.replaceAll("[.,\\s]+$", "");
    }

    private static Optional<String> group(Matcher m, String name) {
        return Optional.ofNullable(m.group(name)).map(String::strip).filter(s -> !s.isEmpty());
    }
}
