package org.sayso.event;

import java.util.List;
import org.sayso.table.Table;

/**
 * A row of this package's tables.
 *
 * @param where file and line, for messages and for {@code decidedBy}
 * @param cells without tabs; may be empty
 */
record Row(String where, List<String> cells) {
    /** All rows of a table, as {@link Table#lines(Class, String, int)}. */
    static List<Row> of(String table, int columns) {
        return Table.lines(Row.class, table, columns).stream()
                .map(line -> new Row(line.where(), line.cells()))
                .toList();
    }

    String cell(int i) {
        return cells.get(i).strip();
    }

    /** The parts of a cell between commas; none where it is empty. */
    List<String> list(int i) {
        String cell = cell(i);
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\s*,\\s*"));
    }
}
