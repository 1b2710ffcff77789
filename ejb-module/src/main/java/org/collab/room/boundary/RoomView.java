package org.collab.room.boundary;

import java.util.UUID;
import org.collab.access.entity.Role;

/**
 * A room as one member sees it.
 *
 * @param role the caller's role
 * @param historyForViewers whether viewers see what has been in its documents before
 */
public record RoomView(UUID id, String name, Role role, boolean historyForViewers) {}
