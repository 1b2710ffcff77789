package org.collab.history.control;

import java.util.UUID;

/**
 * Text is being taken out of a document's history. Told within the transaction that does it, to whoever keeps text of
 * documents elsewhere.
 *
 * @param text what is taken out
 */
public record HistoryRedacted(UUID documentId, String text) {}
