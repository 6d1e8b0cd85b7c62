package org.sayso.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows under headings. No cell is cut, for ids are there to be typed again; the last is wrapped beside the others, or below
 * them where there is no room.
 */
final class Table {
    /** Less room than this for the last column, and it stands below its row. */
    private static final int READABLE = 40;

    private final int width;
    private final List<String> headings;
    private final List<Columns.Row> rows;
    /** Columns before the last that hold something. */
    private final int[] columns;

    private final int[] widths;

    Table(int width, List<String> headings, Set<String> offScreen, List<Columns.Row> rows) {
        this.width = width;
        this.headings = headings;
        this.rows = rows;
        this.columns = IntStream.range(0, headings.size() - 1)
                .filter(i -> !offScreen.contains(headings.get(i)) && widest(i) > 0)
                .toArray();
        this.widths = IntStream.of(columns)
                .map(i -> Math.max(widest(i), headings.get(i).length()))
                .toArray();
    }

    private int widest(int column) {
        return rows.stream().mapToInt(r -> r.cells().get(column).length()).max().orElse(0);
    }

    /** @param emphasis for the headings */
    List<String> lines(UnaryOperator<String> emphasis) {
        int before = IntStream.of(widths).map(w -> w + 2).sum();
        if (before > width) {
            return stacked();
        }
        boolean below = width - before < READABLE;
        List<String> lines = new ArrayList<>();
        lines.add(emphasis.apply((line(headings) + (below ? "" : headings.getLast())).stripTrailing()));
        for (Columns.Row row : rows) {
            if (below) {
                lines.add(line(row.cells()).stripTrailing());
                lines.add(Wrap.lines(row.last(), "    ", "    ", width));
            } else {
                lines.add(Wrap.lines(row.last(), line(row.cells()), " ".repeat(before), width));
            }
        }
        return lines;
    }

    /** For a very narrow terminal: each cell with its heading. */
    private List<String> stacked() {
        List<String> lines = new ArrayList<>();
        for (Columns.Row row : rows) {
            List<String> cells = IntStream.of(columns)
                    .filter(i -> !row.cells().get(i).isEmpty())
                    .mapToObj(i -> headings.get(i) + " " + row.cells().get(i))
                    .toList();
            lines.add(Wrap.lines(String.join(" · ", cells), "", "", width));
            lines.add(Wrap.lines(row.last(), "    ", "    ", width));
        }
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            line.append(String.format(Locale.ROOT, "%-" + widths[i] + "s  ", cells.get(columns[i])));
        }
        return line.toString();
    }
}
