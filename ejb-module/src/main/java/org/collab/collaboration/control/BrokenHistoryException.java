package org.collab.collaboration.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored history is not what was committed: a revision is missing or cannot be read. */
public final class BrokenHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long revision;
    private final String reason;

    private BrokenHistoryException(UUID documentId, long revision, String reason, @Nullable Throwable cause) {
        super("revision " + revision + " of document " + documentId + ": " + reason, cause);
        this.revision = revision;
        this.reason = reason;
    }

    static BrokenHistoryException missing(UUID documentId, long revision) {
        return new BrokenHistoryException(documentId, revision, "it is missing", null);
    }

    /** @param revision the chunk's first */
    static BrokenHistoryException damagedChunk(UUID documentId, long revision, Throwable cause) {
        return new BrokenHistoryException(documentId, revision, "its chunk is damaged", cause);
    }

    /** The first revision that is not as it was. */
    public long revision() {
        return revision;
    }

    public String reason() {
        return reason;
    }
}
