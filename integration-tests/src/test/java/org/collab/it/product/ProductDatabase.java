package org.collab.it.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The launched product's database, as its administrator sees it: for looking into it, and for tampering with it. */
public final class ProductDatabase {
    private final Path dataDirectory;
    private final String name;

    /** The launched product's own. */
    public ProductDatabase(Path dataDirectory) {
        this(dataDirectory, "collab");
    }

    /**
     * @param dataDirectory the launcher's, which has PostgreSQL's port and passwords
     * @param name of the database
     */
    public ProductDatabase(Path dataDirectory, String name) {
        this.dataDirectory = dataDirectory;
        this.name = name;
    }

    /** Where it is, for a server that is installed beside the launcher. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + name;
    }

    String name() {
        return name;
    }

    /** PostgreSQL's port on the loopback interface. */
    String port() {
        try {
            return Files.readAllLines(dataDirectory.resolve("postgres/postmaster.pid"))
                    .get(3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's password. */
    String password() {
        return password("database-password");
    }

    public Connection connect() {
        return connect("collab", "database-password");
    }

    /** As PostgreSQL's superuser. */
    public Connection connectAsOwner() {
        return connect("postgres", "database-owner-password");
    }

    private Connection connect(String user, String passwordFile) {
        try {
            return DriverManager.getConnection(url(), user, password(passwordFile));
        } catch (SQLException e) {
            throw new AssertionError("no connection to the product's database", e);
        }
    }

    private String password(String file) {
        try {
            return Files.readString(dataDirectory.resolve("secrets").resolve(file))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows the statement has changed. */
    public int update(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The first column of the first row. */
    public Optional<Object> query(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getObject(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
