package org.sayso.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.table.Table;

/**
 * Dates as feeds write them: RFC 822, ISO 8601 and what is made of them by hand, with the names of months of many languages
 * (the JDK's own, from Unicode CLDR). A date that could be two ({@code 03/04/2024}) is none. Thread-safe.
 */
final class FeedDates {
    /** In this order after the feed's own language; English first, for it is what RFC 822 asks for. */
    private static final List<String> LANGUAGES = List.of(
            ("en ru uk be bg sr hr bs sl mk pl cs sk de nl fr es pt it ca ro el tr az kk uz sv da nb fi et lv lt hu sq ar fa he"
                            + " hi bn ur id ms vi hy ka sw")
                    .split(" "));

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T|$)");
    private static final Pattern EAST = Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final Pattern DOTTED = Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)?[\\s-]+(?:de\\s+)?(\\p{L}[\\p{L}\\p{M}]*)\\.?[\\s,-]+(?:de\\s+)?(\\d{4}|\\d{2})(?!\\d|:)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]*)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?(\\s*[AaPp]\\.?[Mm]\\b)?");
    private static final Pattern COMPACT_TIME = Pattern.compile("T(\\d{2})(\\d{2})(\\d{2})?");
    private static final Pattern OFFSET = Pattern.compile("([+\\u2212-])(\\d{2}):?(\\d{2})?\\s*(?:\\(.*)?$");
    private static final Pattern ZONE = Pattern.compile("([\\p{Lu}]{1,5})\\)?$");

    private final Map<String, ZoneOffset> zones;
    private final Map<String, Map<String, Month>> months = new ConcurrentHashMap<>();

    private FeedDates(Map<String, ZoneOffset> zones) {
        this.zones = zones;
    }

    static FeedDates load() {
        Map<String, ZoneOffset> zones = new HashMap<>();
        for (List<String> row : Table.rows(FeedDates.class, "zones.tsv", 2)) {
            zones.put(row.get(0), ZoneOffset.of(row.get(1)));
        }
        return new FeedDates(Map.copyOf(zones));
    }

    /** @param language of the feed, as it says: "ru-RU" */
    Optional<OffsetDateTime> read(String written, Optional<String> language) {
        String text = digits(written).strip();
        try {
            return day(text, language).map(day -> {
                String rest = text.substring(day.end());
                return OffsetDateTime.of(day.day(), time(text, rest), zone(rest.strip()));
            });
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** @param end where the day ends in the text */
    private record Day(LocalDate day, int end) {}

    private Optional<Day> day(String text, Optional<String> language) {
        for (Pattern yearFirst : List.of(ISO, COMPACT, EAST)) {
            Matcher m = yearFirst.matcher(text);
            if (m.find()) {
                return Optional.of(new Day(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)), m.end(3)));
            }
        }
        Matcher m = DAY_FIRST.matcher(text);
        if (m.find()) {
            return month(m.group(2), language)
                    .map(month -> new Day(LocalDate.of(year(number(m, 3)), month, number(m, 1)), m.end()));
        }
        Matcher us = MONTH_FIRST.matcher(text);
        if (us.find()) {
            return month(us.group(1), language)
                    .map(month -> new Day(LocalDate.of(number(us, 3), month, number(us, 2)), us.end()));
        }
        return dotted(text);
    }

    /** Day and month in figures: with dots the day stands first; else only where one of them can be no month. */
    private static Optional<Day> dotted(String text) {
        Matcher m = DOTTED.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int first = number(m, 1);
        int second = number(m, 3);
        if (m.group(2).equals(".") || first > 12 || first == second) {
            return Optional.of(new Day(LocalDate.of(number(m, 4), second, first), m.end()));
        }
        return second > 12
                ? Optional.of(new Day(LocalDate.of(number(m, 4), first, second), m.end()))
                : Optional.empty();
    }

    /** Two figures as RFC 2822 reads them. */
    private static int year(int written) {
        return written > 99 ? written : written < 50 ? 2000 + written : 1900 + written;
    }

    private static LocalTime time(String text, String rest) {
        Matcher m = TIME.matcher(rest);
        Matcher before = TIME.matcher(text);
        Matcher found = m.find() ? m : before.find() ? before : null;
        if (found == null) {
            Matcher compact = COMPACT_TIME.matcher(rest);
            return compact.find() ? LocalTime.of(number(compact, 1), number(compact, 2)) : LocalTime.MIDNIGHT;
        }
        int hour = number(found, 1);
        if (found.group(4) != null) {
            hour = hour % 12 + (found.group(4).toLowerCase(Locale.ROOT).contains("p") ? 12 : 0);
        }
        int second = found.group(3) == null ? 0 : Math.min(59, number(found, 3));
        return hour == 24 ? LocalTime.MIDNIGHT : LocalTime.of(hour, number(found, 2), second);
    }

    private ZoneOffset zone(String rest) {
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            int sign = offset.group(1).equals("+") ? 1 : -1;
            int minutes = offset.group(3) == null ? 0 : number(offset, 3);
            return ZoneOffset.ofHoursMinutes(sign * number(offset, 2), sign * minutes);
        }
        Matcher name = ZONE.matcher(rest);
        return name.find() ? zones.getOrDefault(name.group(1), ZoneOffset.UTC) : ZoneOffset.UTC;
    }

    /** In the feed's language, else in English, else in all languages that know the word if they agree. */
    private Optional<Month> month(String word, Optional<String> language) {
        String own =
                language.map(l -> l.toLowerCase(Locale.ROOT).split("[-_]")[0]).orElse("en");
        return month(word, own).or(() -> month(word, "en")).or(() -> {
            Set<Month> all = new TreeSet<>();
            LANGUAGES.forEach(l -> month(word, l).ifPresent(all::add));
            return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
        });
    }

    private Optional<Month> month(String word, String language) {
        Map<String, Month> names = months.computeIfAbsent(language, FeedDates::names);
        String lower = word.toLowerCase(Locale.forLanguageTag(language));
        Month whole = names.get(lower);
        if (whole != null) {
            return Optional.of(whole);
        }
        if (lower.length() < 3) {
            return Optional.empty();
        }
        Set<Month> begun = new TreeSet<>();
        names.forEach((name, month) -> {
            if (name.startsWith(lower)) {
                begun.add(month);
            }
        });
        return begun.size() == 1 ? Optional.of(begun.iterator().next()) : Optional.empty();
    }

    private static Map<String, Month> names(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<String, Month> names = new HashMap<>();
        for (TextStyle style :
                List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
            for (Month month : Month.values()) {
                names.put(
                        month.getDisplayName(style, locale).toLowerCase(locale).replace(".", ""), month);
            }
        }
        return Map.copyOf(names);
    }

    /** Figures of other scripts as ASCII. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
