package org.collab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded PostgreSQL of a launched product, by what stands in its data folder. */
record LaunchedDatabase(Path data) {
    private static final int PORT_LINE = 3;

    Connection connect() throws IOException, SQLException {
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        String password =
                Files.readString(data.resolve("secrets/database-password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/collab", "collab", password);
    }
}
