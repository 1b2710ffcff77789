package org.collab.sharing.entity;

import org.collab.access.entity.Role;

/** The role that a group has in a place. */
public record GroupGrant(String name, Role role) {}
