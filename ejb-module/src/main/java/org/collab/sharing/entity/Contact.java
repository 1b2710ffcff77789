package org.collab.sharing.entity;

import java.util.UUID;

/** Somebody whom the caller may give access to. */
public record Contact(UUID userId, String displayName, String color) {}
