package org.collab.simulation;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the production classes log: nothing in a run for the result, all of it in a run for the reader. */
final class Logs {
    private static final Logger LOGGER = Logger.getLogger("org.collab");

    private Logs() {}

    static void silence() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.setLevel(Level.OFF);
    }

    /** Runs something with the logs going into a trace. */
    static void into(Trace trace, Runnable run) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                trace.note(() -> "log: " + line.getMessage() + thrown(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        LOGGER.addHandler(handler);
        LOGGER.setLevel(Level.ALL);
        run.run();
        LOGGER.removeHandler(handler);
        silence();
    }

    private static String thrown(LogRecord line) {
        if (line.getThrown() == null) {
            return "";
        }
        return Stream.of(line.getThrown().getStackTrace())
                .limit(8)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", " " + line.getThrown() + " at ", ""));
    }
}
