package org.sayso.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sayso.export.Csv;
import picocli.CommandLine.Option;

/** How a list is shown: a table on a terminal, JSON lines in a pipe, or as asked. */
final class Columns {
    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Option(names = "--csv", description = "Comma-separated values with a header.")
    boolean csv;

    /** One line of a list: the whole value as JSON, and its cells for a table. */
    record Row(ObjectNode tree, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /** A row whose JSON is its cells under the headings. */
        static Row of(List<String> headings, List<String> cells) {
            ObjectNode tree = new ObjectMapper().createObjectNode();
            for (int i = 0; i < headings.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    tree.put(headings.get(i), cells.get(i));
                }
            }
            return new Row(tree, cells);
        }
    }

    int print(Terminal terminal, List<String> headings, List<Row> rows) {
        if (rows.isEmpty()) {
            terminal.message("nothing found");
            return Main.NOTHING;
        }
        if (csv) {
            terminal.out().println(Csv.row(headings));
            rows.forEach(r -> terminal.out().println(Csv.row(r.cells())));
        } else if (json || !terminal.interactive()) {
            rows.forEach(r -> terminal.out().println(r.tree()));
        } else {
            table(terminal, headings, rows);
        }
        return Main.DONE;
    }

    /** The last column takes what is left of the width. */
    private static void table(Terminal terminal, List<String> headings, List<Row> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            int widest = rows.stream()
                    .mapToInt(r -> r.cells().get(column).length())
                    .max()
                    .orElse(0);
            widths.add(Math.min(Math.max(widest, headings.get(i).length()), terminal.width() / 3));
        }
        terminal.out().println(terminal.bold(line(headings, widths, terminal.width())));
        rows.forEach(r -> terminal.out().println(line(r.cells(), widths, terminal.width())));
    }

    private static String line(List<String> cells, List<Integer> widths, int width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int room = i + 1 < cells.size() ? widths.get(i) : Math.max(10, width - line.length());
            line.append(String.format(Locale.ROOT, "%-" + room + "s", Wrap.shorten(cells.get(i), room)))
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }
}
