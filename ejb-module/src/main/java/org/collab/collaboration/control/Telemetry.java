package org.collab.collaboration.control;

import java.time.Duration;

/** What sequencing tells whoever watches this node. Thread-safe, never blocks. */
public interface Telemetry {
    /** Tells nobody. */
    Telemetry NONE = new Telemetry() {
        @Override
        public void committed(int changes, Duration took) {}

        @Override
        public void diverged() {}
    };

    /** A batch has been committed; {@code took} is the time of its transaction. */
    void committed(int changes, Duration took);

    /** A client at rest held other contents than the log says (E10). It must never happen. */
    void diverged();
}
