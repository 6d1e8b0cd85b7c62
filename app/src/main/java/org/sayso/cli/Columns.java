package org.sayso.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.sayso.export.Csv;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a list is shown: a table on a terminal, JSON lines in a pipe, or as asked. */
final class Columns {
    /** One or the other. */
    static final class Asked {
        @Option(names = "--json", description = "One JSON object a line, as into a pipe.")
        boolean json;

        @Option(names = "--csv", description = "Comma-separated values with a header.")
        boolean csv;
    }

    @ArgGroup
    Asked asked = new Asked();

    /**
     * One line of a list.
     *
     * @param tree the whole value, as JSON
     * @param cells under the headings, the longest last
     * @param last what a terminal shows for the last cell
     */
    record Row(ObjectNode tree, List<String> cells, String last) {
        Row {
            cells = List.copyOf(cells);
        }

        Row(ObjectNode tree, List<String> cells) {
            this(tree, cells, cells.getLast());
        }

        Row shown(String words) {
            return new Row(tree, cells, words);
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
        return print(terminal, headings, Set.of(), rows);
    }

    /** @param offScreen headings for which a terminal has no room */
    int print(Terminal terminal, List<String> headings, Set<String> offScreen, List<Row> rows) {
        if (rows.isEmpty()) {
            terminal.message("nothing found");
            return Main.NOTHING;
        }
        if (asked.csv) {
            terminal.out().println(Csv.row(headings));
            rows.forEach(r -> terminal.out().println(Csv.row(r.cells())));
        } else if (asked.json || !terminal.interactive()) {
            rows.forEach(r -> terminal.out().println(r.tree()));
        } else {
            new Table(terminal.width(), headings, offScreen, rows)
                    .lines(terminal::bold)
                    .forEach(terminal.out()::println);
        }
        return Main.DONE;
    }
}
