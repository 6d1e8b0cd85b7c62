package org.sayso.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sayso.table.Table;

/** The tables and views of the record, and the mark by which a file is known to be one. */
final class Schema {
    /**
     * Written as SQLite's user_version. Raised with each script that is added: {@code schema-N.sql} leads from version N - 1 to N,
     * and one that has been released is never changed.
     */
    static final int VERSION = 3;
    /** SQLite's application_id: "SAYS" in ASCII. */
    static final int APPLICATION = 0x53415953;

    private Schema() {}

    /** Makes the tables in an empty file, and those that a record of an older version lacks. */
    static void prepare(Connection connection, Path file) throws SQLException, IOException {
        if (version(connection, file) == VERSION) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (int next = version(connection, file) + 1; next <= VERSION; next++) {
                    run("schema-" + next + ".sql", statement);
                }
                statement.execute("PRAGMA application_id = " + APPLICATION);
                statement.execute("PRAGMA user_version = " + VERSION);
                statement.execute("COMMIT");
            } catch (SQLException | IOException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    /** Of a record; 0 of an empty file. */
    private static int version(Connection connection, Path file) throws SQLException, IOException {
        // First, for another process may be making the tables: what stands there by then has its mark, set in the same
        // commit.
        int tables = number(connection, "SELECT count(*) FROM sqlite_schema");
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        if (application == APPLICATION && version >= 1 && version <= VERSION) {
            return version;
        }
        if (application == APPLICATION) {
            throw new RecordUnavailable(
                    file,
                    RecordUnavailable.Why.OTHER_VERSION,
                    "is a record of version " + version + "; this Sayso reads version " + VERSION + " and older",
                    null);
        }
        if (application != 0 || tables > 0) {
            throw new RecordUnavailable(
                    file, RecordUnavailable.Why.NOT_A_RECORD, "is a database, but not a Sayso record", null);
        }
        return 0;
    }

    private static void run(String script, Statement statement) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (Table.Line line : Table.lines(Schema.class, script)) {
            if (line.text().startsWith("--")) {
                continue;
            }
            sql.append(line.text()).append('\n');
            if (line.text().endsWith(";")) {
                statement.execute(sql.toString());
                sql.setLength(0);
            }
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
