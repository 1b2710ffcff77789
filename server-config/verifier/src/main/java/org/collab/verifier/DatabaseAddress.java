package org.collab.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where the database is: {@code COLLAB_DB_URL} with {@code COLLAB_DB_USER} and {@code COLLAB_DB_PASSWORD}, or the data
 * directory of a running launcher in {@code DATA_DIR}.
 */
record DatabaseAddress(String url, String user, String password) {
    private static final int PORT_LINE = 3;

    static DatabaseAddress of(Map<String, String> environment) throws IOException {
        String url = environment.getOrDefault("COLLAB_DB_URL", "");
        if (url.isEmpty()) {
            return embedded(Path.of(environment.getOrDefault("DATA_DIR", "data")));
        }
        return new DatabaseAddress(
                url,
                environment.getOrDefault("COLLAB_DB_USER", "collab"),
                environment.getOrDefault("COLLAB_DB_PASSWORD", ""));
    }

    private static DatabaseAddress embedded(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            throw new IllegalArgumentException("no PostgreSQL runs on " + dataDirectory
                    + "; start the product there, or name the database in COLLAB_DB_URL");
        }
        String port = Files.readAllLines(pidFile).get(PORT_LINE).strip();
        String password = Files.readString(dataDirectory.resolve("secrets").resolve("database-password"))
                .strip();
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/collab", "collab", password);
    }

    /** Read-only. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setReadOnly(true);
        return connection;
    }
}
