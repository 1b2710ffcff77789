package org.collab.document.boundary;

import java.util.UUID;

/** A document has got a title, its first or another one. Told within the transaction that gives it. */
public record DocumentTitled(UUID documentId, String title) {}
