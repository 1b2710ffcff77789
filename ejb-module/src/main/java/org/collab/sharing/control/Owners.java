package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.access.control.AccessLocks;
import org.collab.sharing.entity.Place;

/** Lets owners, and nobody else, change who has access. */
@ApplicationScoped
public class Owners {
    @Inject
    private AccessControl access;

    @Inject
    private AccessLocks locks;

    /** @throws org.collab.error.CollabException {@code not-found} or {@code forbidden} */
    public void require(UUID caller, Place place) {
        switch (place.kind()) {
            case ROOM -> access.requireRoomOwner(caller, place.id());
            case DOCUMENT -> access.requireDocumentOwner(caller, place.id());
        }
    }

    /**
     * To be called first in a transaction that changes access. Asked before the lock, so that strangers lock nothing, and
     * again behind it, for an owner who was demoted meanwhile.
     */
    public void lock(UUID caller, Place place) {
        require(caller, place);
        locks.change(place.id());
        require(caller, place);
    }
}
