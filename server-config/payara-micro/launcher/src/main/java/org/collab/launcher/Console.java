package org.collab.launcher;

import java.io.PrintStream;

/** The terminal, which shows the launcher's own few lines and nothing of the server's. */
record Console(PrintStream out, PrintStream err) {

    /** The streams of now; the process's are pointed at a log later. */
    static Console ofProcess() {
        return new Console(System.out, System.err);
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }
}
