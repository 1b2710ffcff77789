package org.collab.it.product;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;

/** Looks for a text in everything that a database holds. */
public final class StoredText {
    private StoredText() {}

    /** Every table of which a row holds the text: as text, or inflated where it is stored deflated. */
    public static List<String> tablesWith(ProductDatabase database, String text) {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                if (holds(statement, table, text)) {
                    found.add(table);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private static boolean holds(Statement statement, String table, String text) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            while (row.next()) {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    if (row.getMetaData().getColumnTypeName(column).equals("bytea")
                            ? inflated(row.getBytes(column)).contains(text)
                            : String.valueOf(row.getString(column)).contains(text)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String inflated(byte[] bytes) {
        if (bytes == null) {
            return "";
        }
        try (var plain = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
