package org.sayso.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the tables that ship beside the code: tab-separated lines, {@code #} comments, lists parted by semicolons. */
public final class Table {
    private Table() {}

    /**
     * Rows of a table.
     *
     * @param beside the class whose package holds the file
     * @param columns how many columns each row has
     * @throws IllegalStateException where a row has another number of columns, with file and line
     */
    public static List<List<String>> rows(Class<?> beside, String file, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no table " + file + " beside " + beside.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line;
            for (int n = 1; (line = reader.readLine()) != null; n++) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != columns) {
                    throw new IllegalStateException(
                            file + ":" + n + ": " + cells.length + " columns where " + columns + " are due: " + line);
                }
                rows.add(List.of(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("table " + file, e);
        }
        return rows;
    }

    /** The items of a cell that holds a list; none for an empty cell. */
    public static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";"));
    }
}
