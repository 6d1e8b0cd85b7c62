package org.sayso.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this package's data files: tab-separated, {@code #} begins a line of comment. */
final class Table {
    private Table() {}

    /** @throws IllegalStateException where the file is missing or a row has another number of columns */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("data file " + name + " is not on the class path");
            }
            List<List<String>> rows = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
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
