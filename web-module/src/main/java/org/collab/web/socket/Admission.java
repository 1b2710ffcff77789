package org.collab.web.socket;

import java.util.UUID;

/** A redeemed ticket: this user may open one WebSocket on this document. */
public record Admission(UUID userId, UUID documentId) {}
