package org.sayso.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this package's data files: tab-separated, {@code #} begins a line of comment. */
final class Tables {
    private Tables() {}

    /**
     * The rows of a file that lies beside this class.
     *
     * @throws IllegalStateException where the file is missing or a row has another number of columns
     */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("data file " + name + " is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<List<String>> rows = reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> List.of(l.split("\t", -1)))
                    .toList();
            for (List<String> row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(name + ": " + columns + " columns expected: " + row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("data file " + name, e);
        }
    }
}
