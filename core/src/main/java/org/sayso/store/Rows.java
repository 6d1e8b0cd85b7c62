package org.sayso.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a query and makes something of each row. */
final class Rows {
    private Rows() {}

    interface Maker<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> of(Connection connection, String sql, Maker<T> make, String... values) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(make.of(row));
                }
            }
        }
        return all;
    }
}
