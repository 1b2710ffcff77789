package org.collab.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user chose: environment variables for what stays, arguments for what holds for this start.
 *
 * @param host address to listen on; the loopback address unless {@code HOST} says otherwise, because the launcher is
 *     for trying the product out and speaks no TLS
 * @param port 1 to 65535
 * @param dataDir absolute; everything the product writes is in it
 * @param application the WAR to deploy
 * @param brokerLibraries the folder with the message broker's jars
 * @param database the one to use; empty for the launcher's own
 * @param broker where nodes meet; empty for a broker that serves this process alone
 * @param demo whether to fill in sample content once the product is ready
 */
record Settings(
        String host,
        int port,
        Path dataDir,
        Path application,
        Path brokerLibraries,
        Optional<DatabaseAddress> database,
        Optional<BrokerAddress> broker,
        boolean demo) {

    private static final String USAGE = "known are --demo and --application FILE";

    /**
     * Reads the settings.
     *
     * @param distribution the folder with the launcher's jar, the WAR and the broker
     * @throws StartupFailure where a value cannot be used
     */
    static Settings from(Map<String, String> environment, List<String> arguments, Path distribution) {
        var application = distribution.resolve("collab.war");
        var demo = false;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "--demo" -> demo = true;
                case "--application" -> {
                    if (!rest.hasNext()) {
                        throw new StartupFailure("--application needs the path of a WAR file.");
                    }
                    application = Path.of(rest.next());
                }
                default -> throw new StartupFailure("Unknown argument \"" + argument + "\"; " + USAGE + ".");
            }
        }
        return new Settings(
                value(environment, "HOST", "127.0.0.1"),
                port("PORT", value(environment, "PORT", "8080")),
                absolute(Path.of(value(environment, "DATA_DIR", "data"))),
                absolute(application),
                absolute(distribution.resolve("broker")),
                DatabaseAddress.from(environment),
                BrokerAddress.from(environment),
                demo);
    }

    /** Where this machine reaches the product; a wildcard address is reached over loopback. */
    URI localAddress() {
        var wildcard = host.equals("0.0.0.0") || host.equals("::");
        var reachable = wildcard ? "127.0.0.1" : host;
        return URI.create("http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port);
    }

    /** The address to tell the user. */
    String shownAddress() {
        var local = localAddress().getHost().equals("127.0.0.1");
        return local ? "http://localhost:" + port : localAddress().toString();
    }

    static String value(Map<String, String> environment, String name, String otherwise) {
        var value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    static int port(String variable, String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartupFailure(invalidPort(variable, text), e);
        }
        throw new StartupFailure(invalidPort(variable, text));
    }

    private static String invalidPort(String variable, String text) {
        return variable + " is \"" + text + "\", but it must be a number from 1 to 65535.";
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
