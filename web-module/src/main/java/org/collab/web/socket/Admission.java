package org.collab.web.socket;

import java.util.UUID;
import org.collab.access.entity.Writer;

/** A redeemed ticket: this user, in this session, may open one WebSocket on this document. */
public record Admission(Writer writer, UUID documentId) {}
