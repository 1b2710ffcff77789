package org.collab.simulation;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

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
                trace.note(
                        () -> "log: " + line.getMessage() + (line.getThrown() == null ? "" : " " + line.getThrown()));
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
}
