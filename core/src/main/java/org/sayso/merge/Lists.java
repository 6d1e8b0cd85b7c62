package org.sayso.merge;

import java.util.List;
import org.sayso.table.Table;

/** This package's lists: one entry a line, columns between tabs. */
final class Lists {
    private Lists() {}

    static List<String[]> rows(String name) {
        return Table.lines(Lists.class, name).stream()
                .map(line -> line.cells().toArray(String[]::new))
                .toList();
    }

    static List<String> first(String name) {
        return rows(name).stream().map(r -> r[0]).toList();
    }
}
