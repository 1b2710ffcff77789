package org.collab.it.faults;

import java.io.IOException;
import java.net.URI;

/** Two nodes on one database, as a test of clusters has them in its hands. */
interface NodePair {
    URI first();

    URI second();

    /** As {@code kill -9} does. */
    void killSecond();

    /** Returns when it serves. */
    void startSecond() throws IOException;

    /** PostgreSQL's main process; something starts it again whenever it ends. */
    ProcessHandle database();

    /** Returns when nothing goes from one node to the other any more. */
    void interruptRelay() throws IOException;

    void resumeRelay() throws IOException;

    /** Returns when each node hears the other one. */
    void awaitRelay();
}
