package org.collab.sharing.entity;

import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;

/**
 * One line of the list of who has access to a document.
 *
 * @param userId empty for a group
 * @param name the person's, or the group's
 * @param color the person's
 * @param role what it comes to
 * @param roomRole what the room gives, where it gives something
 * @param ownRole what was given on the document itself, in place of the room's
 * @param guest whether it is somebody without an account
 */
public record Grant(
        Optional<UUID> userId,
        String name,
        Optional<String> color,
        Role role,
        Optional<Role> roomRole,
        Optional<Role> ownRole,
        boolean guest) {

    /** Neither the room nor the document names them: they came by the link. */
    public boolean byLink() {
        return roomRole.isEmpty() && ownRole.isEmpty();
    }
}
