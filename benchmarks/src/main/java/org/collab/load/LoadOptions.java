package org.collab.load;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param documents new documents that are typed into, all at once
 * @param editors connections on each document
 * @param rate edits a second of each editor, in the first step
 * @param ramp what the rate is multiplied by from step to step; 1 for a single step
 * @param limitMillis the ramp ends where an edit in a hundred takes longer to reach the others
 * @param warmSeconds typing before each measurement
 * @param seconds a measurement's length
 * @param length UTF-16 code units in each document at first
 * @param seed of the places and words that are typed
 * @param plot where latency against load is drawn
 * @param server whose CPU time is measured beside
 */
record LoadOptions(
        Account account,
        int documents,
        int editors,
        double rate,
        double ramp,
        double limitMillis,
        int warmSeconds,
        int seconds,
        int length,
        long seed,
        Optional<Path> plot,
        ServerCpu server) {

    /** @throws IllegalArgumentException where something unknown is asked for */
    static LoadOptions of(String[] given, Map<String, String> environment) {
        Arguments arguments = new Arguments(given);
        LoadOptions options = new LoadOptions(
                Account.of(arguments, environment),
                arguments.take("documents", 1),
                arguments.take("editors", 10),
                arguments.take("rate", 5.0),
                arguments.take("ramp", 1.0),
                arguments.take("limit", 200.0),
                arguments.take("warm", 20),
                arguments.take("seconds", 10),
                arguments.take("length", 5_000),
                arguments.takeSeed(),
                arguments.take("plot").map(Path::of),
                ServerCpu.of(arguments.take("pid", "")));
        arguments.requireNothingElse();
        return options;
    }
}
