package org.collab.history.control;

import java.util.UUID;

/**
 * Text is being taken out of a document's history. Told within the transaction that does it, to whoever keeps text of
 * documents elsewhere.
 *
 * @param revision the last one that may have held the text
 */
public record HistoryRedacted(UUID documentId, long revision) {}
