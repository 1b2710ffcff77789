package org.collab.web.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.collab.access.boundary.Tickets;
import org.collab.secret.OpaqueToken;

/**
 * Carries a redeemed ticket from the handshake's filter to the endpoint. WebSocket containers pass no request attributes
 * on, so the two meet here by the ticket itself, for a few seconds.
 */
@ApplicationScoped
public class Admissions {
    private static final Duration LIFETIME = Duration.ofSeconds(30);

    @Inject
    private Tickets tickets;

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    private record Waiting(Admission admission, Instant until) {}

    /** Redeems the ticket in the handshake; false where it admits nobody. */
    boolean admit(String ticket, UUID documentId) {
        Instant now = Instant.now();
        waiting.values().removeIf(other -> now.isAfter(other.until()));
        Optional<Tickets.Redeemed> redeemed = tickets.redeem(new OpaqueToken(ticket), documentId);
        redeemed.ifPresent(
                whom -> waiting.put(ticket, new Waiting(new Admission(whom, documentId), now.plus(LIFETIME))));
        return redeemed.isPresent();
    }

    /** The admission of a connection that has just opened; it serves once. */
    Optional<Admission> take(String ticket, UUID documentId) {
        return Optional.ofNullable(waiting.remove(ticket))
                .map(Waiting::admission)
                .filter(admission -> admission.documentId().equals(documentId));
    }
}
