package org.collab.room.boundary;

import java.util.UUID;
import org.collab.access.entity.Role;

/** A member of a room. */
public record MemberView(UUID userId, String displayName, Role role) {}
