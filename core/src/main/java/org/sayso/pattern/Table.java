package org.sayso.pattern;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table that ships beside a class: UTF-8, cells parted by tabs, {@code #} begins a line of comment.
 */
public final class Table {
    private Table() {}

    /**
     * The rows in order.
     *
     * @param columns how many cells every row has
     * @throws IllegalStateException where the resource is missing or a row has another number of cells, with its line
     */
    public static List<List<String>> rows(Class<?> beside, String name, int columns) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + beside.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<List<String>> rows = new ArrayList<>();
            String line;
            for (int n = 1; (line = reader.readLine()) != null; n++) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    List<String> cells = List.of(line.split("\t", -1));
                    if (cells.size() != columns) {
                        throw new IllegalStateException(
                                name + ":" + n + " has " + cells.size() + " cells, not " + columns + ": " + line);
                    }
                    rows.add(cells);
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
