package org.sayso.export;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them. */
public final class Csv {
    private Csv() {}

    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    /**
     * Quoted where it must be. Quirk: spreadsheets run a cell that begins with = + - or @ as a formula; words of a report
     * never get to do that, so such a cell is given a leading apostrophe unless it is a number.
     */
    private static String cell(String value) {
        String safe =
                value.matches("(?s)[=+\\-@\\t\\r].*") && !value.matches("[+-]?\\d+(\\.\\d+)?") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
