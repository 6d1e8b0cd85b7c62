package org.sayso.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Data files that ship with the program: UTF-8, cells parted by tabs, lists in a cell by semicolons; blank lines and lines that
 * begin with {@code #} say nothing. Thread-safe.
 */
public final class Table {
    private Table() {}

    /** @param where file and line, such as {@code verbs.tsv:337} */
    public record Line(String where, String text) {
        public List<String> cells() {
            return List.of(text.split("\t", -1));
        }
    }

    /**
     * Lines that say something, in order.
     *
     * @param beside the class whose package holds the file
     * @throws IllegalStateException where there is no such file
     */
    public static List<Line> lines(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no data file " + file + " beside " + beside.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Line> lines = new ArrayList<>();
            String line;
            for (int n = 1; (line = reader.readLine()) != null; n++) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(new Line(file + ":" + n, line));
                }
            }
            return List.copyOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data file " + file, e);
        }
    }

    /**
     * The same lines, of which each must have so many cells.
     *
     * @throws IllegalStateException where one has not, with file and line
     */
    public static List<Line> lines(Class<?> beside, String file, int columns) {
        List<Line> lines = lines(beside, file);
        for (Line line : lines) {
            int cells = line.cells().size();
            if (cells != columns) {
                throw new IllegalStateException(
                        line.where() + ": " + cells + " cells where " + columns + " are due: " + line.text());
            }
        }
        return lines;
    }

    /** The cells of each line, of which each must have so many, as {@link #lines(Class, String, int)} demands. */
    public static List<List<String>> rows(Class<?> beside, String file, int columns) {
        return lines(beside, file, columns).stream().map(Line::cells).toList();
    }

    /** The items of a cell that holds a list; none for an empty cell. */
    public static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";"));
    }
}
