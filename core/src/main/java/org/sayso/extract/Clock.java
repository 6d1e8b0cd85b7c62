package org.sayso.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.table.Table;

/**
 * Reads the time of day with its zone that stands beside a written date: "11 November 2024, 18:05 GMT", "3:05 PM EST, November
 * 11". A time without a zone is no moment and is passed over. Immutable.
 */
final class Clock {
    /** Characters between a date and its time. */
    private static final int BESIDE = 32;

    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Pattern after;
    private final Pattern before;

    private Clock() {
        for (List<String> row : Table.rows(Clock.class, "zones.tsv", 3)) {
            zones.put(row.get(0), ZoneId.of(row.get(1)));
        }
        String names = zones.keySet().stream()
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String time =
                "(\\d{1,2})\\s?[:.h]\\s?(\\d{2})(?::\\d{2})?\\s*([ap]\\.?m\\.?)?\\s*\\(?((?:gmt|utc)\\s?[+-]\\d{1,2}(?::?\\d{2})?|"
                        + names + ")(?![\\p{L}\\p{N}])\\)?";
        after = Pattern.compile("^[\\s,.|–—-]*(?:at|à|um|a las|às|alle|в|kl\\.?)?\\s*" + time);
        before = Pattern.compile("\\b" + time + "[\\s,.|–—-]*(?:on\\s+)?(?:\\p{L}+,?\\s+)?$");
    }

    static Clock load() {
        return new Clock();
    }

    /** The moment that a text gives for a day which it writes from start to end. */
    Optional<OffsetDateTime> beside(String text, LocalDate day, int start, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + BESIDE));
        Matcher m = after.matcher(behind.toLowerCase(Locale.ROOT));
        if (m.find()) {
            return moment(m, day);
        }
        Matcher ahead = before.matcher(
                text.substring(Math.max(0, start - BESIDE), start).toLowerCase(Locale.ROOT));
        return ahead.find() ? moment(ahead, day) : Optional.empty();
    }

    private Optional<OffsetDateTime> moment(Matcher m, LocalDate day) {
        try {
            int hour = Integer.parseInt(m.group(1));
            String half = m.group(3);
            if (half != null) {
                hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
            }
            LocalDateTime time = day.atTime(hour, Integer.parseInt(m.group(2)));
            return Optional.of(time.atZone(zone(m.group(4))).toOffsetDateTime());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** "gmt", "gmt+2", "utc -03:30". */
    private ZoneId zone(String name) {
        ZoneId known = zones.get(name);
        if (known != null) {
            return known;
        }
        String offset = name.substring(3).strip();
        String digits = offset.substring(1).replace(":", "");
        String hours = digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2);
        String minutes = digits.length() <= 2 ? "00" : digits.substring(digits.length() - 2);
        return ZoneId.of(offset.charAt(0) + (hours.length() == 1 ? "0" + hours : hours) + ":" + minutes);
    }
}
