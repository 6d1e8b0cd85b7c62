package org.sayso.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables beside this package: tab-separated, {@code #} opens a comment line, the columns named on the first. */
final class Table {
    private Table() {}

    /**
     * @param columns how many cells each row must have
     * @throws IllegalStateException names file and line where a row has another number of cells
     */
    static List<Row> read(String name, int columns) {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line;
            for (int n = 1; (line = reader.readLine()) != null; n++) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells = List.of(line.split("\t", -1));
                if (cells.size() != columns) {
                    throw new IllegalStateException(
                            name + ":" + n + ": " + cells.size() + " cells instead of " + columns + ": " + line);
                }
                rows.add(new Row(name + ":" + n, cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        return rows;
    }

    /**
     * @param where file and line, for messages and for {@code decidedBy}
     * @param cells without tabs; may be empty
     */
    record Row(String where, List<String> cells) {
        String cell(int i) {
            return cells.get(i).strip();
        }

        /** The parts of a cell between commas; none where it is empty. */
        List<String> list(int i) {
            String cell = cell(i);
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\s*,\\s*"));
        }
    }
}
