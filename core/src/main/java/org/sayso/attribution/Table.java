package org.sayso.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a tab-separated file beside this class; blank lines and lines that begin with {@code #} are left out. */
final class Table {
    private Table() {}

    static List<List<String>> rows(String file, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + Table.class.getName());
            }
            List<List<String>> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> List.of(l.split("\t", -1)))
                    .toList();
            for (List<String> row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(
                            file + " has a row of " + row.size() + " columns, not " + columns + ": " + row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
