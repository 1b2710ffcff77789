package org.collab.simulation;

import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.control.ChangeStore;

/** Where the gate puts bugs in. Without one, everything is as in production. */
interface Seams {
    Seams NONE = new Seams() {};

    default ChangeStore store(ChangeStore store, World world) {
        return store;
    }

    default ClientCore core() {
        return ClientCore.PRODUCTION;
    }

    default Session session(World world, Tab tab, UUID clientId, Optional<Replica> stored) {
        return new Session(world, tab, clientId, stored);
    }

    default boolean pollsHeads() {
        return true;
    }
}
