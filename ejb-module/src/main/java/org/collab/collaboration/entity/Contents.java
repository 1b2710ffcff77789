package org.collab.collaboration.entity;

import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/**
 * What is in a document at one revision, for everybody who opens it there: it is spelled once. Not thread-safe; it lives in
 * its live document's mailbox.
 */
public final class Contents {
    private final Delta delta;
    private Optional<String> json = Optional.empty();

    public Contents(Delta delta) {
        this.delta = delta;
    }

    public Delta delta() {
        return delta;
    }

    /** As a list of ops. */
    public String json() {
        if (json.isEmpty()) {
            json = Optional.of(DeltaJson.write(delta));
        }
        return json.get();
    }
}
