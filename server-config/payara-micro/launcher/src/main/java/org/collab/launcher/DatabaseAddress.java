package org.collab.launcher;

import java.util.Map;
import java.util.Optional;

/** The PostgreSQL database that the application uses: the launcher's own, or one that several nodes share. */
record DatabaseAddress(String host, int port, String name, String user, String password) {

    /** The launcher's own. */
    static DatabaseAddress own(int port, String password) {
        return new DatabaseAddress("127.0.0.1", port, DatabaseSetup.APPLICATION, DatabaseSetup.APPLICATION, password);
    }

    /** The one that {@code DATABASE_HOST} names; empty where the launcher starts its own. */
    static Optional<DatabaseAddress> from(Map<String, String> environment) {
        return Optional.of(Settings.value(environment, "DATABASE_HOST", ""))
                .filter(host -> !host.isEmpty())
                .map(host -> new DatabaseAddress(
                        host,
                        Settings.port("DATABASE_PORT", Settings.value(environment, "DATABASE_PORT", "5432")),
                        Settings.value(environment, "DATABASE_NAME", DatabaseSetup.APPLICATION),
                        Settings.value(environment, "DATABASE_USER", DatabaseSetup.APPLICATION),
                        Settings.value(environment, "DATABASE_PASSWORD", "")));
    }

    /** Without the password, which belongs in no log. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }
}
