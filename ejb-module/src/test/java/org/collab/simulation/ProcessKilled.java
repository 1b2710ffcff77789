package org.collab.simulation;

/** The process ended in the middle of what it was doing. An error, so that nothing handles it on the way. */
final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;

    ProcessKilled() {
        super("killed", null, false, false);
    }
}
