package org.collab.load;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the growth is measured of, and how thoroughly.
 *
 * @param server the server's and the database's processes, without which there is no cost to tell
 * @param data the launcher's data folder: long histories are written straight into its database
 * @param out folder for the plots and the lines
 * @param only the growths that are measured; the others' lines and plots stay as they are
 * @param mostConnections of all documents together
 * @param mostHistory changes of the longest history
 * @param mostLength UTF-16 code units of the longest document
 * @param warmSeconds typing before each measurement
 * @param firstWarmSeconds typing before everything
 */
record GrowthOptions(
        Account account,
        ServerCpu server,
        Path data,
        Path out,
        Set<String> only,
        int mostConnections,
        int mostHistory,
        int mostLength,
        int firstWarmSeconds,
        int warmSeconds,
        int seconds,
        long seed) {

    private static final List<String> GROWTHS = List.of("editors", "documents", "length", "history");

    /** @throws IllegalArgumentException where something is missing, or unknown */
    static GrowthOptions of(String[] given, Map<String, String> environment) {
        Arguments arguments = new Arguments(given);
        GrowthOptions options = new GrowthOptions(
                Account.of(arguments, environment),
                ServerCpu.of(required(arguments, "pid")),
                Path.of(required(arguments, "data")),
                Path.of(required(arguments, "out")),
                growths(arguments.take("only").orElse(String.join(",", GROWTHS))),
                arguments.take("connections", 4_000),
                arguments.take("history", 1_000_000),
                arguments.take("length", 1_990_000),
                arguments.take("first-warm", 60),
                arguments.take("warm", 8),
                arguments.take("seconds", 15),
                arguments.takeSeed());
        arguments.requireNothingElse();
        return options;
    }

    private static Set<String> growths(String given) {
        Set<String> growths = new HashSet<>(List.of(given.split(",", -1)));
        if (!GROWTHS.containsAll(growths)) {
            throw new IllegalArgumentException("--only knows " + GROWTHS + ", not " + given);
        }
        return growths;
    }

    private static String required(Arguments arguments, String name) {
        return arguments
                .take(name)
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is needed; see benchmarks/README.md"));
    }
}
