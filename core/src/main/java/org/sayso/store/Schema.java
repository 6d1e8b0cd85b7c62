package org.sayso.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables and views of the record, and the mark by which a file is known to be one. */
final class Schema {
    /** Written as SQLite's user_version; raised whenever schema.sql changes. */
    static final int VERSION = 1;
    /** SQLite's application_id: "SAYS" in ASCII. */
    static final int APPLICATION = 0x53415953;

    private Schema() {}

    /** Makes the tables in an empty file; does nothing in a record of this version. */
    static void prepare(Connection connection, Path file) throws SQLException, IOException {
        if (isCurrent(connection, file)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (!isCurrent(connection, file)) {
                    create(statement);
                }
                statement.execute("COMMIT");
            } catch (SQLException | IOException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static boolean isCurrent(Connection connection, Path file) throws SQLException, IOException {
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        if (application == APPLICATION && version == VERSION) {
            return true;
        }
        if (application == APPLICATION) {
            throw new RecordUnavailable(
                    file,
                    RecordUnavailable.Why.OTHER_VERSION,
                    "is a record of version " + version + "; this Sayso reads version " + VERSION,
                    null);
        }
        if (application != 0 || number(connection, "SELECT count(*) FROM sqlite_schema") > 0) {
            throw new RecordUnavailable(
                    file, RecordUnavailable.Why.NOT_A_RECORD, "is a database, but not a Sayso record", null);
        }
        return false;
    }

    private static void create(Statement statement) throws SQLException, IOException {
        StringBuilder sql = new StringBuilder();
        for (String line : script().split("\n")) {
            if (line.startsWith("--")) {
                continue;
            }
            sql.append(line).append('\n');
            if (line.endsWith(";")) {
                statement.execute(sql.toString());
                sql.setLength(0);
            }
        }
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + VERSION);
    }

    private static String script() throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is missing beside " + Schema.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
