package org.collab.launcher;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;

/** Gives the application its role and its empty database, and makes sure that a commit means the disk. */
final class DatabaseSetup {

    static final String SUPERUSER = "postgres";

    /** Name of the application's database and of its role. */
    static final String APPLICATION = "collab";

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final int SECONDS_TO_CONNECT = 10;

    private final int port;
    private final Secrets secrets;

    DatabaseSetup(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** @throws StartupFailure where a setting is off on which "saved" depends, or a password does not fit */
    void run() throws SQLException, IOException {
        var owner = new DatabaseAddress("127.0.0.1", port, SUPERUSER, SUPERUSER, secrets.databaseOwnerPassword());
        try (var connection = connect(owner)) {
            createRole(connection);
            createDatabase(connection);
        }
        requireDurability(DatabaseAddress.own(port, secrets.databasePassword()));
    }

    /** @throws StartupFailure where a setting is off on which "saved" depends, or a password does not fit */
    static void requireDurability(DatabaseAddress database) throws SQLException {
        try (var connection = connect(database)) {
            requireDurability(connection);
        }
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {database.host()});
        source.setPortNumbers(new int[] {database.port()});
        source.setDatabaseName(database.name());
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setLoginTimeout(SECONDS_TO_CONNECT);
        try {
            return source.getConnection(database.user(), database.password());
        } catch (SQLException e) {
            if (PSQLState.INVALID_PASSWORD.getState().equals(e.getSQLState())) {
                throw new StartupFailure(
                        "PostgreSQL does not accept the password in secrets/ or DATABASE_PASSWORD; put back the files that"
                                + " belong to this data directory.",
                        e);
            }
            throw e;
        }
    }

    /** The password is set each time, so that the file is what counts. */
    private void createRole(Connection connection) throws SQLException, IOException {
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?") ? "alter" : "create";
        execute(connection, verb + " role " + APPLICATION + " login password '" + secrets.databasePassword() + "'");
    }

    private static void createDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?")) {
            execute(connection, "create database " + APPLICATION + " owner " + APPLICATION);
        }
    }

    private static void requireDurability(Connection connection) throws SQLException {
        for (var setting : DURABILITY) {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("show " + setting)) {
                result.next();
                requireOn(setting, result.getString(1));
            }
        }
    }

    static void requireOn(String setting, String value) {
        if (!value.equals("on")) {
            throw new StartupFailure("PostgreSQL runs with " + setting + "=" + value
                    + ", so that saved work could be lost; remove that setting.");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, APPLICATION);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
