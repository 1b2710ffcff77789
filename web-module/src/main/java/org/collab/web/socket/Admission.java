package org.collab.web.socket;

import java.util.UUID;
import org.collab.access.boundary.Tickets;

/** A redeemed ticket: its owner may open one WebSocket on this document. */
public record Admission(Tickets.Redeemed ticket, UUID documentId) {}
