package org.sayso.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A word list of this package: tab-separated rows, {@code #} opens a comment line. */
final class Table {
    private Table() {}

    /**
     * The rows of a list.
     *
     * @throws IllegalStateException where a row has not {@code columns} columns: the list ships with the code
     */
    static List<List<String>> rows(String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + name + " is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line;
            for (int n = 1; (line = reader.readLine()) != null; n++) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> row = List.of(line.split("\t", -1));
                if (row.size() != columns) {
                    throw new IllegalStateException(
                            name + ":" + n + ": " + row.size() + " columns, not " + columns + ": " + line);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list " + name, e);
        }
        return rows;
    }
}
