package org.collab.persistence.entity;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ids as one parameter of a native query, which says {@code CAST(? AS uuid[])}. */
public final class IdArray {
    private IdArray() {}

    public static String of(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
