package org.collab.collaboration.entity;

import java.io.Serializable;
import java.util.UUID;

/** Primary key of what belongs to a revision of a document, as JPA wants it: a class with the id fields' names and types. */
public class RevisionKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID documentId;
    private long revision;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected RevisionKey() {}

    public RevisionKey(UUID documentId, long revision) {
        this.documentId = documentId;
        this.revision = revision;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevisionKey key && documentId.equals(key.documentId) && revision == key.revision;
    }

    @Override
    public int hashCode() {
        return 31 * documentId.hashCode() + Long.hashCode(revision);
    }
}
