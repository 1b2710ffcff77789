package org.collab.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param url the installation, with its context path
 * @param email the account to use; a new one is made where there is none
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
 * @param server the process whose CPU time is measured beside, where it runs on this machine
 */
record LoadOptions(
        URI url,
        Optional<String> email,
        String password,
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
        Optional<ProcessHandle> server) {

    /** @throws IllegalArgumentException where something unknown is asked for */
    static LoadOptions of(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("options come in pairs, --name value; see benchmarks/README.md");
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
        String url = taken(given, "url", "http://localhost:8080/");
        LoadOptions options = new LoadOptions(
                URI.create(url.endsWith("/") ? url : url + "/"),
                Optional.ofNullable(environment.get("LOAD_EMAIL")),
                environment.getOrDefault("LOAD_PASSWORD", "load generator " + System.nanoTime()),
                Integer.parseInt(taken(given, "documents", "1")),
                Integer.parseInt(taken(given, "editors", "10")),
                Double.parseDouble(taken(given, "rate", "5")),
                Double.parseDouble(taken(given, "ramp", "1")),
                Double.parseDouble(taken(given, "limit", "200")),
                Integer.parseInt(taken(given, "warm", "20")),
                Integer.parseInt(taken(given, "seconds", "10")),
                Integer.parseInt(taken(given, "length", "5000")),
                Long.parseLong(taken(given, "seed", Long.toString(System.nanoTime() % 1_000_000))),
                Optional.ofNullable(given.remove("plot")).map(Path::of),
                Optional.ofNullable(given.remove("pid")).map(pid -> process(Long.parseLong(pid))));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + given.keySet() + "; see benchmarks/README.md");
        }
        return options;
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalArgumentException("there is no process " + pid));
    }

    private static String taken(Map<String, String> given, String name, String otherwise) {
        return given.containsKey(name) ? String.valueOf(given.remove(name)) : otherwise;
    }
}
