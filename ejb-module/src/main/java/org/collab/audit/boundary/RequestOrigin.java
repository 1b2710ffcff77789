package org.collab.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Where the request that is being answered has come from. The web tells it before anything else runs. */
@RequestScoped
public class RequestOrigin {
    private Optional<String> address = Optional.empty();
    private Optional<UUID> session = Optional.empty();

    public void comesFrom(String clientAddress, Optional<UUID> sessionId) {
        address = Optional.of(clientAddress);
        session = sessionId;
    }

    /** The client's IP address: the one that trusted proxies name, else the connection's; empty outside requests. */
    public Optional<String> address() {
        return address;
    }

    /** The session of the access token that came with the request. */
    public Optional<UUID> session() {
        return session;
    }
}
