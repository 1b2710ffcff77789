package org.collab.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A command's options, in pairs of {@code --name value}; each can be taken once. */
final class Arguments {
    private final Map<String, String> given = new HashMap<>();

    /** @throws IllegalArgumentException where they are no pairs */
    Arguments(String[] arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("options come in pairs, --name value; see benchmarks/README.md");
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    Optional<String> take(String name) {
        return Optional.ofNullable(given.remove(name));
    }

    String take(String name, String otherwise) {
        return take(name).orElse(otherwise);
    }

    int take(String name, int otherwise) {
        return take(name).map(Integer::parseInt).orElse(otherwise);
    }

    double take(String name, double otherwise) {
        return take(name).map(Double::parseDouble).orElse(otherwise);
    }

    /** Random where none is given. */
    long takeSeed() {
        return take("seed").map(Long::parseLong).orElseGet(() -> System.nanoTime() % 1_000_000);
    }

    /** @throws IllegalArgumentException where something unknown is asked for */
    void requireNothingElse() {
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + given.keySet() + "; see benchmarks/README.md");
        }
    }
}
