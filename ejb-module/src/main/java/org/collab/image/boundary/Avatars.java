package org.collab.image.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.image.control.AvatarTable;
import org.collab.image.control.Reencoder;
import org.collab.image.entity.Avatar;

/** Small square pictures of people: everybody changes their own, and sees those of whom they share a room or document with. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Avatars {
    /** Enough for twice the largest size that a page shows. */
    private static final int SIDE = 192;

    @Inject
    private Reencoder reencoder;

    @Inject
    private AvatarTable table;

    /** @throws CollabException {@code unsupported-media-type} or {@code too-large} */
    public void change(UUID caller, byte[] file) {
        table.keep(caller, reencoder.square(file, SIDE));
    }

    public void remove(UUID caller) {
        table.remove(caller);
    }

    /** @throws CollabException {@code not-found} where there is none, or the caller may not see this person */
    public Avatar get(UUID caller, UUID userId) {
        if (!caller.equals(userId) && !table.meet(caller, userId)) {
            throw CollabException.notFound("avatar");
        }
        return table.find(userId).orElseThrow(() -> CollabException.notFound("avatar"));
    }
}
