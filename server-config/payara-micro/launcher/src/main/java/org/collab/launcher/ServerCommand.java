package org.collab.launcher;

import java.util.List;

/** One administration command for the server, as {@code asadmin} would take it. */
record ServerCommand(String name, List<String> arguments) {

    static ServerCommand of(String name, String... arguments) {
        return new ServerCommand(name, List.of(arguments));
    }

    static ServerCommand set(String property, Object value) {
        return of("set", property + "=" + value);
    }
}
