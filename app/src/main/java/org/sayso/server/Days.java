package org.sayso.server;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days for a reader: 11 Nov 2024. */
final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Days() {}

    static String words(LocalDate day) {
        return DAY.format(day);
    }
}
