package org.collab.collaboration.control;

import java.util.UUID;

/** A batch that continues a document's history at the expected head. */
public record Appending(UUID documentId, long expectedHead, Batch batch) {}
